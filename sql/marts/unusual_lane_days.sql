-- One row per metric, region, carrier and cohort day on which unusually many parcels of that lane were late,
-- of many sellers, with the number of usual days of the lane before it: days of one number are one span. A
-- day is compared with the lane's other days of the last weeks by the margins of docs/decisions/0012: above
-- their median by a share and by chance, and by as many spreads of theirs.
{% set lane = 'metric, region, carrier' %}
{% macro same_lane(a, b) -%}
{{ a }}.metric = {{ b }}.metric AND {{ a }}.region = {{ b }}.region AND {{ a }}.carrier = {{ b }}.carrier
{%- endmacro %}
{% set a_day = incidents.a_day %}
{% set deviations = incidents.above.deviations ~ 'E0' %}
{# Of nothing, chance is that of a twentieth: a rare value may come up. #}
{% macro deviation_of(median, parcels) -%}
sqrt(greatest(least({{ median }}, 0.95E0), 0.05E0) * (1E0 - greatest(least({{ median }}, 0.95E0), 0.05E0))
            / CAST({{ parcels }} AS DOUBLE))
{%- endmacro %}
{# The middle one of ranked values, or the mean of the middle two. #}
{% macro middle(value) -%}
(min(CASE WHEN 2 * nth >= of_all THEN {{ value }} END)
            + max(CASE WHEN 2 * nth <= of_all + 2 THEN {{ value }} END)) / 2E0
{%- endmacro %}
{% macro ranked_by(value) -%}
row_number() OVER (PARTITION BY {{ lane }}, cohort_day ORDER BY {{ value }}) AS nth,
        count(*) OVER (PARTITION BY {{ lane }}, cohort_day) AS of_all
{%- endmacro %}
WITH days AS (
    SELECT
        {{ lane }}, cohort_day, CAST(sum(parcels) AS BIGINT) AS parcels, CAST(sum(late) AS BIGINT) AS late,
        CAST(sum(fault) AS BIGINT) AS fault, count(seller_id) AS sellers, max(late) AS most_of_one
    FROM {{ ref('lane_days') }} AS d
    GROUP BY {{ lane }}, cohort_day
    HAVING sum(parcels) >= {{ a_day.parcels }}
),
compared AS (
    SELECT
        a.metric, a.region, a.carrier, a.cohort_day, {{ ratio('o.late', 'o.parcels') }} AS share
    FROM days AS a
    JOIN days AS o ON {{ same_lane('o', 'a') }} AND o.cohort_day <> a.cohort_day
    WHERE a.late >= {{ a_day.late }} AND a.sellers >= {{ a_day.sellers }}
        AND a.most_of_one * 1000000 <= {{ ppm(a_day.one_seller_at_most) }} * a.late
),
in_order AS (
    SELECT {{ lane }}, cohort_day, share, {{ ranked_by('share') }}
    FROM compared
),
medians AS (
    SELECT {{ lane }}, cohort_day, {{ middle('share') }} AS median
    FROM in_order
    GROUP BY {{ lane }}, cohort_day
    HAVING count(*) >= {{ incidents.usual.at_least_days }}
),
distances AS (
    SELECT
        c.metric, c.region, c.carrier, c.cohort_day, m.median,
        greatest(c.share - m.median, m.median - c.share) AS distance
    FROM compared AS c
    JOIN medians AS m ON {{ same_lane('m', 'c') }} AND m.cohort_day = c.cohort_day
),
distances_in_order AS (
    SELECT {{ lane }}, cohort_day, median, distance, {{ ranked_by('distance') }}
    FROM distances
),
usual AS (
    SELECT {{ lane }}, cohort_day, median, {{ middle('distance') }} AS spread
    FROM distances_in_order
    GROUP BY {{ lane }}, cohort_day, median
),
-- why 1.4826: so many median distances are a standard deviation of a normal one.
told AS (
    SELECT
        d.metric, d.region, d.carrier, d.cohort_day, d.parcels, d.late, d.fault,
        CAST(round(u.median * 1E6) AS BIGINT) * d.parcels AS usual_late_ppm,
        u.median IS NOT NULL AND {{ ratio('d.late', 'd.parcels') }} > u.median + greatest(
            {{ deviations }} * 1.4826E0 * u.spread,
            {{ incidents.above.share }}E0 + {{ deviations }} * {{ deviation_of('u.median', 'd.parcels') }}
        ) AS is_unusual
    FROM days AS d
    LEFT JOIN usual AS u ON {{ same_lane('u', 'd') }} AND u.cohort_day = d.cohort_day
),
numbered AS (
    SELECT
        *, count(CASE WHEN NOT is_unusual THEN 1 END) OVER (
            PARTITION BY {{ lane }} ORDER BY cohort_day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS usual_before
    FROM told
)
SELECT {{ lane }}, cohort_day, parcels, late, fault, usual_late_ppm, usual_before
FROM numbered
WHERE is_unusual
