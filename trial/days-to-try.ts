/**
 * What evaluations read by day, counted once out of the ledger for all nights of a trial: which outcomes count, and in which days a
 * window holds them, is asked of the macros of the night's own SQL.
 */
import type { Duck } from '../lambdas/shared/duck.js';
import { type Policies, roomOf } from '../policies/policy.js';
import { renderSelect, type Source, type SqlFiles } from '../sql/render.js';
import type { Made } from './evaluations.js';

/** One row per seller, region, metric, cohort day and day from which it is known; in the order in which windows read them. */
const ALL_DAYS = `
{% set kinds = [outcome_codes.met, outcome_codes.fault, outcome_codes.forgiven_as_met] %}
SELECT * FROM (
    {% for m in evaluated_metrics %}
    {% set weight = 'units * weight' if m.count == 'items' else 'weight' %}
    SELECT
        seller_id, region, {{ quoted(m.metric) }} AS metric, {{ m.metric }}_day AS cohort_day,
        greatest({{ m.metric }}_day
            {{- ', placed_day' if m.subject == 'order' }}
            {{- ', ' ~ m.metric ~ '_final' if has_own_final(m.metric) }}) AS known_on,
        CAST(sum({{ weight }}) AS BIGINT) AS counted,
        CAST(sum(CASE WHEN {{ m.metric }} = {{ outcome_codes.fault }} THEN {{ weight }} ELSE 0 END) AS BIGINT) AS fault
    FROM {{ ledger('order_outcomes') if m.subject == 'order' else ref('conversation_outcomes') }} AS o
    WHERE {{ m.metric }} IN ({{ kinds | join(', ') }})
    GROUP BY seller_id, region, cohort_day, known_on
    UNION ALL
    {% endfor %}
    SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL WHERE 1 = 0
) AS d
WHERE counted <> 0
ORDER BY metric, cohort_day`;

/**
 * What a night reads of them. Which day it was matters where something is at fault, and of whom days since a notice are counted: of
 * others those of a window that nothing divides are one row.
 */
const OF_A_NIGHT = `
WITH noticed AS (
    SELECT DISTINCT seller_id, {{ room_of_row() }} AS metric
    FROM {{ last_published('metric_standings') }} AS l
    WHERE notice_on IS NOT NULL OR counts_after IS NOT NULL
)
SELECT * FROM (
    {% for m in evaluated_metrics %}
    {% set windows = windows_of(m.metric) %}
    SELECT
        seller_id, region, metric,
        CASE
            WHEN fault > 0 THEN cohort_day
            {% for w in windows | reverse %}
            WHEN cohort_day <= {{ day(-m.maturation_days - w) }} THEN {{ day(-m.maturation_days - w) }}
            {% endfor %}
            ELSE {{ day(-m.maturation_days) }}
        END AS cohort_day,
        CAST(sum(counted) AS BIGINT) AS counted, CAST(sum(fault) AS BIGINT) AS fault
    FROM {{ ref('days_to_try') }} AS d
    WHERE metric = {{ quoted(m.metric) }} AND known_on <= {{ run_date }}
        AND {{ in_window('cohort_day', m.maturation_days, windows | last, 'counted') }}
        AND NOT EXISTS (
            SELECT 1 FROM noticed AS n WHERE n.seller_id = d.seller_id AND n.metric = {{ quoted(m.metric) }})
    GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT
        d.seller_id, d.region, d.metric, d.cohort_day,
        CAST(sum(d.counted) AS BIGINT) AS counted, CAST(sum(d.fault) AS BIGINT) AS fault
    FROM {{ ref('days_to_try') }} AS d
    JOIN noticed AS n ON n.seller_id = d.seller_id AND n.metric = d.metric
    WHERE d.metric = {{ quoted(m.metric) }} AND d.known_on <= {{ run_date }}
        AND {{ in_window('d.cohort_day', m.maturation_days, evaluated_days, 'counted') }}
    GROUP BY 1, 2, 3, 4
    UNION ALL
    {% endfor %}
    SELECT NULL, NULL, NULL, NULL, NULL, NULL WHERE 1 = 0
) AS d
WHERE counted > 0`;

interface Given {
  duck: Duck;
  files: SqlFiles;
  policies: Policies;
  rows: Made;
  not_measured: readonly string[];
}

/** Of landed outcomes the night says what is pending, and segments know where sellers are at home: these are asked of the night. */
const areCountedOnce = ({ policies, not_measured }: Given): boolean => {
  const asked = policies.programmes.flatMap((p) => (p.evaluation ? p.metrics : []));
  const landed = policies.metrics.filter(({ metric, subject }) => subject === 'landed' && !not_measured.includes(metric));
  const rooms = new Set(asked.map(roomOf));
  return (
    asked.length > 0 &&
    !policies.programmes.some(({ metrics }) => metrics.some(({ where }) => where)) &&
    !landed.some(({ metric }) => rooms.has(metric))
  );
};

const BEFORE = 'metric_standings';

/** Days counted once, out of which nights are given theirs. */
export class DaysToTry {
  private constructor(
    private readonly given: Given,
    private readonly once: boolean,
  ) {}

  /** why any run date: nothing that is counted here depends on it. */
  static async of(given: Given, run_date: string): Promise<DaysToTry> {
    const days = new DaysToTry(given, areCountedOnce(given));
    if (days.once) await given.duck.run(`CREATE OR REPLACE TABLE days_to_try AS ${days.rendered(ALL_DAYS, run_date, [])}`);
    return days;
  }

  /** The same days for nights of other programmes, whose metrics are among those that were counted. */
  for(policies: Policies): DaysToTry {
    const given = { ...this.given, policies };
    return new DaysToTry(given, this.once && areCountedOnce(given));
  }

  /** What a night is given, which knows these datasets of the night before it. */
  async ofNight(run_date: string, known: readonly string[]): Promise<Made> {
    const { duck, rows } = this.given;
    if (!this.once) return rows;
    await duck.run(`CREATE OR REPLACE TABLE days_of_night AS ${this.rendered(OF_A_NIGHT, run_date, known)}`);
    return { ...rows, seller_days: 'days_of_night' };
  }

  private rendered(text: string, run_date: string, known: readonly string[]): string {
    const { files, policies, rows, not_measured } = this.given;
    const path = 'trial/days.sql';
    const facts = {
      ...{ run_date, run_id: `${run_date}-trial`, policies, not_measured, landed: [], previous_datasets: [...known] },
      inputs: { accepted: {}, accepted_news: {}, counts: {} },
    };
    const relation = ({ kind, dataset }: Source): string =>
      kind === 'previous' ? `${BEFORE}_before` : (rows[dataset] ?? dataset);
    return renderSelect(path, { ...files, [path]: text }, facts, relation).select;
  }
}
