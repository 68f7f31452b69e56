-- One row per application and step taken up to the run date, with its local day: that of the region applied
-- for or, where nobody knows it, that of UTC. Verified is who passed each check that policy asks for; the day
-- is that on which the last of them was first passed. Whether a decision approves says the application.
{% set kinds = onboarding.verified_by %}
WITH noted AS (
    SELECT
        a.applicant_id, a.region, s.step,
        CASE s.step
            WHEN 'applied' THEN a.submitted_at
            WHEN 'completed' THEN a.completed_at
            WHEN 'decided' THEN a.decided_at
            ELSE a.first_listed_at
        END AS taken_at
    FROM {{ ref('applications') }} AS a
    CROSS JOIN (VALUES ('applied'), ('completed'), ('decided'), ('listed')) AS s (step)
),
-- A check names the application or, made for a seller, the seller that the applicant became.
checks AS (
    SELECT a.applicant_id, a.region, v.kind, v.checked_at
    FROM {{ ref('verifications') }} AS v
    JOIN {{ ref('applications') }} AS a ON a.applicant_id = v.applicant_id
    WHERE v.result = 'passed'
    UNION ALL
    SELECT a.applicant_id, a.region, v.kind, v.checked_at
    FROM {{ ref('verifications') }} AS v
    JOIN {{ ref('applications') }} AS a ON a.seller_id = v.seller_id
    WHERE v.result = 'passed' AND v.applicant_id IS NULL
),
first_passed AS (
    SELECT applicant_id, region, kind, min(checked_at) AS checked_at
    FROM checks
    WHERE kind IN {{ in_list(['?'].concat(kinds)) }}
    GROUP BY applicant_id, region, kind
),
taken AS (
    SELECT * FROM noted
    UNION ALL
    SELECT applicant_id, region, 'verified', max(checked_at)
    FROM first_passed
    GROUP BY applicant_id, region
    HAVING count(*) = {{ kinds.length }}
),
by_day AS (
    SELECT
        applicant_id, step,
        CASE
            WHEN region IS NULL THEN CAST(taken_at AS DATE)
            ELSE {{ local_day('region', 'taken_at') }}
        END AS taken_on
    FROM taken
    WHERE taken_at IS NOT NULL
)
SELECT applicant_id, step, taken_on
FROM by_day
WHERE taken_on <= {{ run_date }}
