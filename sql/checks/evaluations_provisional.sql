-- warn: evaluations are provisional: nobody is moved, and no notice begins, before a person releases them or data are fresh again
SELECT
    programme, evaluation_id, due_on, because, would_fall, of_sellers, share_allowed, too_many, most_by,
    most_sellers, silent_dataset, silent_region, provisional_since, state
FROM {{ ref('evaluations') }} AS e
WHERE state = 'provisional'
ORDER BY programme
