-- One row per region and row of category_benchmarks that its team reads: all of it, as curves of its sellers
-- may move by any, wherever they sell.
{{ of_everybody('category_benchmarks', 'd.programme, d.category, d.metric') }}
