{#- Accepted rows that landed by the run date; of an incremental run those that landed since the model's last one. -#}
{% macro accepted(dataset) -%}
(
    FROM read_parquet('{{ var("accepted") }}/{{ dataset }}/*/*.parquet', hive_partitioning = true, hive_types = {'dt': DATE})
    WHERE dt <= {{ run_date() }}
    {%- if is_incremental() %}
        {#- A constant, so that DuckDB opens the files of these days alone. #}
        AND dt > DATE '{{ last_day(this, 'dt') }}'
    {%- endif %}
)
{%- endmacro %}

{% macro run_date() -%}
DATE '{{ var("run_date") }}'
{%- endmacro %}

{#- The newest day in a column of a relation, YYYY-MM-DD. -#}
{% macro last_day(relation, column) -%}
{%- if execute -%}
{{ run_query("SELECT coalesce(max(" ~ column ~ "), DATE '1900-01-01') FROM " ~ relation).columns[0].values()[0] }}
{%- endif -%}
{%- endmacro %}

{% macro newest(key) -%}
QUALIFY row_number() OVER (PARTITION BY {{ key }} ORDER BY updated_at DESC, dt DESC, row_hash DESC) = 1
{%- endmacro %}
