{#-
  One row per time zone and span of constant offset: until when (UTC, exclusive), and how many seconds local time is ahead. Switches happen on
  whole quarters of an hour in UTC, so those of the days on which the offset changes are looked through.
-#}
SELECT time_zone, CAST(coalesce(lead(moment) OVER later, TIMESTAMP '{{ to }}') AS VARCHAR) AS until, offset_seconds
FROM (
  SELECT time_zone, moment, offset_seconds, lag(offset_seconds) OVER (PARTITION BY time_zone ORDER BY moment) AS before
  FROM (
    {%- for zone in zones %}
    {{ 'UNION ALL' if not loop.first }}
    SELECT
      {{ zone | text }} AS time_zone,
      moment,
      CAST(epoch(timezone({{ zone | text }}, timezone('UTC', moment))) - epoch(moment) AS INTEGER) AS offset_seconds
    FROM (
      SELECT day + to_minutes(quarter * 15) AS moment
      FROM (
        SELECT day, timezone({{ zone | text }}, timezone('UTC', day)) - day IS DISTINCT FROM timezone({{ zone | text }}, timezone('UTC', day + INTERVAL 1 DAY)) - (day + INTERVAL 1 DAY) AS switches
        FROM (SELECT unnest(generate_series(TIMESTAMP '{{ from }}', TIMESTAMP '{{ to }}' - INTERVAL 1 DAY, INTERVAL 1 DAY)) AS day)
      ), (SELECT unnest(range(96)) AS quarter)
      WHERE quarter = 0 OR switches
    )
    {%- endfor %}
  )
)
WHERE before IS DISTINCT FROM offset_seconds
WINDOW later AS (PARTITION BY time_zone ORDER BY moment)
ORDER BY time_zone, until
