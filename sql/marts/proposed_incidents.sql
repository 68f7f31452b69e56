-- One row per metric, region, carrier and span of cohort days on which unusually many parcels of that lane
-- were late, of many sellers: a carrier incident that a person may accept (`scorecards incidents`). A day is
-- compared with the lane's other days of the last weeks by the margins of docs/decisions/0012: above their
-- median by a share and by chance, and by as many spreads of theirs. Neighbouring unusual days are one span;
-- days between with too few parcels to tell join them, a usual day parts them.
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
),
unusual AS (
    SELECT * FROM numbered WHERE is_unusual
),
covered AS (
    SELECT DISTINCT u.metric, u.region, u.carrier, u.cohort_day
    FROM unusual AS u
    CROSS JOIN {{ ref('exemptions') }} AS e
    WHERE e.seller_id IS NULL AND e.order_id IS NULL
        AND (e.region IS NULL OR e.region = u.region)
        AND (e.carrier IS NULL OR e.carrier = u.carrier)
        AND (e.metrics = 'all' OR strpos(e.metrics, '|' || u.metric || '|') > 0)
        AND (e.valid_from IS NULL OR u.cohort_day >= e.valid_from)
        AND (e.valid_to IS NULL OR u.cohort_day <= e.valid_to)
),
spans AS (
    SELECT
        u.metric, u.region, u.carrier, u.usual_before, min(u.cohort_day) AS first_day,
        max(u.cohort_day) AS last_day, count(*) AS unusual_days, count(c.cohort_day) AS covered_days,
        CAST(sum(u.parcels) AS BIGINT) AS parcels, CAST(sum(u.late) AS BIGINT) AS late,
        CAST(sum(u.fault) AS BIGINT) AS fault, CAST(sum(u.usual_late_ppm) AS BIGINT) AS usual_late_ppm
    FROM unusual AS u
    LEFT JOIN covered AS c ON {{ same_lane('c', 'u') }} AND c.cohort_day = u.cohort_day
    GROUP BY u.metric, u.region, u.carrier, u.usual_before
),
of_sellers AS (
    SELECT u.metric, u.region, u.carrier, u.usual_before, d.seller_id, CAST(sum(d.late) AS BIGINT) AS late
    FROM unusual AS u
    JOIN {{ ref('lane_days') }} AS d ON {{ same_lane('d', 'u') }} AND d.cohort_day = u.cohort_day
    WHERE d.seller_id IS NOT NULL
    GROUP BY u.metric, u.region, u.carrier, u.usual_before, d.seller_id
),
shared AS (
    SELECT {{ lane }}, usual_before, count(*) AS sellers, max(late) AS most_of_one_seller
    FROM of_sellers
    GROUP BY {{ lane }}, usual_before
)
SELECT
    s.metric || ':' || s.region || ':' || s.carrier || ':' || CAST(s.first_day AS VARCHAR) AS incident_id,
    s.metric, s.region, s.carrier, s.first_day, s.last_day, s.unusual_days, s.covered_days, s.parcels, s.late,
    s.fault AS at_fault, {{ ratio('s.usual_late_ppm', 's.parcels') }} / 1E6 AS usual_share, h.sellers,
    h.most_of_one_seller,
    CASE
        WHEN s.covered_days = s.unusual_days THEN 'covered'
        WHEN s.fault = 0 THEN 'nobody_at_fault'
        ELSE 'proposed'
    END AS status
FROM spans AS s
JOIN shared AS h ON {{ same_lane('h', 's') }} AND h.usual_before = s.usual_before
ORDER BY incident_id
