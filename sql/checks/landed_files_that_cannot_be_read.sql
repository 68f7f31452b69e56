-- fail: landed files could not be read, so that nobody knows what rows are in them; mend them and land them again, or accept to do without
SELECT dataset, file, file_id, because
FROM (
    VALUES ('?', '?', '?', '?')
    {% for f in refused_files %}
    , ({{ quoted(f.dataset) }}, {{ quoted(f.file) }}, {{ quoted(f.file_id) }}, {{ quoted(f.because) }})
    {% endfor %}
) AS t (dataset, file, file_id, because)
WHERE dataset <> '?'
ORDER BY dataset, file
