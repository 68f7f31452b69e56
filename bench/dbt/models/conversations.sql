-- One row per conversation: its newest version.
{{ config(unique_key = 'conversation_id') }}
SELECT
    conversation_id, seller_id, region, order_id, opened_by, kind, opened_at, opened_day, first_reply_at, first_reply_day, dt
FROM {{ accepted('conversations') }}
{{ newest('conversation_id') }}
