-- fail: rows that the last published run read have not landed any more; put the files back, or say that they expired or were removed
{{ vanished_rows('gone * 1000000 > ' ~ ppm(landing.rows_vanished.at_most) ~ ' * rows_then') }}
