-- warn: orders landed with moments that lie after the run date; they count once they have come, so check the clock of the source
-- One row per order that stands, with the days that lie ahead.
-- An order that is placed later is left out until then.
{% set some_day_ahead %}
(
        {% for d in moment_days %}
        {{ 'OR ' if not loop.first }}l.{{ d }} > {{ run_date }}
        {% endfor %}
    )
{%- endset %}
SELECT
    seller_id, order_id, region, placed_at,
    {% for d in moment_days %}
    {{ '|| ' if not loop.first }}CASE WHEN {{ d }} > {{ run_date }} THEN ' {{ d }}' ELSE '' END
    {% endfor %}
    AS days_ahead
FROM (
    {{ standing(ledger('order_outcomes'), some_day_ahead) }}
) AS ahead
ORDER BY seller_id, order_id
