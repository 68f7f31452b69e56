-- One row per landed dataset, region (ALL for a whole dataset) and figure of what landed on the run date: how
-- many rows, which share was rejected, left a column empty, or had a value; against the 28 days before.
-- What is usual is a median; how much it varies is the median distance from it: one bad night moves neither.
-- Where the 28 days hold the same weekday four times, a day is measured by the median of its own weekday;
-- else by the second smallest and the second largest day, between which week and weekend both lie.
{# Four standard deviations, 1.4826 medians of distance each: of 200 figures one errs in some 80 nights. #}
{% set many_spreads = '5.93E0' %}
{# As many of counting alone, of which small datasets have much. #}
{% set chance = '4E0' %}
{# Marketplaces grow, by a half at most in a month; rows that are missing are what a lost file looks like. #}
{% set growth = '0.5E0' %}
{% set loss = '0.3333E0' %}
{# Habits shift, and a twentieth of the rows changes nobody's rate by much. #}
{% set shift = '0.05E0' %}
{# Of nothing or all, chance is that of a twentieth: a rare value may come up. #}
{% macro deviation_of_share() -%}
sqrt(greatest(least(m.median, 0.95E0), 0.05E0) * (1E0 - greatest(least(m.median, 0.95E0), 0.05E0))
                / CAST(v.out_of AS DOUBLE))
{%- endmacro %}
{# Of fewer rows a share says nothing. #}
{% set rows_needed = 30 %}
{# Less than a week has no usual. #}
{% set nights_needed = 7 %}
{# Of a column with many values those of a hundredth of the rows are shown. #}
{% set shown_share = '0.01E0' %}
{% set figure = 'dataset, region, measure, column_name, category' %}
{% macro same(a, b) -%}
{{ a }}.dataset = {{ b }}.dataset AND {{ a }}.region = {{ b }}.region AND {{ a }}.measure = {{ b }}.measure
        AND {{ a }}.column_name = {{ b }}.column_name AND {{ a }}.category = {{ b }}.category
{%- endmacro %}
WITH known AS (
    SELECT
        {{ figure }}, count(*) AS nights, min(amount) AS lowest,
        count(CASE WHEN ago % 7 = 0 THEN 1 END) >= 4 AS by_weekday
    FROM {{ ref('landing_figures') }} AS f
    WHERE ago > 0
    GROUP BY {{ figure }}
),
past AS (
    SELECT v.dataset, v.region, v.measure, v.column_name, v.category, v.amount,
        CASE WHEN k.by_weekday THEN v.ago % 7 ELSE 0 END AS slot
    FROM {{ ref('landing_figures') }} AS v
    JOIN known AS k ON {{ same('k', 'v') }}
    WHERE v.ago > 0
),
in_order AS (
    SELECT
        {{ figure }}, slot, amount,
        row_number() OVER (PARTITION BY {{ figure }}, slot ORDER BY amount) AS nth,
        count(*) OVER (PARTITION BY {{ figure }}, slot) AS of_slot
    FROM past
),
-- The middle one, or the mean of the middle two.
medians AS (
    SELECT
        {{ figure }}, slot,
        (min(CASE WHEN 2 * nth >= of_slot THEN amount END)
            + max(CASE WHEN 2 * nth <= of_slot + 2 THEN amount END)) / 2E0 AS median,
        min(CASE WHEN nth >= 2 THEN amount END) AS second_lowest,
        max(CASE WHEN nth <= of_slot - 1 THEN amount END) AS second_highest
    FROM in_order
    GROUP BY {{ figure }}, slot
),
distances AS (
    SELECT p.dataset, p.region, p.measure, p.column_name, p.category,
        greatest(p.amount - m.median, m.median - p.amount) AS distance
    FROM past AS p
    JOIN medians AS m ON {{ same('m', 'p') }} AND m.slot = p.slot
),
distances_in_order AS (
    SELECT
        {{ figure }}, distance, row_number() OVER (PARTITION BY {{ figure }} ORDER BY distance) AS nth,
        count(*) OVER (PARTITION BY {{ figure }}) AS of_all
    FROM distances
),
spreads AS (
    SELECT
        {{ figure }},
        (min(CASE WHEN 2 * nth >= of_all THEN distance END)
            + max(CASE WHEN 2 * nth <= of_all + 2 THEN distance END)) / 2E0 AS spread
    FROM distances_in_order
    GROUP BY {{ figure }}
),
measured AS (
    SELECT
        v.dataset, v.region, v.measure, v.column_name, v.category, v.n, v.out_of, v.amount,
        k.nights, k.by_weekday, k.lowest, m.median, s.spread,
        CASE WHEN k.by_weekday THEN m.median ELSE coalesce(m.second_lowest, m.median) END AS low,
        CASE WHEN k.by_weekday THEN m.median ELSE coalesce(m.second_highest, m.median) END AS high,
        greatest({{ many_spreads }} * s.spread, CASE
            WHEN v.measure = 'rows'
                THEN greatest({{ loss }} * m.median, {{ chance }} * sqrt(greatest(m.median, 1E0)))
            ELSE {{ shift }} + {{ chance }} * {{ deviation_of_share() }}
        END) AS below,
        greatest({{ many_spreads }} * s.spread, CASE
            WHEN v.measure = 'rows'
                THEN {{ growth }} * m.median + {{ chance }} * sqrt(greatest(m.median, 1E0))
            ELSE {{ shift }} + {{ chance }} * {{ deviation_of_share() }}
        END) AS above
    FROM {{ ref('landing_figures') }} AS v
    JOIN known AS k ON {{ same('k', 'v') }}
    JOIN medians AS m ON {{ same('m', 'v') }} AND m.slot = 0
    JOIN spreads AS s ON {{ same('s', 'v') }}
    WHERE v.ago = 0
)
SELECT
    v.dataset, v.region, v.measure, nullif(v.column_name, '') AS column_name,
    nullif(v.category, '') AS category, v.n, v.out_of, v.amount,
    coalesce(m.nights, 0) AS nights, coalesce(m.by_weekday, false) AS by_weekday, m.median AS usual, m.spread,
    CASE WHEN m.low > m.below THEN m.low - m.below WHEN m.low IS NOT NULL THEN 0E0 END AS usual_from,
    CASE WHEN m.measure <> 'rows' AND m.high + m.above > 1E0 THEN 1E0 ELSE m.high + m.above END AS usual_to,
    CASE
        WHEN m.nights IS NULL OR m.nights < {{ nights_needed }} THEN 'too_early'
        WHEN v.measure <> 'rows' AND v.out_of < {{ rows_needed }} THEN 'too_few'
        WHEN m.amount < m.low - m.below THEN 'unusual'
        WHEN m.amount > m.high + m.above THEN 'unusual'
        -- Of few rows a day chance explains any; but not none after something on every single day.
        WHEN m.measure = 'rows' AND m.n = 0 AND m.lowest > 0E0 THEN 'unusual'
        ELSE 'usual'
    END AS verdict
FROM {{ ref('landing_figures') }} AS v
LEFT JOIN measured AS m ON {{ same('m', 'v') }}
WHERE v.ago = 0 AND (
    v.measure <> 'share' OR v.amount >= {{ shown_share }} OR coalesce(m.median, 0E0) >= {{ shown_share }}
)
ORDER BY v.dataset, v.region, v.measure, v.column_name, v.category
