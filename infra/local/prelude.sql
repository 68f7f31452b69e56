-- Names that Trino has and DuckDB spells otherwise. Nothing here decides anything.
-- Whole days between two dates; both engines count the same when given DATEs.
SET preserve_insertion_order = false;
