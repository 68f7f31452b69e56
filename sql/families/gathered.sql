-- One row per account that is not its family's first, and that first: after the last rounds. Of a family
-- whose links are a longer chain than these reach more; a check says so.
{{ gather(ref('first_gathered'), 6) }}
