{# Counting: which outcomes a window holds, how rates are made, and relations of constants. #}

{# A window of so many days: matured cohort days for what is decided, and for what is pending every day since
   the window opened. #}
{% macro in_window(column, maturation_days, window_days, count_name) -%}
{{ column }} > {{ day(-maturation_days - window_days) }}
    AND {{ column }} <= {{ run_date if count_name == 'pending' else day(-maturation_days) }}
{%- endmacro %}

{# Outcomes of one kind among rows of one weight, each as one or as the items of its order. why not the sum of
   weights: a hundred sums of CASE cost DuckDB half as much again as a hundred counts. #}
{% macro count_where(m, condition) -%}
{% if m.count == 'items' %}
coalesce(sum(CASE WHEN {{ condition }} THEN units END), 0)
{%- else %}
count(CASE WHEN {{ condition }} THEN 1 END)
{%- endif %}
{%- endmacro %}

{# As how many an order counts where its items are counted. #}
{% macro units_of(items) -%}
greatest(coalesce({{ items }}, 1), 1)
{%- endmacro %}

{% macro ratio(part, whole) -%}
CAST({{ part }} AS DOUBLE) / CAST(nullif({{ whole }}, 0) AS DOUBLE)
{%- endmacro %}

{# Accountable rate's denominator: what was met, what is at fault, and what is forgiven and counts as met. #}
{% macro denominator(prefix='') -%}
{{ prefix }}met + {{ prefix }}fault + {{ prefix }}forgiven_as_met
{%- endmacro %}

{# A bound allows of so many counted these millionths of a fault: at_most_ppm each, and one less in all where
   exactly the bound is too much, for these are whole numbers. `strict` is then 1, else 0. #}
{% macro allowance(at_most_ppm, strict, counted) -%}
{{ at_most_ppm }} * ({{ counted }}) - {{ strict }}
{%- endmacro %}
{% macro within_bound(fault, at_most_ppm, strict, counted) -%}
{{ fault }} * 1000000 <= {{ allowance(at_most_ppm, strict, counted) }}
{%- endmacro %}
{% macro faults_allowed(at_most_ppm, strict, counted) -%}
CAST(floor(CAST({{ allowance(at_most_ppm, strict, counted) }} AS DOUBLE) / 1E6) AS BIGINT)
{%- endmacro %}

{# The fewest counted of which a bound allows so many faults; the bound is more than nothing. #}
{% macro counted_that_allow(fault, at_most_ppm, strict) -%}
CAST(ceil(
                CAST({{ fault }} * 1000000 + {{ strict }} AS DOUBLE) / CAST({{ at_most_ppm }} AS DOUBLE)
            ) AS BIGINT)
{%- endmacro %}

{# The newest version of each record: by updated_at; of equal ones the one that knows more, then the one that
   landed later, then by content, so that splitting files changes nothing. #}
{% macro version_rank(dataset, key) -%}
row_number() OVER (
        PARTITION BY {{ key }}
        ORDER BY updated_at DESC, {{ knowledge_first(dataset) }}, dt DESC, row_hash DESC
    ) AS version_rank
{%- endmacro %}

{# Every region and ALL. #}
{% macro regions_and_all() -%}
SELECT * FROM (
        VALUES
        ('ALL')
        {% for r in regions %}
        , ({{ quoted(r.code) }})
        {% endfor %}
    ) AS t (region)
{%- endmacro %}

{# The currency of a region, by policy: values of orders in any other are not added to it. #}
{% macro currency_of_region(region='region') -%}
CASE {{ region }}
        {% for r in regions %}
        WHEN {{ quoted(r.code) }} THEN {{ quoted(r.currency) }}
        {% endfor %}
    END
{%- endmacro %}
{% macro in_currency_of_region() -%}
(currency = {{ currency_of_region() }})
{%- endmacro %}

{# The regions of each of these programmes, as rows. #}
{% macro regions_of(some) -%}
SELECT * FROM (
        VALUES
        ('?', '?')
        {% for p in some %}{% for region in p.regions %}
        , ({{ quoted(p.programme) }}, {{ quoted(region) }})
        {% endfor %}{% endfor %}
    ) AS t (programme, region)
{%- endmacro %}

{# The parts of a query that name the buyers of `faults`: `newest`, of which version_rank 1 is the order as it
   is. Of orders at fault alone, so that few are sorted. #}
{% macro buyers_of_faults() -%}
versions AS (
    SELECT {{ landed_order_columns }}, dt, row_hash, buyer_id
    FROM {{ accepted('orders') }} AS a
    WHERE EXISTS (SELECT 1 FROM faults AS f WHERE f.order_id = a.order_id AND f.seller_id = a.seller_id)
),
newest AS (
    SELECT order_id, seller_id, buyer_id, {{ version_rank('orders', 'order_id, seller_id') }}
    FROM versions
),
{%- endmacro %}

{# Whole hours from one moment to a later one. why milliseconds: of a larger unit one engine counts how often
   it turned, the other how often it passed in full. #}
{% macro hours_between(earlier, later) -%}
CAST(floor(
            CAST(date_diff('millisecond', {{ earlier }}, {{ later }}) AS DOUBLE) / 3600000E0
        ) AS BIGINT)
{%- endmacro %}
