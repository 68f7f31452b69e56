-- warn: moments lie before what they follow, and are read as unknown; correct them, or land them empty where they are not known
-- Over what landed since the base run, or over everything. One row per dataset and set of such moments:
-- how many rows, and two of them.
{% for u in unknown_moments %}
{{ 'UNION ALL' if not loop.first }}
SELECT
    '{{ u.dataset }}' AS dataset, trim(cannot_be) AS moments, count(*) AS landed_rows,
    min({{ u.record }}) AS one, max({{ u.record }}) AS another
FROM {{ accepted_news(u.dataset) if has_base else accepted(u.dataset) }} AS landed
WHERE cannot_be <> ''
GROUP BY cannot_be
{% endfor %}
ORDER BY dataset, moments
