{# Datasets of which rows are gone since the last published run: landed rows of what that run read. #}
{% macro vanished_rows(condition) -%}
SELECT dataset, gone, rows_then, files, since, examples
FROM (
    VALUES ('?', CAST(0 AS BIGINT), CAST(0 AS BIGINT), CAST(0 AS BIGINT), '?', '?')
    {% for v in vanished %}
    , (
        '{{ v.dataset }}', CAST({{ v.gone }} AS BIGINT), CAST({{ v.rows }} AS BIGINT),
        CAST({{ v.files }} AS BIGINT), '{{ v.since }}', {{ quoted(v.first | join(', ')) }}
    )
    {% endfor %}
) AS t (dataset, gone, rows_then, files, since, examples)
WHERE {{ condition }}
ORDER BY dataset
{%- endmacro %}
