-- One row per programme, bound and number of faults up to sixty: of how many subjects at most so many faults
-- are more than luck, by the exact binomial distribution. Of more faults, see sql/macros/evaluation.sql.
SELECT
    programme, CAST(at_most_ppm AS BIGINT) AS at_most_ppm, CAST(faults AS BIGINT) AS faults,
        CAST(notice_from AS BIGINT) AS notice_from, CAST(notice_to AS BIGINT) AS notice_to,
    CAST(person_to AS BIGINT) AS person_to
    {% for years in luck_years %}
    , CAST(once_in_{{ years }}_to AS BIGINT) AS once_in_{{ years }}_to
    {% endfor %}
FROM (
    VALUES
    ('?', 0, 0, 0, 0, 0 {%- for years in luck_years %}, 0 {%- endfor %})
    {% for r in luck_rows() %}
    , ({{ quoted(r.programme) }}, {{ r.at_most_ppm }}, {{ r.faults }}, {{ r.notice_from }}, {{ r.notice_to }},
        {{ r.person_to }}, {{ r.years_to | join(', ') }})
    {% endfor %}
) AS t (
    programme, at_most_ppm, faults, notice_from, notice_to, person_to
    {%- for years in luck_years %}, once_in_{{ years }}_to {%- endfor %}
)
WHERE faults > 0
ORDER BY programme, at_most_ppm, faults
