-- One row per conversation version of a day, typed as the help desk's newer export is: moments as TIMESTAMP in UTC.
SELECT *
FROM read_json(
  getvariable('lines'),
  format = 'newline_delimited',
  columns = {
    conversation_id: 'VARCHAR', seller_id: 'VARCHAR', region: 'VARCHAR', order_id: 'VARCHAR', opened_by: 'VARCHAR',
    opened_at: 'TIMESTAMP', first_reply_at: 'TIMESTAMP', kind: 'VARCHAR', satisfaction: 'INTEGER', updated_at: 'TIMESTAMP'
  }
)
