-- Rows of the script by hand in which something counts. Set before: variable `by_hand` (file).
SELECT count(*) AS rows
FROM read_parquet(getvariable('by_hand'))
WHERE met + fault + forgiven + excluded + pending > 0
