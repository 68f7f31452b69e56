-- Helpers see the helpers before them.
select o.*, t.items, t.cents
from source.shop_orders o
join _a_totals t using (no);
