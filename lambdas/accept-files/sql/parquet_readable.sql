{#- Reads every value of a Parquet file once; fails where the file is damaged. -#}
SELECT max(hash(every)) AS seen
FROM (SELECT struct_pack({% for name in file.header %}{{ name | name }} := {{ name | name }}{{ ', ' if not loop.last }}{% endfor %}) AS every
  FROM read_parquet({{ file.path | text }}, binary_as_string = true, hive_partitioning = false))
