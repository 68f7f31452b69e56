-- warn: rows that the last published run read have not landed any more, fewer than the policy stops for; see who removed them
{{ vanished_rows('gone > 0 AND gone * 1000000 <= ' ~ ppm(landing.rows_vanished.at_most) ~ ' * rows_then') }}
