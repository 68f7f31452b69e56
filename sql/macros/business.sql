{# Business time: when the answer to a conversation, called c, was due; empty where every day counts. #}
{% macro reply_due() -%}
{% if in_business_time('conversation').length %}
, due.due_at AS reply_due_at, due.calendar AS reply_calendar
{%- else %}
, CAST(NULL AS TIMESTAMP) AS reply_due_at, CAST(NULL AS VARCHAR) AS reply_calendar
{%- endif %}
{%- endmacro %}
{% macro join_reply_due() -%}
{% if in_business_time('conversation').length %}
LEFT JOIN {{ ref('business_deadlines') }} AS due
        ON due.seller_id = c.seller_id AND due.subject_id = c.conversation_id
{%- endif %}
{%- endmacro %}
