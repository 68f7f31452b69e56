{# The order ledger: rows with weight 1 stand, unless a later part takes them back by the same row with weight
   -1. Sums of weights count what stands; whoever needs the rows themselves asks for `standing`. #}

{# The rows, called l, of parts of the ledger that nothing takes back. Of many rows give the parts and not a
   CTE, of which DuckDB would keep every column. #}
{% macro standing(parts, condition='1 = 1') -%}
SELECT l.*
    FROM {{ parts }} AS l
    WHERE l.weight = 1 AND {{ condition }} AND NOT EXISTS (
        SELECT 1
        FROM {{ parts }} AS r
        WHERE r.weight = -1 AND r.order_id = l.order_id AND r.seller_id = l.seller_id
            AND r.judged_in = l.judged_in
    )
{%- endmacro %}


{# Ledgers hold outcomes as if the final day had come: a metric's outcome on the run date, and whether its
   final day still lies ahead. #}
{% macro still_open(m, prefix='') -%}
{% if has_own_final(m.metric) %}
{{ prefix }}{{ m.metric }}_final > {{ run_date }}
{%- else %}
{{ prefix }}{{ m.metric }}_day > {{ day(-m.maturation_days) }}
{%- endif %}
{%- endmacro %}
{% macro outcome_now(m, prefix='') -%}
CASE
        WHEN {{ prefix }}{{ m.metric }} <> {{ outcome_codes.excluded }} AND {{ still_open(m, prefix) }}
            THEN {{ outcome_codes.pending }}
        ELSE {{ prefix }}{{ m.metric }}
    END
{%- endmacro %}
{% macro reason_now(m, prefix='', suffix='_reason') -%}
CASE
        WHEN {{ prefix }}{{ m.metric }} = {{ outcome_codes.excluded }} OR NOT {{ still_open(m, prefix) }}
            THEN {{ prefix }}{{ m.metric }}{{ suffix }}
    END
{%- endmacro %}

{# Whether a row counts, on the run date, as one of the kinds of COUNTED in a window of so many days. #}
{% macro is_counted(m, kind, window_days) -%}
{% if kind.name == 'pending' %}
{{ m.metric }} <> {{ outcome_codes.excluded }} AND {{ still_open(m) }}
    AND {{ in_window(m.metric ~ '_day', m.maturation_days, window_days, kind.name) }}
{%- else %}
{{ m.metric }} IN ({{ kind.codes | join(', ') }})
    {% if has_own_final(m.metric) and kind.name != 'excluded' %}
    AND NOT {{ still_open(m) }}
    {% endif %}
    AND {{ in_window(m.metric ~ '_day', m.maturation_days, window_days, kind.name) }}
{%- endif %}
{%- endmacro %}

{# Whether a row may ever be listed for a metric: anything but met, and excluded for more than what it is. #}
{% macro may_be_listed(m) -%}
{{ m.metric }} IN ({{ listed_codes() }})
            {% for reason in m.unlisted %}
            AND {{ m.metric }}_reason <> '{{ reason }}'
            {% endfor %}
{%- endmacro %}
{% macro listed_codes() -%}
{{ outcome_codes.fault }}, {{ outcome_codes.forgiven }}, {{ outcome_codes.forgiven_as_met }},
    {{- ' ' ~ outcome_codes.excluded }}
{%- endmacro %}
