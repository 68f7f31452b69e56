-- One row per metric, region, carrier and span of cohort days on which unusually many parcels of that lane
-- were late, of many sellers: a carrier incident that a person may accept (`scorecards incidents`).
-- Neighbouring unusual days are one span; days between with too few parcels to tell join them, a usual day
-- parts them.
{% set lane = 'metric, region, carrier' %}
{% macro same_lane(a, b) -%}
{{ a }}.metric = {{ b }}.metric AND {{ a }}.region = {{ b }}.region AND {{ a }}.carrier = {{ b }}.carrier
{%- endmacro %}
WITH covered AS (
    SELECT DISTINCT u.metric, u.region, u.carrier, u.cohort_day
    FROM {{ ref('unusual_lane_days') }} AS u
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
    FROM {{ ref('unusual_lane_days') }} AS u
    LEFT JOIN covered AS c ON {{ same_lane('c', 'u') }} AND c.cohort_day = u.cohort_day
    GROUP BY u.metric, u.region, u.carrier, u.usual_before
),
of_sellers AS (
    SELECT u.metric, u.region, u.carrier, u.usual_before, d.seller_id, CAST(sum(d.late) AS BIGINT) AS late
    FROM {{ ref('unusual_lane_days') }} AS u
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
