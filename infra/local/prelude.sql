-- Run once before the night's queries. What order rows come in matters only where a SELECT says ORDER BY.
SET preserve_insertion_order = false
