-- One row per conversation that a buyer opened with a person: the newest version that had landed by the run
-- date.
WITH ranked AS (
    SELECT *, {{ version_rank('conversations', 'conversation_id') }}
    FROM {{ accepted('conversations') }} AS landed
)
SELECT conversation_id, seller_id, region, order_id, opened_at, opened_day, first_reply_at, first_reply_day,
    satisfaction
FROM ranked
WHERE version_rank = 1 AND opened_by = 'buyer' AND kind = 'human' AND opened_day <= {{ run_date }}
