-- fail: more rows of a dataset fit no order or seller than the policy allows, so that the numbers which need them are too good
-- Judged over rows from thirty days after the first landed order, of which hardly one is about an older
-- order; and over all where half of those looked at fit once their ids are written as orders write them.
SELECT o.dataset, o.fits, o.unmatched, o.judged, o.examples, o.cause
FROM {{ ref('orphans') }} AS o
JOIN (
    VALUES ('?', 0, 0)
    {% for dataset, limit in landing.orphans %}
    , ('{{ dataset }}', {{ ppm(limit.at_most) }}, {{ limit.at_least }})
    {% endfor %}
) AS l (dataset, at_most_ppm, at_least) ON l.dataset = o.dataset
WHERE (
        o.settled >= l.at_least
        AND o.settled_unmatched * 1000000 > CAST(l.at_most_ppm AS BIGINT) * o.settled
    )
    OR (
        o.judged >= l.at_least AND o.explained * 2 >= o.sampled
        AND o.unmatched * 1000000 > CAST(l.at_most_ppm AS BIGINT) * o.judged
    )
ORDER BY o.dataset, o.fits
