{#
  Building blocks of the acceptance queries. Of each landed column there is what was given (given_<column>: the landed text, or the typed
  value of a Parquet column whose type already fits) and what it means (<column>: typed, null when it cannot be read).
  A reason is one text in which chr(30) encloses the offending value, so that reasons can be shown with it and counted without it.
#}
{% macro shown(value) -%}
replace(CASE WHEN strlen(CAST({{ value }} AS VARCHAR)) > 80 THEN left(CAST({{ value }} AS VARCHAR), 40) || '...' ELSE CAST({{ value }} AS VARCHAR) END, chr(30), '')
{%- endmacro %}

{# `with_reasons` false leaves the words out, for queries that ask only whether there is a reason. #}
{% macro reason(with_reasons, column, value, description) -%}
{% if with_reasons %}{{ (column + ': ') | text }} || chr(30) || {{ shown(value) }} || ' ' || chr(30) || {{ description | text }}{% else %}true{% endif %}
{%- endmacro %}

{#
  An instant as text: T or space; seconds and fraction optional; Z, +02:00, +0200, +02, or naive, which is UTC. Clocks of the world stand
  from 12 hours behind UTC to 14 before it. `any_offset`: whatever offset is written.
#}
{% macro moment_pattern(any_offset) -%}
'\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?{% if any_offset %}[+-]\d{2}(:?\d{2})?{% else %}(Z|(\+0\d|\+1[0-3]|-0\d|-1[01])(:?[0-5]\d)?|(\+14|-12)(:?00)?)?{% endif %}'
{%- endmacro %}

{# A landed text, or null where by its contract it stands for none. #}
{% macro unless_none(value, c) -%}
{% if c.none_pattern %}CASE WHEN NOT regexp_full_match({{ value }}, {{ c.none_pattern | text }}) THEN nullif({{ value }}, '') END{% else %}nullif({{ value }}, ''){% endif %}
{%- endmacro %}

{#
  Ids that name nothing, or name something else than they did. Texts for a reason each: what a pattern finds, and what to do. Spaces are
  any that Unicode has, and characters without a look.
#}
{% macro not_an_id(c, given, with_reasons) -%}
{%- if not with_reasons %}
  WHEN regexp_full_match({{ given }}, {{ c.bad_id.any | text }}) THEN true
{%- else %}
  {%- for one in c.bad_id.each %}
  WHEN regexp_full_match({{ given }}, {{ one.pattern | text }}) THEN {{ reason(with_reasons, c.name, given, one.says) }}
  {%- endfor %}
{%- endif %}
  WHEN strlen({{ given }}) > length({{ given }}) AND {{ given }} <> nfc_normalize({{ given }}) THEN {{ reason(with_reasons, c.name, given, 'writes a letter and its accent apart (Unicode NFD), and looks like another id; write it in NFC') }}
{%- endmacro %}

{# What a moment or day is not to lie before: its own contract's rules, with both values in the reason. #}
{% macro before_what_it_follows(c, with_reasons) -%}
{%- for rule in c.not_before %}
  WHEN {{ c.name }} < {{ rule.moment }} - INTERVAL {{ rule.minutes }} MINUTE THEN {% if with_reasons %}{{ (c.name + ': ') | text }} || chr(30) || {{ shown(c.name) }} || ' UTC ' || chr(30) || {{ ('is before ' + rule.moment) | text }} || chr(30) || ' ' || {{ shown(rule.moment) }} || ' UTC' || chr(30) || {{ rule.says | text }}{% else %}true{% endif %}
{%- endfor %}
{%- endmacro %}

{#
  Moments are kept to the millisecond, finer digits cut off: that is what Athena reads from Parquet, and it would round
  23:59:59.999999 up to the next day.
#}
{% macro whole_ms(at) -%}
CASE WHEN isfinite({{ at }}) THEN make_timestamp(epoch_ms({{ at }}) * 1000) ELSE {{ at }} END
{%- endmacro %}

{# DuckDB reads no offset behind a time without seconds, so `17:00Z` is read as `17:00:00Z`. #}
{% macro moment_of_text(given) -%}
CASE
  WHEN NOT regexp_full_match({{ given }}, {{ moment_pattern() }}) THEN NULL
  WHEN strlen({{ given }}) = 16 OR substr({{ given }}, 17, 1) = ':' THEN make_timestamp(epoch_ms(TRY_CAST({{ given }} AS TIMESTAMPTZ)) * 1000)
  ELSE make_timestamp(epoch_ms(TRY_CAST(substr({{ given }}, 1, 16) || ':00' || substr({{ given }}, 17) AS TIMESTAMPTZ)) * 1000)
END
{%- endmacro %}

{% macro day_of_text(given) -%}
CASE WHEN regexp_full_match({{ given }}, '\d{4}-\d{2}-\d{2}') THEN TRY_CAST({{ given }} AS DATE) END
{%- endmacro %}

{#
  Seconds by which a region's clock differs from UTC at `place`, a moment or a day. Nothing asks DuckDB about zones: the switches of each
  clock are written out (clock.ts). Those near the landing days are a tree of comparisons, 30 ns a value. Meets a query a place further
  away, it ends, and is asked again with all switches of two centuries, of which those before the place are counted: 2 us a value;
  `number` is the place as the lists have it.
#}
{% macro seconds_near(of, place) -%}
{% if of.until %}CASE WHEN {{ place }} < {{ of.until }} THEN {{ seconds_near(of.before, place) }} ELSE {{ seconds_near(of.after, place) }} END{% else %}{{ of.seconds }}{% endif %}
{%- endmacro %}
{% macro seconds_far(of, number, clock) -%}
{% if clock.refuse_far %}CAST(error({{ clock.refuse_far | text }}) AS BIGINT){% else %}CAST({{ of.seconds | text }} AS BIGINT[])[1 + len(list_filter(CAST({{ of.switches | text }} AS BIGINT[]), lambda switch: switch <= {{ number }}))]{% endif %}
{%- endmacro %}

{#
  The last millisecond of a day in the region's time zone, in UTC; beyond all moments that may land where the day is. contracts/zones.ts
  says where a day ends whose midnight comes twice or never.
#}
{% macro end_of_local_day(day, region, clock) -%}
{% if clock.kinds.length -%}
CASE
  WHEN {{ day }} NOT BETWEEN DATE '1969-12-31' AND DATE '2199-12-31' THEN TIMESTAMP 'infinity'
  WHEN {{ day }} BETWEEN DATE '{{ clock.first_day }}' AND DATE '{{ clock.last_day }}' THEN CAST({{ day }} + 1 AS TIMESTAMP) - to_milliseconds(1 + 1000 * CASE
    {%- for kind in clock.kinds %} WHEN {{ region }} IN ({{ kind.codes | texts }}) THEN {{ seconds_near(kind.end, day) }}{% endfor %} END)
  ELSE CAST({{ day }} + 1 AS TIMESTAMP) - to_milliseconds(1 + 1000 * CASE
    {%- for kind in clock.kinds %} WHEN {{ region }} IN ({{ kind.codes | texts }}) THEN {{ seconds_far(kind.far_end, day + " - DATE '1970-01-01'", clock) }}{% endfor %} END)
END
{%- else %}CAST(NULL AS TIMESTAMP){% endif %}
{%- endmacro %}

{# The day on the region's clock, counted in whole microseconds. `clock_of_region` is the place of the clock among clock.kinds. #}
{% macro local_day(at, clock) -%}
make_date(CAST((epoch_us({{ at }}) + 1000000 * CASE
  WHEN {{ at }} >= TIMESTAMP '{{ clock.from }}' AND {{ at }} < TIMESTAMP '{{ clock.to }}' THEN CASE clock_of_region
    {%- for kind in clock.kinds %} WHEN {{ loop.index }} THEN {{ seconds_near(kind.offset, at) }}{% endfor %} END
  WHEN {{ at }} IS NOT NULL THEN CASE clock_of_region
    {%- for kind in clock.kinds %} WHEN {{ loop.index }} THEN {{ seconds_far(kind.far_offset, 'floor(epoch_ms(' + at + ') / 1000)', clock) }}{% endfor %} END
END + 86400000000 * 2) // 86400000000 - 2 AS INTEGER))
{%- endmacro %}

{# A day that was given as such, as text, or as the moment it is part of. #}
{% macro day_given(c) -%}
{%- set given = 'given_' + c.name -%}
{% if c.arrives == 'absent' %}CAST(NULL AS DATE){% elif c.arrives == 'fitting' %}{{ given }}{% else %}CASE WHEN strlen({{ given }}) = 10 THEN {{ day_of_text(given) }} WHEN regexp_full_match({{ given }}, {{ moment_pattern() }}) THEN TRY_CAST(left({{ given }}, 10) AS DATE) END{% endif %}
{%- endmacro %}

{# What a column's given value means. #}
{% macro typed(c, clock) -%}
{%- set given = 'given_' + c.name -%}
{%- if c.arrives == 'absent' -%}
CAST(NULL AS {{ c.sql }})
{%- elif c.kind == 'moment' -%}
{% if c.arrives == 'fitting' %}{{ whole_ms(given) }}{% else %}{{ moment_of_text(given) }}{% endif %}
{%- elif c.kind == 'moment_or_day' -%}
{% if c.arrives == 'fitting' %}{{ whole_ms(given) }}{% else %}CASE WHEN {{ given }}_as_day IS NOT NULL THEN {{ end_of_local_day(given + '_as_day', 'given_region', clock) }}{% if c.arrives == 'text' %} ELSE {{ moment_of_text(given) }}{% endif %} END{% endif %}
{%- elif c.kind == 'day' -%}
{% if c.open %}CASE WHEN {{ given }}_as_day {{ '>=' if c.open == 'start' else '<=' }} DATE '{{ c.span.first if c.open == 'start' else c.span.last }}' THEN {{ given }}_as_day END{% else %}{{ given }}_as_day{% endif %}
{%- elif c.kind == 'count' or c.kind == 'money' or c.kind == 'rating' -%}
{% if c.arrives == 'fitting' %}TRY_CAST({{ given }} AS {{ c.sql }}){% else %}CASE WHEN regexp_full_match({{ given }}, '-?\d+(\.0+)?') THEN TRY_CAST({{ given }} AS {{ c.sql }}) END{% endif %}
{%- elif c.kind == 'choice' -%}
CASE WHEN list_contains([{{ c.choices | texts }}], {{ given }}) THEN {{ given }} END
{%- elif c.kind == 'metrics' -%}
CASE
  WHEN list_contains({{ given }}_names, 'all') THEN 'all'
  ELSE '|' || array_to_string(list_sort(list_distinct({{ given }}_names)), '|') || '|'
END
{%- elif c.carrier_forms.length -%}
CASE lower(trim(given_{{ c.number_of }}))
  {%- for one in c.carrier_forms %}
  WHEN {{ one.carrier | text }} THEN CASE WHEN regexp_full_match(regexp_replace({{ given }}, '[\s-]', '', 'g'), {{ ('(?i)(?:' + one.form + ')') | text }}) THEN {{ given }} END
  {%- endfor %}
  ELSE {{ given }}
END
{%- else -%}
{{ given }}
{%- endif -%}
{%- endmacro %}

{# why not a list: it costs 1 us a value, to look for a text within another 0.1. #}
{% macro is_currency(code, batch) -%}
strlen({{ code }}) = 3 AND contains({{ (' ' + batch.currencies.join(' ') + ' ') | text }}, ' ' || {{ code }} || ' ')
{%- endmacro %}

{# What is wrong with a column's value in this row, or null; true instead of the words without `with_reasons`. #}
{% macro wrong(c, batch, with_reasons) -%}
{%- set given = 'given_' + c.name -%}
{%- set example = '2026-01-05T17:00:00+01:00' -%}
CASE
{%- if c.required %}
  WHEN {{ given }} IS NULL THEN {% if with_reasons %}{{ (c.name + ': missing; every row needs it') | text }}{% else %}true{% endif %}
{%- endif %}
{%- if c.kind == 'moment' or c.kind == 'moment_or_day' %}
  {%- if c.arrives != 'fitting' and c.kind == 'moment' %}
  WHEN {{ given }} IS NOT NULL AND {{ c.name }} IS NULL AND {{ day_of_text(given) }} IS NOT NULL THEN {{ reason(with_reasons, c.name, given, 'is a day without a time; write ' + example) }}
  {%- endif %}
  {%- if c.arrives == 'text' %}
  WHEN {{ given }} IS NOT NULL AND {{ c.name }} IS NULL AND regexp_full_match({{ given }}, {{ moment_pattern(true) }}) AND NOT regexp_full_match({{ given }}, {{ moment_pattern() }}) THEN {{ reason(with_reasons, c.name, given, 'is further from UTC than any clock, which are from -12:00 to +14:00; write ' + example) }}
  {%- endif %}
  {%- if c.arrives != 'fitting' %}
  WHEN {{ given }} IS NOT NULL AND {{ c.name }} IS NULL{% if c.kind == 'moment_or_day' %} AND {{ given }}_as_day IS NULL{% endif %} THEN {{ reason(with_reasons, c.name, given, 'is not a moment; write ' + example + (', or a day such as 2026-01-05' if c.kind == 'moment_or_day' else '')) }}
  {%- endif %}
  WHEN {{ c.name }} NOT BETWEEN TIMESTAMP '{{ c.span.first }} 00:00:00' AND TIMESTAMP '{{ c.span.last }} 23:59:59.999999' THEN {{ reason(with_reasons, c.name, given, 'is not between ' + c.span.first.slice(0, 4) + ' and ' + c.span.last.slice(0, 4) + '; leave it empty where there is no such moment') }}
  {%- if c.days_after_landing %}
  WHEN {{ c.name }} >= CAST(CAST({{ of_file(batch, 'dt') }} AS DATE) + {{ c.days_after_landing.value + 1 }} AS TIMESTAMP) THEN {{ reason(with_reasons, c.name, given, 'is more than ' + c.days_after_landing.value + ' days after the day it landed; set the clock of the source') }}
  {%- endif %}
  {{- before_what_it_follows(c, with_reasons) }}
{%- elif c.kind == 'day' %}
  WHEN {{ given }} IS NOT NULL AND {{ given }}_as_day IS NULL THEN {{ reason(with_reasons, c.name, given, 'is not a day; write 2026-01-05') }}
  WHEN {{ c.name }} NOT BETWEEN DATE '{{ c.span.first }}' AND DATE '{{ c.span.last }}' THEN {{ reason(with_reasons, c.name, given, 'is not between ' + c.span.first.slice(0, 4) + ' and ' + c.span.last.slice(0, 4) + ('; leave it empty where there is no such day' if not c.required else '; write the day')) }}
{%- elif c.kind == 'count' or c.kind == 'money' or c.kind == 'rating' %}
  {%- set write = { count: 'write a whole number >= 0', money: 'write a whole number of minor units >= 0', rating: 'write a whole number from 1 to 5' }[c.kind] %}
  WHEN {{ given }} IS NOT NULL AND {{ c.name }} IS NULL AND regexp_full_match(CAST({{ given }} AS VARCHAR), '-?\d+(\.0+)?') THEN {{ reason(with_reasons, c.name, given, 'is too large; ' + write) }}
  WHEN {{ given }} IS NOT NULL AND {{ c.name }} IS NULL THEN {{ reason(with_reasons, c.name, given, 'is not a whole number; ' + write) }}
  {%- if c.kind == 'rating' %}
  WHEN {{ c.name }} NOT BETWEEN 1 AND 5 THEN {{ reason(with_reasons, c.name, given, 'is not from 1 to 5; ' + write) }}
  {%- else %}
  WHEN {{ c.name }} < 0 THEN {{ reason(with_reasons, c.name, given, 'is negative; ' + write) }}
  {%- endif %}
  {%- if c.at_most %}
  WHEN {{ c.name }} > {{ c.at_most.value }} THEN {{ reason(with_reasons, c.name, given, 'is more than can be, which is ' + c.at_most.value + '; ' + write) }}
  {%- endif %}
{%- elif c.kind == 'choice' %}
  WHEN {{ given }} IS NOT NULL AND {{ c.name }} IS NULL THEN {{ reason(with_reasons, c.name, given, 'is not one of ' + c.choices.join(', ')) }}
{%- elif c.kind == 'metrics' %}
  WHEN {{ given }} IS NOT NULL AND len({{ given }}_names) = 0 THEN {{ reason(with_reasons, c.name, given, 'names no metric; write all, or some of ' + batch.metrics.join(', ')) }}
  WHEN NOT list_has_all([{{ batch.metrics | texts }}, 'all'], {{ given }}_names) THEN {{ reason(with_reasons, c.name, 'array_to_string(list_filter(' + given + '_names, lambda name: name NOT IN (' + (batch.metrics | texts) + ", 'all')), ', ')", 'is not a metric; write all, or some of ' + batch.metrics.join(', ')) }}
{%- else %}
  {%- if c.nested %}
  WHEN {{ given }} IS NOT NULL THEN {{ reason(with_reasons, c.name, given, 'is a list or a record; write text') }}
  {%- elif batch.format == 'jsonl' %}
  WHEN (starts_with({{ given }}, '{') OR starts_with({{ given }}, '[')) AND json_type(data, {{ ('$.' + c.name) | text }}) IN ('OBJECT', 'ARRAY') THEN {{ reason(with_reasons, c.name, given, 'is a list or a record; write text') }}
  {#- A whole number comes as it was written, however long; of others 1.10 comes as 1.1, 1e3 as 1000.0 and -0, a BIGINT, as 0;
      and DuckDB takes Infinity and NaN for numbers, which JSON has not. #}
  WHEN regexp_full_match({{ given }}, '0|true|false|(?i:-?inf(inity)?|nan)|-?\d+\.\d+([eE][+-]?\d+)?|-?\d+[eE][+-]?\d+') AND (json_type(data, {{ ('$.' + c.name) | text }}) IN ('DOUBLE', 'BOOLEAN') OR ({{ given }} = '0' AND json_type(data, {{ ('$.' + c.name) | text }}) = 'BIGINT')) THEN {{ reason(with_reasons, c.name, given, 'landed as a number with a fraction, or as true or false, and not as text; write it in quotes') }}
  {%- elif c.lossy %}
  WHEN {{ given }} IS NOT NULL THEN {{ reason(with_reasons, c.name, given, 'landed in a column of type ' + c.physical + ', which may have changed it; land a column of text') }}
  {%- endif %}
  WHEN strlen({{ given }}) > 512 THEN {% if with_reasons %}{{ (c.name + ': ') | text }} || chr(30) || {{ shown(given) }} || ' is ' || strlen({{ given }}) || ' bytes long' || chr(30) || '; write at most 512 bytes'{% else %}true{% endif %}
  {%- if c.region %}
  WHEN {% if batch.codes.length %}NOT list_contains([{{ batch.codes | texts }}], {{ given }}){% else %}{{ given }} IS NOT NULL{% endif %} THEN {{ reason(with_reasons, c.name, given, 'is not in regions.yaml; write one of ' + batch.codes.join(', ')) }}
  {%- elif c.name == 'currency' %}
  WHEN {{ is_currency(given, batch) }} THEN NULL
  WHEN {{ is_currency('upper(' + given + ')', batch) }} THEN {% if with_reasons %}{{ reason(with_reasons, c.name, given, 'is not in capital letters; write ') }} || upper({{ given }}){% else %}true{% endif %}
  WHEN {{ given }} IS NOT NULL THEN {{ reason(with_reasons, c.name, given, 'is not a currency of ISO 4217; write a code such as EUR') }}
  {%- elif c.is_id %}
  {{- not_an_id(c, given, with_reasons) }}
  {%- endif %}
{%- endif %}
  WHEN false THEN {{ "''" if with_reasons else 'true' }}
END
{%- endmacro %}

{# The row as one text in which no two different rows look alike: values in contract order, each behind a chr(31). #}
{% macro canonical(columns) -%}
concat({% for c in columns %}{{ c.name if c.sql != 'TIMESTAMP' else 'epoch_us(' + c.name + ')' }}{% if not loop.last %}, chr(31), {% endif %}{% endfor %})
{%- endmacro %}

{# What holds for a row's file: 'file_id', 'dt' or 'key'. #}
{% macro of_file(batch, what) -%}
{% if batch.files.length == 1 %}{{ batch.files[0][what] | text }}{% else %}[{% for file in batch.by_index %}{{ file[what] | text }}{{ ', ' if not loop.last }}{% endfor %}][file_index + 1]{% endif %}
{%- endmacro %}
