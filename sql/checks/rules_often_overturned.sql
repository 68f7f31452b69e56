-- warn: appeals against a rule are granted more often than its programme allows; look at the rule, and pause it (paused: { from, why } beside it in the programme) where sellers are right
SELECT programme, name, overturned, appeals_decided, overturned_share
FROM {{ ref('decision_figures') }} AS f
WHERE propose_pause
ORDER BY programme, name
