-- One row per application of the days that policy looks back on, with the local day of each step taken up to
-- the run date; of a step not taken, or that nobody notes, there is none. Sold is the first order since the
-- application, in any region. One that is whole, and any where nobody notes which are, waits for the
-- marketplace.
WITH steps AS (
    SELECT
        applicant_id,
        min(CASE WHEN step = 'applied' THEN taken_on END) AS applied_on,
        min(CASE WHEN step = 'completed' THEN taken_on END) AS completed_on,
        min(CASE WHEN step = 'verified' THEN taken_on END) AS verified_on,
        min(CASE WHEN step = 'decided' THEN taken_on END) AS decided_on,
        min(CASE WHEN step = 'listed' THEN taken_on END) AS listed_on
    FROM {{ ref('application_steps') }} AS s
    GROUP BY applicant_id
),
followed AS (
    SELECT
        a.applicant_id, a.seller_id, a.region, coalesce(a.channel, 'not_said') AS channel, a.entity_type,
        a.country, a.status, a.reject_code, s.applied_on, s.completed_on, s.verified_on, s.decided_on,
        s.listed_on
    FROM {{ ref('applications') }} AS a
    JOIN steps AS s ON s.applicant_id = a.applicant_id
    WHERE s.applied_on > {{ day(-onboarding.look_back_days) }}
),
first_sales AS (
    SELECT f.applicant_id, min(d.placed_day) AS sold_on
    FROM followed AS f
    JOIN {{ ref('applicant_days') }} AS d ON d.seller_id = f.seller_id AND d.placed_day >= f.applied_on
    GROUP BY f.applicant_id
),
-- In the thirty days that follow so many days after the first order; null until these have passed.
stayed AS (
    SELECT
        f.applicant_id
        {% for days in survival_days %}
        , CASE WHEN {{ days_after('f.sold_on', days + 29) }} <= {{ run_date }} THEN
            count(
                CASE
                    WHEN d.placed_day >= {{ days_after('f.sold_on', days) }}
                        AND d.placed_day <= {{ days_after('f.sold_on', days + 29) }} THEN 1
                END
            ) > 0
        END AS sold_after_{{ days }}
        {% endfor %}
    FROM first_sales AS f
    JOIN followed AS o ON o.applicant_id = f.applicant_id
    JOIN {{ ref('applicant_days') }} AS d ON d.seller_id = o.seller_id
    GROUP BY f.applicant_id, f.sold_on
),
notes AS (
    SELECT count(completed_on) AS whole FROM followed
),
waiting AS (
    SELECT
        f.*,
        CASE
            WHEN f.status = 'complete' OR (f.status = 'submitted' AND n.whole = 0) THEN 'marketplace'
            WHEN f.status = 'submitted' THEN 'applicant'
        END AS waits_for
    FROM followed AS f
    CROSS JOIN notes AS n
),
waited AS (
    SELECT
        *,
        CASE
            WHEN waits_for = 'marketplace'
                THEN date_diff('day', coalesce(completed_on, applied_on), {{ run_date }})
            WHEN waits_for = 'applicant' THEN date_diff('day', applied_on, {{ run_date }})
        END AS days_waiting
    FROM waiting
)
SELECT
    w.applicant_id, w.seller_id, w.region, w.channel, w.entity_type, w.country, w.status, w.reject_code,
    CAST(date_trunc('week', w.applied_on) AS DATE) AS week, w.applied_on, w.completed_on, w.verified_on,
    w.decided_on, w.listed_on, f.sold_on, w.waits_for, w.days_waiting,
    coalesce(w.waits_for = 'marketplace' AND w.days_waiting > {{ onboarding.decide_within_days }}, FALSE)
        AS is_overdue
    {% for days in survival_days %}
    , s.sold_after_{{ days }}
    {% endfor %}
FROM waited AS w
LEFT JOIN first_sales AS f ON f.applicant_id = w.applicant_id
LEFT JOIN stayed AS s ON s.applicant_id = w.applicant_id
ORDER BY w.applicant_id
