-- One row per region (and ALL), metric, trailing window, dimension and place: who moved the rate since the
-- period before, where that is whole. The parts of a dimension sum exactly to the change, in millionths.
-- Of each dimension the members that raised and that lowered the rate most are named, the rest is one row.
-- `cause` splits the same change: what members of the dimension `seller` did, what the mix of them did, and
-- what is forgiven. The share of a member times the change of its rate is its rate effect; the change of its
-- share times how far it is from the region's rate is its mix effect; each with the mean of both periods.
{% set named = 8 %}
{% set spans = [{name: 'current', prefix: ''}, {name: 'previous', prefix: 'previous_'}] %}
{% set counts = ['counted', 'fault', 'previous_counted', 'previous_fault'] %}
{% macro added_up() -%}
{% for count in counts %}
CAST(sum({{ count }}) AS BIGINT) AS {{ count }}{{ ', ' if not loop.last }}
{%- endfor %}
{%- endmacro %}
{% macro in_ppm(units) -%}
CAST(round(CAST({{ units }} AS DOUBLE) / 1E6) AS BIGINT)
{%- endmacro %}
WITH metric_windows AS (
    SELECT * FROM (
        VALUES
        ('?', 0, 0, 0, 0)
        {% for p in metric_periods %}{% if p.nth %}
        , ({{ quoted(p.metric) }}, {{ p.window_days }}, {{ p.nth }},
            {{ period_bands.indexOf(p.window_days) + 1 }}, {{ period_bands.indexOf(2 * p.window_days) + 1 }})
        {% endif %}{% endfor %}
    ) AS t (metric, window_days, nth, last_band, previous_last_band)
),
-- Each metric and period is told apart by its number, so that sellers are read once.
of_sellers AS (
    SELECT *
    FROM (
        SELECT
            s.seller_id, s.region, q.nth
            {% for span in spans %}{% for count in ['counted', 'fault'] %}
            , CASE q.nth
                WHEN 0 THEN CAST(0 AS BIGINT)
                {% for p in metric_periods %}{% if p.nth %}
                WHEN {{ p.nth }} THEN {{ p.metric }}_{{ span.name }}_{{ p.window_days }}d_{{ count }}
                {% endif %}{% endfor %}
            END AS {{ span.prefix }}{{ count }}
            {% endfor %}{% endfor %}
        FROM {{ ref('seller_periods') }} AS s
        CROSS JOIN metric_windows AS q
    ) AS every_period
    WHERE counted + previous_counted > 0
),
of_lanes AS (
    SELECT
        l.region, q.nth, l.dimension, l.member
        {% for span in spans %}{% for count in ['counted', 'fault'] %}
        , CAST(sum(CASE
            WHEN l.band {{ '<=' if span.name == 'current' else '>' }} q.last_band THEN l.{{ count }}
            ELSE 0
        END) AS BIGINT) AS {{ span.prefix }}{{ count }}
        {% endfor %}{% endfor %}
    FROM {{ ref('lane_periods') }} AS l
    JOIN metric_windows AS q ON q.metric = l.metric AND l.band <= q.previous_last_band
    GROUP BY l.region, q.nth, l.dimension, l.member
),
-- Sellers and lanes are one row each of a region as they are, so that few are left to add up.
of_regions AS (
    SELECT region, nth, 'seller' AS dimension, seller_id AS member, {{ counts | join(', ') }}
    FROM of_sellers
    UNION ALL
    SELECT region, nth, 'tenure', tenure, {{ added_up() }}
    FROM (
        SELECT
            o.*,
            CASE
                WHEN s.joined_on > {{ day(-90) }} THEN 'under_90_days'
                WHEN s.joined_on > {{ day(-365) }} THEN 'under_a_year'
                WHEN s.joined_on IS NOT NULL THEN 'longer'
            END AS tenure
        FROM of_sellers AS o
        LEFT JOIN {{ ref('sellers') }} AS s ON s.seller_id = o.seller_id
    ) AS joined
    GROUP BY region, nth, tenure
    UNION ALL
    SELECT region, nth, dimension, member, {{ counts | join(', ') }}
    FROM of_lanes
),
members AS (
    SELECT region, nth, dimension, member, {{ counts | join(', ') }} FROM of_regions
    UNION ALL
    SELECT 'ALL', nth, dimension, member, {{ added_up() }}
    FROM of_regions
    GROUP BY nth, dimension, member
    UNION ALL
    -- Sellers of each tenure are all that there are.
    SELECT 'ALL', nth, 'region', region, {{ added_up() }}
    FROM of_regions
    WHERE dimension = 'tenure'
    GROUP BY nth, region
),
changes AS (
    SELECT
        m.region, m.metric, m.window_days, q.nth,
        accountable_rate AS rate, previous_accountable_rate AS previous_rate,
        {{ denominator() }} AS n, fault AS faults, {{ denominator('previous_') }} AS previous_n,
        previous_fault AS previous_faults,
        CAST(round(1E6 * (accountable_rate - previous_accountable_rate)) AS BIGINT) AS change_ppm,
        CAST(round(1E6 * (
            accountable_rate - raw_rate - (previous_accountable_rate - previous_raw_rate)
        )) AS BIGINT) AS forgiven_ppm
    FROM {{ ref('region_metrics') }} AS m
    JOIN metric_windows AS q ON q.metric = m.metric AND q.window_days = m.window_days
    WHERE change IS NOT NULL
),
-- A member without anything in one of the periods is in the mix alone: its rate is taken to be the same.
rated AS (
    SELECT
        m.*, c.metric, c.window_days, c.change_ppm, c.forgiven_ppm,
        c.rate AS of_all, c.previous_rate AS of_all_before,
        CAST(m.counted AS DOUBLE) / CAST(c.n AS DOUBLE) AS share,
        CAST(m.previous_counted AS DOUBLE) / CAST(c.previous_n AS DOUBLE) AS previous_share,
        coalesce({{ ratio('m.fault', 'm.counted') }}, {{ ratio('m.previous_fault', 'm.previous_counted') }})
            AS rate,
        coalesce({{ ratio('m.previous_fault', 'm.previous_counted') }}, {{ ratio('m.fault', 'm.counted') }})
            AS previous_rate
    FROM members AS m
    JOIN changes AS c ON c.region = m.region AND c.nth = m.nth
),
-- In whole units of 1e-12, so that the order of adding cannot matter.
effects AS (
    SELECT *, by_rate + by_mix AS effect
    FROM (
        SELECT
            *,
            CAST(round(1E12 * ((share + previous_share) / 2E0 * (rate - previous_rate))) AS BIGINT)
                AS by_rate,
            CAST(round(1E12 * ((share - previous_share)
                * ((rate + previous_rate) / 2E0 - (of_all + of_all_before) / 2E0))) AS BIGINT) AS by_mix
        FROM rated
    ) AS moved
),
-- Who raised the rate and who lowered it are told apart, and come by how much they did.
ranked AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY region, nth, dimension, effect > 0 ORDER BY abs(effect) DESC, coalesce(member, '')
        ) AS nth_of_its_way
    FROM effects
),
chosen AS (
    SELECT *, CASE WHEN effect <> 0 AND nth_of_its_way <= {{ named }} THEN 1 ELSE 0 END AS is_named
    FROM ranked
),
shown AS (
    SELECT
        region, metric, window_days, dimension, is_named,
        CASE WHEN is_named = 1 THEN member END AS member,
        CASE WHEN is_named = 0 THEN 'others' WHEN member IS NULL THEN 'unknown' ELSE 'member' END AS kind,
        count(*) AS members, {{ added_up() }}, CAST(sum(by_rate) AS BIGINT) AS by_rate,
        CAST(sum(by_mix) AS BIGINT) AS by_mix, change_ppm, forgiven_ppm
    FROM chosen
    GROUP BY 1, 2, 3, 4, 5, 6, 7, change_ppm, forgiven_ppm
),
placed AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY region, metric, window_days, dimension
            ORDER BY is_named DESC, abs(by_rate + by_mix) DESC, coalesce(member, '')
        ) AS place,
        count(*) OVER (PARTITION BY region, metric, window_days, dimension) AS places
    FROM shown
),
-- What the members up to a place did together; what is rounded is carried on to the next.
so_far AS (
    SELECT
        *,
        {% for effect in ['by_rate', 'by_mix'] %}
        CAST(sum({{ effect }}) OVER (
            PARTITION BY region, metric, window_days, dimension ORDER BY place
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS BIGINT) AS {{ effect }}_so_far{{ ',' if not loop.last }}
        {% endfor %}
    FROM placed
),
rounded AS (
    SELECT
        *, {{ in_ppm('by_rate_so_far') }} AS rate_to_here,
        {{ in_ppm('by_rate_so_far - by_rate') }} AS rate_before,
        CASE WHEN place = places THEN change_ppm ELSE {{ in_ppm('by_rate_so_far + by_mix_so_far') }} END
            AS to_here,
        {{ in_ppm('by_rate_so_far - by_rate + by_mix_so_far - by_mix') }} AS before_it
    FROM so_far
),
parts AS (
    SELECT *, to_here - before_it AS contribution_ppm, rate_to_here - rate_before AS rate_ppm
    FROM rounded
),
causes AS (
    SELECT
        p.region, p.metric, p.window_days, p.change_ppm, p.forgiven_ppm, k.place, k.cause,
        CASE k.cause
            WHEN 'rate' THEN p.rate_to_here - p.forgiven_ppm
            WHEN 'mix' THEN p.change_ppm - p.rate_to_here
            ELSE p.forgiven_ppm
        END AS part_ppm
    FROM parts AS p
    CROSS JOIN (VALUES (1, 'rate'), (2, 'mix'), (3, 'forgiven')) AS k (place, cause)
    WHERE p.dimension = 'seller' AND p.place = p.places
)
SELECT
    region, metric, CAST(window_days AS INTEGER) AS window_days, dimension, CAST(place AS INTEGER) AS place,
    kind, member, members, counted, fault, previous_counted, previous_fault,
    CAST(contribution_ppm AS INTEGER) AS contribution_ppm, CAST(rate_ppm AS INTEGER) AS rate_ppm,
    CAST(contribution_ppm - rate_ppm AS INTEGER) AS mix_ppm
FROM parts
UNION ALL
SELECT
    a.region, a.metric, CAST(a.window_days AS INTEGER), 'cause', CAST(a.place AS INTEGER), 'member', a.cause,
    1, c.n, c.faults, c.previous_n, c.previous_faults, CAST(a.part_ppm AS INTEGER),
    CAST(CASE a.cause WHEN 'mix' THEN 0 ELSE a.part_ppm END AS INTEGER),
    CAST(CASE a.cause WHEN 'mix' THEN a.part_ppm ELSE 0 END AS INTEGER)
FROM causes AS a
JOIN changes AS c ON c.region = a.region AND c.metric = a.metric AND c.window_days = a.window_days
ORDER BY region, metric, window_days, dimension, place
