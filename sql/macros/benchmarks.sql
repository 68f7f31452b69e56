{# Benchmarks of scores: with what category a seller's metric is compared, and by which curve it is read. #}

{# What a row of score_parts says of it: m is the metric, a the part, k the seller's category, b its
   benchmark, c the curve. Nothing where the part has no benchmark. #}
{% macro compared() -%}
{% if benchmarks.length %}
k.category,
        CASE
            WHEN a.benchmarked = 0 THEN CAST(NULL AS VARCHAR)
            WHEN k.category IS NULL THEN 'no_category'
            WHEN b.category IS NULL THEN 'new_category'
            ELSE b.because
        END AS benchmark_because,
        b.benchmark, CAST(c.taken_ppm AS DOUBLE) / 1E6 AS benchmark_taken, b.sellers AS benchmark_sellers,
        b.sellers_needed AS benchmark_sellers_needed, b.frozen_on AS benchmark_on,
        b.holds_until AS benchmark_until
{%- else -%}
CAST(NULL AS VARCHAR) AS category, CAST(NULL AS VARCHAR) AS benchmark_because,
        CAST(NULL AS DOUBLE) AS benchmark, CAST(NULL AS DOUBLE) AS benchmark_taken,
        CAST(NULL AS BIGINT) AS benchmark_sellers, CAST(NULL AS BIGINT) AS benchmark_sellers_needed,
        CAST(NULL AS DATE) AS benchmark_on, CAST(NULL AS DATE) AS benchmark_until
{%- endif %}
{%- endmacro %}

{# The category and the benchmark of a metric m of part a, as k and b. #}
{% macro with_benchmarks() -%}
{% if benchmarks.length %}
LEFT JOIN {{ ref('seller_categories') }} AS k
        ON k.seller_id = m.seller_id AND k.programme = m.programme AND a.benchmarked = 1
    LEFT JOIN {{ ref('category_benchmarks') }} AS b
        ON b.programme = k.programme AND b.category = k.category AND b.metric = m.metric
{%- endif %}
{%- endmacro %}

{# Whose curve applies: that of the category, or what policy has, under no name. #}
{% macro curve_category() -%}
{% if benchmarks.length %}
CASE WHEN b.because = 'measured' THEN b.category ELSE '' END
{%- else -%}
''
{%- endif %}
{%- endmacro %}
