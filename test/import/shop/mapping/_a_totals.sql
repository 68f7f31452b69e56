-- One row per order: what was bought.
select "order" as no, sum(pieces) as items, sum(round(euros * 100)::bigint) as cents from source.lines group by 1
