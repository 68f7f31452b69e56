-- A marketplace of any size, the same rows each time: every value is a hash of the order's number, none is drawn.
-- Set before: variables `orders`, `days`, `sellers` (whole numbers) and `first_day` (DATE).
-- Each landed_x(from_day, to_day) holds what lands on these days, counted from 0. Moments are seconds since first_day, UTC.

-- A share from 0 to 1, and a choice among the elements of a list, for a number and a purpose. Hashed twice: the hash of a pair is
-- an exclusive-or of two hashes, so that those of two purposes would go together.
CREATE MACRO mixed(n, purpose) AS hash(hash(n, purpose));
CREATE MACRO share(n, purpose) AS CAST(mixed(n, purpose) >> 11 AS DOUBLE) / 9007199254740992;
CREATE MACRO pick(n, purpose, choices) AS choices[1 + CAST(mixed(n, purpose) % len(choices) AS INTEGER)];
CREATE MACRO moment(seconds) AS CAST(getvariable('first_day') AS TIMESTAMP) + to_seconds(seconds);
CREATE MACRO day_of(seconds) AS seconds // 86400;
CREATE MACRO order_id_of(n) AS lower(to_hex(hash(n)));
CREATE MACRO seller_id_of(seller) AS 'S' || lpad(CAST(seller AS VARCHAR), 8, '0');

-- DE 30 %, GB 25 %, FR 20 %, IT 10 %, ES 10 %, IE 5 %.
CREATE MACRO regions() AS ['DE','DE','DE','DE','DE','DE','GB','GB','GB','GB','GB','FR','FR','FR','FR','IT','IT','ES','ES','IE'];
CREATE MACRO carriers() AS ['Northway', 'Parcelo', 'Swiftly', 'Posta', 'Velo', 'Carriage'];

-- What becomes of each order. Sellers follow Zipf-Mandelbrot: the largest hundredth have a third of the
-- orders. A tenth of the sellers are careless. One order in a hundred is a pre-order, promised two weeks later; one in a hundred is
-- never dispatched and cancelled by the system 4 to 9 days after the promise. An order ends within 27 days: cancelled, delivered or lost.
CREATE TEMP TABLE every_fate AS
WITH numbered AS (
    SELECT
        n, n * getvariable('days') // getvariable('orders') AS placed_day,
        CAST(floor(getvariable('sellers') * (pow(1001, share(n, 'seller')) - 1) / 1000.0) AS BIGINT) AS seller,
        CASE WHEN share(n, 'pre-order') < 0.01 THEN 14 ELSE 0 END AS patience
    FROM range(getvariable('orders')) AS t (n)
),
placed AS (
    SELECT
        *, placed_day * 86400 + CAST(floor(share(n, 'hour') * 86400) AS BIGINT) AS placed_s,
        (placed_day + patience + 3) * 86400 + 61200 AS ship_by_s, (placed_day + patience + 6) * 86400 + 75600 AS deliver_by_s,
        share(n, 'expired') < 0.01 AS expired,
        share(n, 'dispatch') < CASE WHEN share(seller, 'care') < 0.1 THEN 0.15 ELSE 0.02 END AS slow
    FROM numbered
),
dispatched AS (
    SELECT
        *,
        CASE
            WHEN slow THEN ship_by_s + CAST(floor(share(n, 'handover') * 172800) AS BIGINT)
            ELSE placed_s + 3600 + CAST(floor(pow(share(n, 'handover'), 2) * (ship_by_s - placed_s - 3600)) AS BIGINT)
        END AS handed_s,
        CASE
            WHEN share(n, 'cancelled') < 0.04 THEN placed_s + 3600 + CAST(floor(share(n, 'regret') * 252000) AS BIGINT)
            WHEN expired THEN ship_by_s + 345600 + CAST(floor(share(n, 'regret') * 432000) AS BIGINT)
        END AS cancelled_s
    FROM placed
),
delivered AS (
    SELECT
        *,
        CASE WHEN cancelled_s IS NULL AND share(n, 'lost') >= 0.005
            THEN handed_s + 86400 + CAST(floor(share(n, 'road') * 216000) AS BIGINT) END AS delivered_s
    FROM dispatched
)
SELECT *, coalesce(cancelled_s, delivered_s, ship_by_s + 9 * 86400) AS finished_s
FROM delivered;

-- Those placed on these days.
CREATE MACRO fates(from_day, to_day) AS TABLE
SELECT * FROM every_fate WHERE placed_day BETWEEN from_day AND to_day;

-- An order lands when it is placed and again when it is finished.
CREATE MACRO landed_orders(from_day, to_day) AS TABLE
WITH versions AS (
    SELECT *, false AS finished FROM fates(from_day, to_day)
    UNION ALL
    SELECT *, true FROM fates(from_day - 27, to_day) WHERE day_of(finished_s) BETWEEN from_day AND to_day
)
SELECT
    seller_id_of(seller) AS seller_id, order_id_of(n) AS order_id, md5('buyer' || n % 7919) AS buyer_id,
    CASE WHEN share(n, 'abroad') < 0.7 THEN pick(seller, 'home', regions()) ELSE pick(n, 'region', regions()) END AS region,
    pick(n, 'goods', ['home','toys','garden','fashion','electronics','books','sport','beauty','pets','office','music','kitchen']) AS category,
    CASE WHEN share(n, 'fulfilment') < 0.15 THEN 'platform' ELSE 'seller' END AS fulfilment,
    moment(placed_s) AS placed_at, moment(ship_by_s) AS ship_by, moment(deliver_by_s) AS deliver_by,
    CASE WHEN finished AND cancelled_s IS NULL THEN moment(handed_s - 1800) END AS confirmed_at,
    CASE WHEN finished AND cancelled_s IS NULL AND share(n, 'scan') >= 0.01 THEN moment(handed_s) END AS first_scan_at,
    CASE WHEN finished THEN moment(delivered_s) END AS delivered_at,
    CASE WHEN finished THEN moment(cancelled_s) END AS cancelled_at,
    CASE WHEN finished AND cancelled_s >= ship_by_s + 345600 THEN 'system' WHEN finished AND cancelled_s IS NOT NULL
        THEN pick(n, 'who', ['buyer','buyer','buyer','buyer','buyer','seller','seller','seller','system','platform','unknown']) END AS cancelled_by,
    CASE WHEN finished AND cancelled_s IS NOT NULL THEN pick(n, 'why', ['no stock', 'changed mind', 'payment', 'address']) END AS cancel_reason,
    CASE WHEN finished AND cancelled_s IS NULL THEN pick(n, 'carrier', carriers()) END AS carrier,
    CASE WHEN finished AND cancelled_s IS NULL AND share(n, 'label') >= 0.02 THEN 'T' || to_hex(mixed(n, 'tracking')) END AS tracking_number,
    'area-' || mixed(n, 'area') % 900 AS destination_area,
    1 + CAST(floor(pow(share(n, 'items'), 4) * 5) AS INTEGER) AS items,
    500 + CAST(floor(pow(share(n, 'price'), 3) * 20000) AS BIGINT) AS gmv_minor,
    CASE WHEN region = 'GB' THEN 'GBP' ELSE 'EUR' END AS currency,
    moment(CASE WHEN finished THEN finished_s ELSE placed_s END) AS updated_at
FROM versions;

-- Every seller is described on the first day, and every fortieth again later on.
CREATE MACRO landed_sellers(from_day, to_day) AS TABLE
WITH versions AS (
    SELECT seller, 0 AS described_day FROM range(getvariable('sellers')) AS t (seller)
    UNION ALL
    SELECT seller, 1 + CAST(mixed(seller, 'told') % (getvariable('days') - 1) AS BIGINT)
    FROM range(0, getvariable('sellers'), 40) AS t (seller)
)
SELECT
    seller_id_of(seller) AS seller_id, 'Shop ' || seller AS name, 'shop' || seller || '@mail.example' AS email, 'en-GB' AS locale,
    pick(seller, 'home', regions()) AS home_region,
    CAST(getvariable('first_day') - CAST(mixed(seller, 'joined') % 1000 AS INTEGER) AS DATE) AS joined_on,
    'active' AS status, 'weekly' AS email_frequency, moment(described_day * 86400 + 300) AS updated_at
FROM versions
WHERE described_day BETWEEN from_day AND to_day;

-- A quarter of the delivered orders are reviewed within ten days; one review in forty is edited two days later.
CREATE MACRO landed_reviews(from_day, to_day) AS TABLE
WITH reviewed AS (
    SELECT n, seller, delivered_s + 7200 + CAST(floor(share(n, 'written') * 864000) AS BIGINT) AS created_s
    FROM fates(from_day - 36, to_day)
    WHERE delivered_s IS NOT NULL AND share(n, 'review') < 0.25
),
versions AS (
    SELECT *, created_s AS updated_s, share(n, 'stars') AS stars FROM reviewed
    UNION ALL
    SELECT *, created_s + 172800, share(n, 'second thoughts') FROM reviewed WHERE share(n, 'edited') < 0.025
)
SELECT
    'R' || order_id_of(n) AS review_id, seller_id_of(seller) AS seller_id, order_id_of(n) AS order_id,
    CASE WHEN stars < 0.04 THEN 1 WHEN stars < 0.07 THEN 2 WHEN stars < 0.15 THEN 3 WHEN stars < 0.4 THEN 4 ELSE 5 END AS rating,
    pick(n, 'about', ['product', 'product', 'product', 'logistics', 'service']) AS about,
    moment(created_s) AS created_at, moment(updated_s) AS updated_at
FROM versions
WHERE day_of(updated_s) BETWEEN from_day AND to_day;

-- One delivered order in twenty-five comes back within three weeks.
CREATE MACRO landed_returns(from_day, to_day) AS TABLE
WITH returned AS (
    SELECT n, seller, delivered_s + 43200 + CAST(floor(share(n, 'sent back') * 1728000) AS BIGINT) AS requested_s
    FROM fates(from_day - 46, to_day)
    WHERE delivered_s IS NOT NULL AND share(n, 'return') < 0.04
)
SELECT
    'B' || order_id_of(n) AS return_id, seller_id_of(seller) AS seller_id, order_id_of(n) AS order_id,
    moment(requested_s) AS requested_at,
    pick(n, 'responsible', ['seller', 'seller', 'buyer', 'buyer', 'carrier', 'platform', 'unknown']) AS responsible,
    pick(n, 'return reason', ['size', 'defect', 'wrong item', 'not needed']) AS reason, moment(requested_s + 3000) AS refunded_at,
    moment(requested_s + 3000) AS updated_at
FROM returned
WHERE day_of(requested_s + 3000) BETWEEN from_day AND to_day;

-- One order in two hundred leads to a case, opened 10 to 25 days after it was placed and decided ten days later.
CREATE MACRO landed_cases(from_day, to_day) AS TABLE
WITH disputed AS (
    SELECT n, seller, placed_s + 864000 + CAST(floor(share(n, 'complained') * 1296000) AS BIGINT) AS opened_s
    FROM fates(from_day - 36, to_day)
    WHERE share(n, 'case') < 0.005
),
versions AS (
    SELECT *, false AS closed, opened_s AS updated_s FROM disputed
    UNION ALL
    SELECT *, true, opened_s + 864000 FROM disputed
)
SELECT
    'C' || order_id_of(n) AS case_id, seller_id_of(seller) AS seller_id, order_id_of(n) AS order_id,
    pick(n, 'claim', ['not_received', 'not_as_described', 'chargeback', 'other']) AS kind, moment(opened_s) AS opened_at,
    CASE WHEN closed THEN moment(updated_s) END AS closed_at,
    CASE WHEN closed THEN pick(n, 'ruling', ['seller_fault', 'seller_fault', 'no_fault', 'withdrawn']) END AS outcome,
    CASE WHEN closed THEN pick(n, 'resolved', ['seller', 'platform', 'platform']) END AS resolved_by, moment(updated_s) AS updated_at
FROM versions
WHERE day_of(updated_s) BETWEEN from_day AND to_day;

-- A tenth of the orders bring a conversation; six in a hundred are answered late, two never. It lands when opened and when answered.
CREATE MACRO landed_conversations(from_day, to_day) AS TABLE
WITH asked AS (
    SELECT
        n, seller, placed_s + 1800 + CAST(floor(share(n, 'question') * 432000) AS BIGINT) AS opened_s,
        CASE
            WHEN share(n, 'answer') < 0.02 THEN NULL
            WHEN share(n, 'answer') < 0.08 THEN 86400 + CAST(floor(share(n, 'patience') * 86400) AS BIGINT)
            ELSE 300 + CAST(floor(pow(share(n, 'patience'), 3) * 80000) AS BIGINT)
        END AS waited_s
    FROM fates(from_day - 8, to_day)
    WHERE share(n, 'conversation') < 0.1
),
versions AS (
    SELECT *, opened_s AS updated_s, false AS answered FROM asked
    UNION ALL
    SELECT *, opened_s + waited_s, true FROM asked WHERE waited_s IS NOT NULL
)
SELECT
    'Q' || order_id_of(n) AS conversation_id, seller_id_of(seller) AS seller_id,
    CASE WHEN share(n, 'abroad') < 0.7 THEN pick(seller, 'home', regions()) ELSE pick(n, 'region', regions()) END AS region,
    order_id_of(n) AS order_id, CASE WHEN share(n, 'asker') < 0.9 THEN 'buyer' ELSE 'platform' END AS opened_by,
    moment(opened_s) AS opened_at, CASE WHEN answered THEN moment(updated_s) END AS first_reply_at,
    CASE WHEN share(n, 'bot') < 0.1 THEN 'bot' ELSE 'human' END AS kind, CAST(NULL AS INTEGER) AS satisfaction, moment(updated_s) AS updated_at
FROM versions
WHERE day_of(updated_s) BETWEEN from_day AND to_day;

-- Orders excused one by one (one in two thousand, at least), every fourth day a carrier's trouble in a region, and every fourth
-- day a seller's closure.
CREATE MACRO landed_exemptions(from_day, to_day) AS TABLE
WITH decided AS (
    SELECT
        'X' || order_id_of(n) AS exemption_id, pick(n, 'excused', ['all', 'late_dispatch', 'late_dispatch|late_delivery', 'order_defect']) AS metrics,
        seller_id_of(seller) AS seller_id, order_id_of(n) AS order_id, CAST(NULL AS VARCHAR) AS region, CAST(NULL AS VARCHAR) AS carrier,
        CAST(NULL AS DATE) AS valid_from, CAST(NULL AS DATE) AS valid_to, 'platform_error' AS reason, finished_s + 3600 AS decided_s
    FROM fates(from_day - 28, to_day)
    WHERE share(n, 'excuse') < CASE WHEN slow THEN 0.005 ELSE 0.0003 END
    UNION ALL
    SELECT
        'X-carrier-' || lpad(CAST(day AS VARCHAR), 3, '0'), 'late_dispatch|late_delivery', NULL, NULL,
        pick(day, 'incident region', regions()), pick(day, 'incident carrier', carriers()),
        CAST(getvariable('first_day') + CAST(day - 3 AS INTEGER) AS DATE), CAST(getvariable('first_day') + CAST(day AS INTEGER) AS DATE),
        'carrier_incident', day * 86400 + 3600
    FROM range(0, getvariable('days'), 4) AS t (day)
    UNION ALL
    SELECT
        'X-closure-' || lpad(CAST(day AS VARCHAR), 3, '0'), 'all', seller_id_of(day * 7 % getvariable('sellers')), NULL, NULL, NULL,
        CAST(getvariable('first_day') + CAST(day AS INTEGER) AS DATE), CAST(getvariable('first_day') + CAST(day + 7 AS INTEGER) AS DATE),
        'declared_closure', day * 86400 + 7200
    FROM range(2, getvariable('days'), 4) AS t (day)
)
SELECT
    exemption_id, metrics, seller_id, order_id, region, carrier, valid_from, valid_to, reason, CAST(NULL AS VARCHAR) AS evidence,
    'desk' AS decided_by, moment(decided_s) AS decided_at, moment(decided_s) AS updated_at
FROM decided
WHERE day_of(decided_s) BETWEEN from_day AND to_day;
