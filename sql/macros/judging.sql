{# Judging: from the facts of a subject to the number of the rule that decides, one pass over all metrics. #}

{# The CTEs that follow one named `facts` (the subject and its events): days, final days, deciding rules. #}
{% macro decide_rules(subject) %}
dated AS (
    SELECT
        *
        {% for m in composed(subject) %}
        , {{ m.cohort_day }} AS {{ m.metric }}_day
        {% endfor %}
    FROM facts
),
dated_finally AS (
    SELECT
        *
        {% for m in composed(subject) %}
        , {{ m.final_day }} AS {{ m.metric }}_final
        {% endfor %}
    FROM dated
),
{% if subject == 'order' and defect_parts.length %}
{# A part of the defect is seen up to the earlier of its own final day and the defect's, so that the defect is
   final on its own day. #}
dated_parts AS (
    SELECT
        *
        {% for m in defect_parts %}
        , least({{ m.metric }}_final, order_defect_final) AS order_defect_{{ m.metric }}_final
        {% endfor %}
    FROM dated_finally
),
{% endif %}
ruled AS (
    SELECT
        *
        {% for m in composed(subject) %}{% if measured(m) and m.metric != 'order_defect' %}
        , {{ m.rule }} AS {{ m.metric }}_rule
        {% endif %}{% endfor %}
        {% if subject == 'order' %}{% for m in defect_parts %}
        , {{ m.part_rule }} AS order_defect_{{ m.metric }}_rule
        {% endfor %}{% endif %}
    FROM {{ 'dated_parts' if subject == 'order' and defect_parts.length else 'dated_finally' }}
)
{%- endmacro %}

{# Whether a rule number is that of a fault. #}
{% macro is_fault(rule) -%}
{{ rule }} BETWEEN {{ rule_numbers.fault }} AND {{ rule_numbers.fault + 99 }}
{%- endmacro %}
{% macro is_forgiven(rule) -%}
{{ rule }} BETWEEN {{ rule_numbers.forgiven }} AND {{ rule_numbers.exempted }}
{%- endmacro %}

{# The reason of a rule number; null when met, which is asked first because most are. #}
{% macro reason_of(m, rule, exemption_reason, parts_reason) -%}
CASE {{ rule }}
        WHEN {{ rule_numbers.met }} THEN CAST(NULL AS VARCHAR)
        {% for reason in m.reasons %}
        WHEN {{ reason.number }} THEN '{{ reason.code }}'
        {% endfor %}
        {% for part in m.parts %}
        WHEN {{ rule_numbers.fault + loop.index }} THEN '{{ part }}'
        {% endfor %}
        WHEN {{ rule_numbers.exempted }} THEN {{ exemption_reason }}
        {% if m.parts.length %}
        WHEN {{ rule_numbers.parts_forgiven }} THEN {{ parts_reason }}
        {% endif %}
    END
{%- endmacro %}

{# Outcome code of a rule number and its reason. #}
{% macro outcome_of(m, rule, reason) -%}
CAST(CASE
        WHEN {{ rule }} = {{ rule_numbers.met }} THEN {{ outcome_codes.met }}
        WHEN {{ rule }} < {{ rule_numbers.forgiven }} THEN {{ outcome_codes.fault }}
        {% if m.counts_as_met.length %}
        WHEN {{ rule }} < {{ rule_numbers.excluded }} AND {{ reason }} IN {{ in_list(m.counts_as_met) }}
            THEN {{ outcome_codes.forgiven_as_met }}
        {% endif %}
        WHEN {{ rule }} < {{ rule_numbers.excluded }} THEN {{ outcome_codes.forgiven }}
        WHEN {{ rule }} IS NOT NULL THEN {{ outcome_codes.excluded }}
    END AS INTEGER)
{%- endmacro %}

{# A rule's number after exemptions: a fault that one covers is exempted. #}
{% macro after_exemption(rule, exemption) -%}
CASE
            WHEN {{ is_fault(rule) }} AND {{ exemption }} IS NOT NULL THEN {{ rule_numbers.exempted }}
            ELSE {{ rule }}
        END
{%- endmacro %}

{# Per metric its columns in the ledger: day, outcome, reason, exemption and, where that is a rule of its own,
   final day; empty where it is not measured. #}
{% macro outcome_columns(subject) %}
    {% for m in composed(subject) %}
    {% if not measured(m) %}
    , CAST(NULL AS DATE) AS {{ m.metric }}_day
    , CAST(NULL AS INTEGER) AS {{ m.metric }}
    , CAST(NULL AS VARCHAR) AS {{ m.metric }}_reason
    , CAST(NULL AS VARCHAR) AS {{ m.metric }}_exemption
    {% if m.own_final %}
    , CAST(NULL AS DATE) AS {{ m.metric }}_final
    {% endif %}
    {% else %}
    , {{ m.metric }}_day
    , {{ outcome_of(m, m.metric ~ '_decided', m.metric ~ '_reason') }} AS {{ m.metric }}
    , {{ m.metric }}_reason
    , CASE WHEN {{ m.metric }}_decided = {{ rule_numbers.exempted }} THEN {{ m.metric }}_exemption END
        AS {{ m.metric }}_exemption
    {% if m.own_final %}
    , {{ m.metric }}_final
    {% endif %}
    {% endif %}
    {% endfor %}
{% endmacro %}

{# Whether faults, buyers of them or days with one are so few that they meet every bound, whatever the rate.
   Of buyers and days policy may not ask; then they are empty. #}
{% macro too_few_faults(of='') -%}
({{ of }}fault < {{ of }}faults_from
                OR coalesce({{ of }}fault_buyers < {{ of }}buyers_from, 1 = 0)
                OR coalesce({{ of }}fault_days < {{ of }}days_from, 1 = 0))
{%- endmacro %}
