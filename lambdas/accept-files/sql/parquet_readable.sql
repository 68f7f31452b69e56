{#- Reads every value of a Parquet file once, and counts its rows; fails where the file is damaged. -#}
SELECT count(*) AS rows, max(hash(every)) AS seen
FROM (SELECT struct_pack({% for name in batch.header %}{{ name | name }} := {{ name | name }}{{ ', ' if not loop.last }}{% endfor %}) AS every
  FROM read_parquet([{{ batch.paths | texts }}], binary_as_string = true, hive_partitioning = false))
