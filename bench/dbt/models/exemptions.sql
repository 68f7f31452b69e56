-- One row per exemption: its newest version.
{{ config(unique_key = 'exemption_id') }}
SELECT exemption_id, metrics, seller_id, order_id, region, carrier, valid_from, valid_to, dt
FROM {{ accepted('exemptions') }}
{{ newest('exemption_id') }}
