-- One row per conversation whose answer, and per order judged tonight whose refund is due in business time:
-- the region whose calendar holds, and when it was due. Time stands still on days off and, where hours
-- count, while shops are closed. Empty where policy counts every day.
{% set limits = in_business_time() %}
{% if not limits.length %}
SELECT
    CAST(NULL AS VARCHAR) AS subject, CAST(NULL AS VARCHAR) AS seller_id, CAST(NULL AS VARCHAR) AS subject_id,
    CAST(NULL AS VARCHAR) AS calendar, CAST(NULL AS TIMESTAMP) AS due_at
WHERE 1 = 0
{% else %}
WITH digits AS (
    SELECT * FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS t (digit)
),
numbered AS (
    SELECT a.digit + 10 * b.digit + 100 * c.digit + 1000 * d.digit AS n
    FROM digits AS a
    CROSS JOIN digits AS b
    CROSS JOIN digits AS c
    CROSS JOIN digits AS d
),
days AS (
    SELECT CAST({{ calendar_from }} + INTERVAL '1' DAY * n AS DATE) AS day
    FROM numbered
    WHERE n <= {{ calendar_days }}
),
working AS (
    SELECT * FROM (
        VALUES ('?', 0)
        {% for w in working_weekdays %}
        , ({{ quoted(w.region) }}, {{ w.weekday }})
        {% endfor %}
    ) AS t (region, weekday)
),
holidays AS (
    SELECT * FROM (
        VALUES ('?', DATE '1970-01-01')
        {% for h in holidays %}
        , ({{ quoted(h.region) }}, {{ h.day }})
        {% endfor %}
    ) AS t (region, day)
),
regions AS (
    SELECT * FROM (VALUES ('?') {%- for code in calendar_regions %}, ({{ quoted(code) }}) {%- endfor %})
        AS t (region)
    WHERE region <> '?'
),
hours AS (
    {% for hours in hours_counted %}
    {{ 'UNION ALL' if not loop.first }}
    SELECT
        '{{ hours }}' AS hours, r.region, d.day,
        {{ opens_at(hours, 'r.region', 'd.day') }} AS opens_at,
        CASE
            -- A day off opens and closes at once.
            WHEN w.region IS NULL OR h.region IS NOT NULL THEN {{ opens_at(hours, 'r.region', 'd.day') }}
            ELSE {{ closes_at(hours, 'r.region', 'd.day') }}
        END AS closes_at
    FROM days AS d
    CROSS JOIN regions AS r
    -- Monday 5 January 1970.
    LEFT JOIN working AS w
        ON w.region = r.region AND w.weekday = date_diff('day', DATE '1970-01-05', d.day) % 7
    LEFT JOIN holidays AS h ON h.region = r.region AND h.day = d.day
    {% endfor %}
),
-- How many seconds of business had passed when a day opened.
added_up AS (
    SELECT
        *, date_diff('second', opens_at, closes_at) AS seconds,
        CAST(
            sum(date_diff('second', opens_at, closes_at)) OVER (PARTITION BY hours, region ORDER BY day)
            AS BIGINT
        ) - date_diff('second', opens_at, closes_at) AS before
    FROM hours
),
-- The same by days' worth of seconds, so that what is due is found by equality: a local day of 25 hours lies
-- in three of them at most. A place too many finds nothing, as seconds are compared as well.
found_by AS (
    SELECT a.*, CAST(floor(a.before / 86400E0) AS BIGINT) + p.n AS place
    FROM added_up AS a
    CROSS JOIN (VALUES (0), (1), (2)) AS p (n)
),
asked AS (
    {% for m in limits %}
    {{ 'UNION ALL' if not loop.first }}
    SELECT
        '{{ m.subject }}' AS subject, '{{ m.hours }}' AS hours, {{ m.seconds }} AS allowed, o.seller_id,
        o.{{ m.subject }}_id AS subject_id,
        {{ 'e' if m.subject == 'order' else 'o' }}.{{ m.from }} AS asked_at,
        {% if m.by_home %}
        CASE WHEN s.home_region IN {{ in_list(calendar_regions) }} THEN s.home_region ELSE o.region END
            AS calendar
        {% else %}
        o.region AS calendar
        {% endif %}
    FROM {{ ref(m.subject ~ 's') }} AS o
    {% if m.subject == 'order' %}
    JOIN {{ ref('order_events') }} AS e ON e.seller_id = o.seller_id AND e.order_id = o.order_id
        AND e.{{ m.from }} IS NOT NULL
    {% endif %}
    {% if m.by_home %}
    LEFT JOIN {{ ref('sellers') }} AS s ON s.seller_id = o.seller_id
    {% endif %}
    {% endfor %}
),
on_days AS (
    SELECT *, {{ local_day('calendar', 'asked_at') }} AS day
    FROM asked
),
-- From when on time passes: what is asked before a day opens waits for it, and after it closes for the next.
begun AS (
    SELECT
        o.*, d.opens_at, d.before,
        greatest(d.opens_at, least(o.asked_at, d.closes_at)) AS begun_at
    FROM on_days AS o
    JOIN added_up AS d ON d.hours = o.hours AND d.region = o.calendar AND d.day = o.day
),
-- Seconds of business up to when it is due, a begun one counted as whole: only to find the day.
due_after AS (
    SELECT
        *, before + allowed + date_diff('second', opens_at, begun_at) + CASE
            WHEN opens_at + INTERVAL '1' SECOND * date_diff('second', opens_at, begun_at) < begun_at THEN 1
            ELSE 0
        END AS seconds
    FROM begun
)
SELECT
    a.subject, a.seller_id, a.subject_id, a.calendar,
    a.begun_at + INTERVAL '1' SECOND * (
        date_diff('second', a.opens_at, d.opens_at) + a.before + a.allowed - d.before
    ) AS due_at
FROM due_after AS a
JOIN found_by AS d
    ON d.hours = a.hours AND d.region = a.calendar
    AND d.place = CAST(floor(a.seconds / 86400E0) AS BIGINT)
    AND d.before < a.seconds AND a.seconds <= d.before + d.seconds
{% endif %}
