-- One row per pair of accounts that joins the same families as the links do, after the first rounds.
{% set links %}
(SELECT DISTINCT other AS hi, account AS lo FROM {{ ref('weighed_links') }} AS linked)
{%- endset %}
{{ gather(links, 6) }}
