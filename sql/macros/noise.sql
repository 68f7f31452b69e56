{# How far a change of a rate may be chance, where faults come together: a seller's have one cause, and so
   have a day's. The rate is a sum of faults over a sum of what is counted; each seller, and each day, is one
   draw. #}

{# What a span of so many draws adds to the variance of its rate: the squares of each draw's faults beyond the
   rate, over all that is counted. Of sums of products, as they are whole numbers and add up in any order. #}
{% macro spread_of(rate, fault_fault, fault_counted, counted_counted, counted) -%}
({{ fault_fault }} - 2E0 * {{ rate }} * {{ fault_counted }} + {{ rate }} * {{ rate }} * {{ counted_counted }})
            / CAST({{ counted }} AS DOUBLE) / CAST({{ counted }} AS DOUBLE)
{%- endmacro %}

{# Of so many draws one is taken by the rate itself. #}
{% macro of_draws(n) -%}
CAST({{ n }} AS DOUBLE) / CAST({{ n }} - 1 AS DOUBLE)
{%- endmacro %}
