{# Business time: when the answer to a conversation, called c, or the refund of an order, called o, was due;
   empty where every day counts. #}
{% macro due_of(subject, name) -%}
{% if in_business_time(subject).length %}
, due.due_at AS {{ name }}_due_at, due.calendar AS {{ name }}_calendar
{%- else %}
, CAST(NULL AS TIMESTAMP) AS {{ name }}_due_at, CAST(NULL AS VARCHAR) AS {{ name }}_calendar
{%- endif %}
{%- endmacro %}
{% macro join_due(subject, prefix) -%}
{% if in_business_time(subject).length %}
LEFT JOIN {{ ref('business_deadlines') }} AS due
        ON due.subject = '{{ subject }}' AND due.seller_id = {{ prefix }}.seller_id
        AND due.subject_id = {{ prefix }}.{{ subject }}_id
{%- endif %}
{%- endmacro %}
