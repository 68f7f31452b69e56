-- One row per metric that a failing carrier makes late, region, carrier, matured cohort day and seller with a
-- late parcel; and one without a seller for all parcels of that lane and day whose sellers had none. Late is
-- what is at fault or forgiven. Cohort days, because they are what an exemption names.
{% set kind = {name: 'counted', codes: [
    outcome_codes.met, outcome_codes.fault, outcome_codes.forgiven, outcome_codes.forgiven_as_met
]} %}
{% set counted_here %}
l.placed_day <= {{ run_date }} AND l.carrier IS NOT NULL AND (
        1 = 0
        {% for m in carrier_metrics %}
        OR ({{ is_counted(m, kind, incidents.usual.days) }})
        {% endfor %}
    )
{%- endset %}
WITH standing AS (
    {{ standing(ledger('order_outcomes'), counted_here) }}
),
parcels AS (
    SELECT
        a.metric, o.region, o.carrier, o.seller_id,
        CASE a.metric
            WHEN '?' THEN CAST(NULL AS DATE)
            {% for m in carrier_metrics %}
            WHEN '{{ m.metric }}' THEN o.{{ m.metric }}_day
            {% endfor %}
        END AS cohort_day,
        CASE a.metric
            WHEN '?' THEN 0
            {% for m in carrier_metrics %}
            WHEN '{{ m.metric }}' THEN o.{{ m.metric }}
            {% endfor %}
        END AS outcome
    FROM standing AS o
    CROSS JOIN (
        VALUES ('?')
        {% for m in carrier_metrics %}
        , ('{{ m.metric }}')
        {% endfor %}
    ) AS a (metric)
    WHERE 1 = 0
        {% for m in carrier_metrics %}
        OR (a.metric = '{{ m.metric }}' AND {{ is_counted(m, kind, incidents.usual.days) }})
        {% endfor %}
),
by_seller AS (
    SELECT
        metric, region, carrier, cohort_day, seller_id, count(*) AS parcels,
        count(CASE WHEN outcome <> {{ outcome_codes.met }} THEN 1 END) AS late,
        count(CASE WHEN outcome = {{ outcome_codes.fault }} THEN 1 END) AS fault
    FROM parcels
    GROUP BY metric, region, carrier, cohort_day, seller_id
)
SELECT
    metric, region, carrier, cohort_day, CASE WHEN late > 0 THEN seller_id END AS seller_id,
    CAST(sum(parcels) AS BIGINT) AS parcels, CAST(sum(late) AS BIGINT) AS late,
    CAST(sum(fault) AS BIGINT) AS fault
FROM by_seller
GROUP BY metric, region, carrier, cohort_day, CASE WHEN late > 0 THEN seller_id END
