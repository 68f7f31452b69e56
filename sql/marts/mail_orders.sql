-- One row per seller, programme, order that a scorecard mail shows and metric under which it is at fault: at
-- most five orders (conversations, or what landed) per seller and programme. First those under a metric that
-- holds the tier back, then the others; of each the ones that leave the numbers first, because by them it is
-- decided when the tier changes. `place` is 1 for the first, `orders_at_fault` says of how many. An order
-- defect repeats its parts: where the part is at fault under its own metric, the defect is not listed beside
-- it.
{# Named as a mail names them, which is also the order of those of one day. #}
{% set named_by = {order: 'Order ', conversation: 'Conversation ', landed: ''} %}
WITH of_rooms AS (
    SELECT d.*, {{ room_of_row('d.') }} AS room
    FROM {{ ref('outcome_details') }} AS d
    WHERE d.outcome = 'fault'
),
faults AS (
    SELECT d.*,
        CASE d.room
            WHEN '?' THEN ''
            {% for m in metrics %}
            WHEN {{ quoted(m.metric) }} THEN '{{ named_by[m.subject] }}'
            {% endfor %}
            ELSE ''
        END || d.subject_id AS named
    FROM of_rooms AS d
),
orders_at_fault AS (
    SELECT
        f.seller_id, f.programme, f.named, max(f.cohort_day) AS newest_day,
        max(f.leaves_window_on) AS counts_until,
        min(CASE WHEN c.held_back_by = f.metric THEN f.leaves_window_on END) AS decides_until
    FROM faults AS f
    JOIN {{ ref('scorecards') }} AS c
        ON c.seller_id = f.seller_id AND c.programme = f.programme
    GROUP BY f.seller_id, f.programme, f.named
),
placed AS (
    SELECT o.*,
        row_number() OVER (
            PARTITION BY seller_id, programme
            ORDER BY decides_until NULLS LAST, counts_until, named
        ) AS place,
        count(*) OVER (PARTITION BY seller_id, programme) AS orders_at_fault
    FROM orders_at_fault AS o
)
SELECT
    f.seller_id, f.programme, f.metric, f.subject_id, f.region, f.reason, f.evidence, f.items, f.placed_at,
    f.ship_by, f.confirmed_at, f.first_scan_at, f.deliver_by, f.delivered_at, f.cancelled_at, f.cancelled_by,
    f.carrier, f.has_tracking, f.reviewed_at, f.rating, f.about, f.returned_at, f.return_requested_at,
    f.refunded_at, f.case_closed_at, f.case_lost_at, f.case_opened_at, f.case_unsolved_at, f.not_received_at,
    f.not_as_described_at, f.contacted_at, f.refund_due_at, f.refund_calendar, f.opened_at, f.reply_due_at,
    f.reply_calendar, f.first_reply_at, f.satisfaction,
    CAST(p.place AS INTEGER) AS place, p.newest_day, p.counts_until, p.orders_at_fault
FROM faults AS f
JOIN placed AS p ON p.seller_id = f.seller_id AND p.programme = f.programme AND p.named = f.named
LEFT JOIN faults AS part
    ON part.seller_id = f.seller_id AND part.programme = f.programme AND part.named = f.named
    AND part.room = CASE WHEN f.room = 'order_defect' THEN f.reason END
WHERE p.place <= 5 AND part.metric IS NULL
ORDER BY f.seller_id, f.programme, p.place, f.metric
