{# Families of linked accounts. #}

{# One round of gathering: of pairs `hi`, `lo` that join accounts the same accounts are joined by others, ever
   nearer to each one's first. First every account gives those above it the first of its neighbours, then
   every account gives that of those below it. It ends where each account above the first of its family has
   that first alone. Each step reads the one before once, so that rounds may follow each other in one query
   of Trino, which computes what is read twice twice. After Kiveris and others, Connected Components in
   MapReduce and Beyond, 2014. #}
{% macro gather_once(nth, pairs) -%}
neighbours_{{ nth }} AS (
    SELECT
        CASE w.way WHEN 0 THEN hi ELSE lo END AS account, CASE w.way WHEN 0 THEN lo ELSE hi END AS neighbour
    FROM {{ pairs }} AS p
    CROSS JOIN (VALUES (0), (1)) AS w (way)
),
firsts_{{ nth }} AS (
    SELECT account, neighbour, least(account, min(neighbour) OVER (PARTITION BY account)) AS first_one
    FROM neighbours_{{ nth }}
),
above_{{ nth }} AS (
    SELECT DISTINCT neighbour AS hi, first_one AS lo
    FROM firsts_{{ nth }}
    WHERE neighbour > account
),
below_{{ nth }} AS (
    SELECT hi, lo, min(lo) OVER (PARTITION BY hi) AS first_one
    FROM above_{{ nth }}
),
gathered_{{ nth }} AS (
    SELECT DISTINCT CASE w.way WHEN 0 THEN hi ELSE lo END AS hi, first_one AS lo
    FROM below_{{ nth }}
    CROSS JOIN (VALUES (0), (1)) AS w (way)
    WHERE w.way = 0 OR lo > first_one
)
{%- endmacro %}

{# So many rounds, one after the other. #}
{% macro gather(pairs, rounds) -%}
WITH {{ gather_once(1, pairs) }}
{%- for nth in range(2, rounds + 1) -%}
, {{ gather_once(nth, 'gathered_' ~ (nth - 1)) }}
{%- endfor %}

SELECT hi, lo
FROM gathered_{{ rounds }}
{%- endmacro %}


{# What a value of a kind says, in hundredths; kinds that nobody looks at are not among them. #}
{% macro weights_of_kinds() -%}
SELECT * FROM (
        VALUES
        {% for k in weighed_kinds %}
        {% if not loop.first %}, {% endif %}({{ quoted(k.kind) }}, {{ k.hundredths }})
        {% endfor %}
    ) AS t (kind, hundredths)
{%- endmacro %}

{# What of that is left where so many sellers have the value, in ten thousandths; of hubs nothing. #}
{% macro shares_of_holders() -%}
SELECT * FROM (
        VALUES
        {% for s in shares %}
        {% if not loop.first %}, {% endif %}({{ s.sellers }}, {{ s.share }})
        {% endfor %}
    ) AS t (sellers, share)
{%- endmacro %}
