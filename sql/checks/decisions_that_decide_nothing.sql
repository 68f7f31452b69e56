-- warn: decisions or appeals landed that decide nothing, or that one person alone decided; correct what is named
-- Over tonight's news. The first night of a store knows no earlier one: what persons said of those is about
-- nights that ran elsewhere, and nothing is wrong with it.
WITH records AS (
    SELECT decision_id, status, decided_by
    FROM {{ ref('decision_records') }} AS r
    UNION ALL
    SELECT
        evaluation_id,
        CASE WHEN because IS NULL AND state <> 'not_held' THEN 'never_provisional' ELSE state END,
        CAST(NULL AS VARCHAR)
    FROM {{ ref('evaluations') }} AS e
),
told AS (
    SELECT
        'decisions' AS dataset, d.decision_id AS record, d.decision_id, d.decided_by,
        CASE
            {% if has_previous %}
            WHEN r.decision_id IS NULL AND e.programme IS NOT NULL THEN 'evaluation_over'
            WHEN r.decision_id IS NULL THEN 'unknown'
            {% endif %}
            WHEN r.status IN ('withdrawn', 'never_provisional') THEN r.status
        END AS cause
    FROM {{ ref('decisions') }} AS d
    LEFT JOIN records AS r ON r.decision_id = d.decision_id
    -- A programme and a day, with a colon between: that of an evaluation.
    LEFT JOIN {{ ref('evaluations') }} AS e ON d.decision_id LIKE e.programme || ':____-__-__'
    WHERE d.decision_id IN (SELECT decision_id FROM {{ accepted_news('decisions') }} AS n)
    UNION ALL
    SELECT
        'appeals', a.appeal_id, a.decision_id, a.decided_by,
        CASE
            {% if has_previous %}
            WHEN r.decision_id IS NULL THEN 'unknown'
            {% endif %}
            WHEN a.decided_by = r.decided_by THEN 'same_person'
        END
    FROM {{ ref('appeals') }} AS a
    LEFT JOIN records AS r ON r.decision_id = a.decision_id
    WHERE a.appeal_id IN (SELECT appeal_id FROM {{ accepted_news('appeals') }} AS n)
)
SELECT dataset, record, decision_id, decided_by, cause
FROM told
WHERE cause IS NOT NULL
ORDER BY dataset, record
