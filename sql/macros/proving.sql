{# Proving: what stands beside an outcome so that a reader can judge it again. #}

{# Its columns out of rows of a ledger; what the subject does not have is empty. #}
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
