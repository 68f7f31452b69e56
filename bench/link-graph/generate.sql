-- A marketplace of {{sellers}} accounts with three identifiers each, or a few more: six in ten share nothing but the address of a hub,
-- three in ten are families of 2 to 20 with one bank account, others are chains, each linked with the next by a telephone, or neighbours
-- whose address is shared by forty and who are linked to nobody.
CREATE TABLE sizes AS
    SELECT size, CAST(sum(size) OVER (ORDER BY size) - size AS BIGINT) AS begins FROM range(2, 21) AS t (size);
CREATE TABLE accounts AS
    SELECT
        n, 'S' || substr(md5('seller' || n), 1, 11) AS seller_id, n * 100 // {{sellers}} AS percent,
        n // 209 AS block, n % 209 AS within
    FROM range({{sellers}}) AS t (n);
CREATE TABLE held AS
    SELECT seller_id, 'bank_account' AS kind,
        CASE WHEN percent BETWEEN 60 AND 89 THEN 'family' || block || ' ' || size ELSE 'own' || n END AS value
    FROM accounts JOIN sizes ON within >= begins AND within < begins + size
    UNION ALL
    -- Of chains every account has the telephone of the one before, but for the first of each; long ones are 2,000 accounts, others 250.
    SELECT seller_id, 'phone', CAST(n AS VARCHAR) FROM accounts
    UNION ALL
    SELECT seller_id, 'phone', CAST(n - 1 AS VARCHAR) FROM accounts
    WHERE (percent BETWEEN 90 AND 95 AND n % 250 > 0) OR (percent BETWEEN 96 AND 97 AND n % 2000 > 0)
    UNION ALL
    SELECT seller_id, 'address',
        CASE WHEN percent < 30 THEN 'hub' || n % 6 WHEN percent >= 98 THEN 'street' || n // 40 ELSE 'home' || n END
    FROM accounts;
COPY (
    SELECT
        seller_id, kind, md5(kind || value) AS value_hash, TIMESTAMP '2026-01-01 00:00:00' + INTERVAL 1 HOUR * (hash(seller_id) % 5000) AS first_seen,
        CAST(NULL AS TIMESTAMP) AS last_seen, TIMESTAMP '2026-11-01 00:00:00' AS updated_at, DATE '2026-11-01' AS dt,
        'made' AS file_id, CAST(hash(seller_id, kind, value) % 1000000007 AS BIGINT) AS row_hash
    FROM held
) TO '{{to}}' (FORMAT parquet, COMPRESSION zstd);
