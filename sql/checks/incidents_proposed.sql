-- warn: parcels of a carrier were late across many sellers; if the carrier failed, forgive them, else leave it
SELECT incident_id, metric, region, carrier, first_day, last_day, parcels, late, usual_share, sellers
FROM {{ ref('proposed_incidents') }} AS i
WHERE status = 'proposed'
ORDER BY incident_id
