{# Proving: what stands beside an outcome so that a reader can judge it again, in the order of an order's life. #}

{% macro proof_columns(prefix) -%}
{% for c in proof %}{{ ', ' if not loop.first }}{{ prefix }}{{ c.name }}{% endfor %}
{%- endmacro %}

{# The same out of rows of a ledger; what the subject does not have is empty. #}
{% macro proof_of(subject, prefix) -%}
{% for c in proof %}
{{ ', ' if not loop.first }}
        {%- if c.subject == subject -%}
{{ prefix }}{{ c.name }}
        {%- else -%}
CAST(NULL AS {{ c.sql }}) AS {{ c.name }}
        {%- endif %}
{% endfor %}
{%- endmacro %}
