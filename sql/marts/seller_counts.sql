-- One row per seller and region with anything that counts in a programme's windows: per metric, window and
-- kind how many. One pass over each ledger; rows that stand and rows that are taken back are counted apart.
-- Columns are named metric_window_kind, and of the orders of a segment alone entry_window_kind; a window of N
-- days holds N matured cohort days.
{% macro counts_in(s, c, w) -%}
{{ is_counted(s.judged, c, w) }}{% if s.where %} AND {{ in_segment(s.where) }}{% endif %}
{%- endmacro %}
{# Where a seller is at home is the same for all of a row, so that it is asked of rows added up. #}
{% macro sum_of(s, column) -%}
{% if crosses(s.where) -%}
coalesce(sum(CASE WHEN {{ across_border(s.where) }} THEN weight * {{ s.name }}_{{ column }} END), 0)
{%- else -%}
sum(weight * {{ s.name }}_{{ column }})
{%- endif %}
{%- endmacro %}
{% set ledgers = [
    {subject: 'order', dataset: 'order_outcomes'}, {subject: 'conversation', dataset: 'conversation_outcomes'}
] %}
WITH
{% for l in ledgers %}
from_{{ l.subject }}s AS (
    SELECT
        seller_id, region, weight
        {% for w in assessable_windows %}
        {% if l.subject == 'order' %}
        , count(CASE WHEN placed_day > {{ day(-w) }} THEN 1 END) AS placed_{{ w }}
        {% else %}
        , 0 AS placed_{{ w }}
        {% endif %}
        {% endfor %}
        {% for s in series %}{% for w in windows_of(s.name) %}{% for c in counted %}
        {% if s.judged.subject == l.subject %}
        , {{ count_where(s.judged, counts_in(s, c, w)) }} AS {{ s.name }}_{{ w }}_{{ c.name }}
        {% else %}
        , 0 AS {{ s.name }}_{{ w }}_{{ c.name }}
        {% endif %}
        {% endfor %}{% endfor %}{% endfor %}
    FROM {{ ledger(l.dataset) if l.subject == 'order' else ref(l.dataset) }} AS o
    {% if l.subject == 'order' %}
    WHERE final_day > {{ day(-longest_window) }} AND placed_day <= {{ run_date }}
    {% endif %}
    GROUP BY seller_id, region, weight
),
{% endfor %}
from_landed AS (
    SELECT
        seller_id, region, 1 AS weight
        {% for w in assessable_windows %}
        , 0 AS placed_{{ w }}
        {% endfor %}
        {% for s in series %}{% for w in windows_of(s.name) %}{% for c in counted %}
        {% if s.judged.subject == 'landed' %}
        , count(CASE
            WHEN metric = {{ quoted(s.name) }} AND outcome IN ({{ c.codes | join(', ') }})
                AND {{ in_window('cohort_day', s.judged.maturation_days, w, c.name) }}
                THEN 1
        END) AS {{ s.name }}_{{ w }}_{{ c.name }}
        {% else %}
        , 0 AS {{ s.name }}_{{ w }}_{{ c.name }}
        {% endif %}
        {% endfor %}{% endfor %}{% endfor %}
    FROM {{ ref('landed_outcomes_judged') }} AS l
    GROUP BY seller_id, region
),
every_row AS (
    SELECT * FROM from_orders
    UNION ALL
    SELECT * FROM from_conversations
    UNION ALL
    SELECT * FROM from_landed
),
together AS (
    SELECT
        seller_id, region
        {% for w in assessable_windows %}
        , CAST(sum(weight * placed_{{ w }}) AS BIGINT) AS placed_{{ w }}
        {% endfor %}
        {% for s in series %}{% for w in windows_of(s.name) %}{% for c in counted %}
        , CAST({{ sum_of(s, w ~ '_' ~ c.name) }} AS BIGINT)
            AS {{ s.name }}_{{ w }}_{{ c.name }}
        {% endfor %}{% endfor %}{% endfor %}
    FROM every_row AS o
    {% if asks_for_home %}
    {{ with_home() }}
    {% endif %}
    GROUP BY seller_id, region
)
SELECT *
FROM together
WHERE 0
    {% for w in assessable_windows %}
    + placed_{{ w }}
    {% endfor %}
    {% for s in series %}{% for w in windows_of(s.name) %}{% for c in counted %}
    + {{ s.name }}_{{ w }}_{{ c.name }}
    {% endfor %}{% endfor %}{% endfor %}
    > 0
