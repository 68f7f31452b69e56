{# Segments: which orders an entry of a programme counts, where it does not count all of them. #}

{# What is named of what is known; `names` are in lower case. #}
{% macro is_named(names, column) -%}
{% if names.names.length %}
lower({{ column }}) {{ 'NOT IN' if names.not else 'IN' }} {{ in_list(names.names) }}
{%- else -%}
{{ column }} IS NOT NULL
{%- endif %}
{%- endmacro %}

{# Whether a row with an order's category, fulfilment, carrier and region is in a segment; whether it crosses
   a border is asked apart, as the ledger does not know where sellers are at home. #}
{% macro in_segment(where, prefix='') -%}
1 = 1
{%- if where.category %} AND {{ is_named(where.category, prefix ~ 'category') }}{% endif %}
{%- if where.fulfilment %} AND {{ prefix }}fulfilment = {{ quoted(where.fulfilment) }}{% endif %}
{%- if where.carrier %} AND {{ is_named(where.carrier, prefix ~ 'carrier') }}{% endif %}
{%- if where.region %} AND {{ prefix }}region IN {{ in_list(where.region) }}{% endif %}
{%- endmacro %}

{# Whether the region in `region` is another than the seller's own, or is that, as the segment says; of a
   seller whom nobody has described neither is true. #}
{% macro across_border(where, prefix='', home='home_region') -%}
{{ home }} {{ '<>' if where.cross_border else '=' }} {{ prefix }}region
{%- endmacro %}

{# Whether a row is in a segment, all of it: `home_region` is known of the row where the segment asks. #}
{% macro counts_in_segment(where, prefix='') -%}
{{ in_segment(where, prefix) }}{% if crosses(where) %} AND {{ across_border(where, prefix) }}{% endif %}
{%- endmacro %}

{# Where sellers are at home, by `home_of`, so that no column of a ledger has its name: of rows called o. #}
{% macro with_home(row='o') -%}
LEFT JOIN (
        SELECT seller_id AS home_of, home_region
        FROM {{ ref('sellers') }} AS s
    ) AS h ON h.home_of = {{ row }}.seller_id
{%- endmacro %}

{# Whether an entry counts a row: `entry` is its programme and key, with a space between, and `home_region` is
   known of the row where any of them asks. #}
{% macro entry_counts(entry, prefix) -%}
CASE {{ entry }}
            {% for m in segment_entries %}
            WHEN {{ quoted(m.programme ~ ' ' ~ m.metric) }} THEN {{ counts_in_segment(m.where, prefix) }}
            {% endfor %}
            ELSE 1 = 1
        END
{%- endmacro %}
