/** Early warnings of drawn sellers, by the sum as it is defined: day after day, never below nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../contracts/days.js';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { warningWeights } from '../../sql/early-warning.js';
import { EVALUATED } from '../sql/made-evaluations.js';
import { question, rows } from '../sql/made-rows.js';
import { files } from '../sql/rendered.js';

const RUN = '2026-11-16';
/** The window of 28 days, two days after which late dispatch is final. */
const FIRST = '2026-10-18';
const BOUND = 0.1;
interface Day {
  day: string;
  counted: number;
  fault: number;
}

function warning(days: readonly Day[]): string | undefined {
  const [good, bad] = [0.4 * BOUND, 2 * BOUND];
  const counted = Math.round(1e6 * Math.log((1 - good) / (1 - bad)));
  const fault = Math.round(1e6 * Math.log((bad * (1 - good)) / (good * (1 - bad))));
  let [sum, since, rises, of, at] = [0, '', '', 0, 0];
  for (const d of days) {
    if (sum === 0) [rises, of, at] = [d.day, 0, 0];
    const most = Math.max(1, Math.ceil((Math.round(2 * BOUND * 1e6) * d.counted) / 1e6));
    sum = Math.max(0, sum + fault * Math.min(d.fault, most) - counted * d.counted);
    [of, at] = [of + d.counted, at + d.fault];
    if (sum < 7e6) since = '';
    else if (since === '') since = d.day;
  }
  return since === '' ? undefined : `${since} ${rises} ${of} ${at} ${sum}`;
}

const random = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

const drawn = (of: number): Day[] => {
  const next = random(of + 1);
  for (let skip = 0; skip < 5; skip++) next();
  const rate = [0.03, 0.1, 0.2, 0.3, 0.5][of % 5]!;
  return Array.from({ length: 30 }, (_, at) => {
    const counted = Math.floor(next() * 9);
    const today = next() < 0.1 ? 0.9 : rate;
    const fault = Array.from({ length: counted }, next).filter((one) => one < today).length;
    return { day: addDays('2026-10-16', at), counted, fault };
  }).filter(({ counted }) => counted > 0);
};

const SELLERS = Array.from({ length: 120 }, (_, at) => ({ id: `s-${String(at).padStart(3, '0')}`, days: drawn(at) }));
/** Of every seventh the days up to one have settled a notice; of every eleventh a notice stands; every thirteenth is not judged. */
const settledOf = (at: number) => (at % 7 === 0 ? '2026-10-30' : undefined);
const verdictOf = (at: number) => (at % 13 === 0 ? 'not_assessable' : at % 3 === 0 ? 'watch' : 'met');

describe('an early warning', () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await openDuck({ threads: 1 });
  });
  afterAll(() => duck?.close());
  const warned = async (policies = EVALUATED): Promise<string[]> => {
    const asked = await question(duck, files, {
      ...{ path: 'marts/early_warnings.sql', says: '', gives: [] },
      night: { policies, run_date: RUN },
      reads: {
        metric_standings: rows(
          'seller_id, programme, metric, verdict, notice_on, at_most, counts_after',
          ...SELLERS.map(({ id }, at) => {
            const [notice, settled] = [at % 11 === 0 ? "'2026-11-02'" : 'NULL', settledOf(at)];
            return `'${id}', 'both', 'late_dispatch', '${verdictOf(at)}', CAST(${notice} AS DATE), CAST(${BOUND} AS DOUBLE), CAST(${settled ? `'${settled}'` : 'NULL'} AS DATE)`;
          }),
        ),
        seller_days: rows(
          'seller_id, region, metric, cohort_day, counted, fault',
          ...SELLERS.flatMap(({ id, days }, at) =>
            days.map(
              (d, nth) =>
                `'${id}', '${(at + nth) % 2 ? 'GB' : 'DE'}', 'late_dispatch', DATE '${d.day}', CAST(${d.counted} AS BIGINT), CAST(${d.fault} AS BIGINT)`,
            ),
          ),
        ),
      },
    });
    const day = (value: unknown) => (value as Date).toISOString().slice(0, 10);
    return (await duck.run(asked)).map(
      (r) =>
        `${r.seller_id} ${day(r.warned_since)} ${day(r.rises_since)} ${r.counted} ${r.fault} ${Math.round(Number(r.score) * 1e6)}`,
    );
  };

  it('comes to whom the sum day after day warns, and to nobody else', async () => {
    const expected = SELLERS.flatMap(({ id, days }, at) => {
      if (at % 11 === 0 || at % 13 === 0) return [];
      const found = warning(days.filter(({ day }) => day >= FIRST && day > (settledOf(at) ?? '')));
      return found ? [`${id} ${found}`] : [];
    });
    expect(expected.length).toBeGreaterThan(20);
    expect(expected.length).toBeLessThan(80);
    expect(await warned()).toEqual(expected);
  });

  it('comes to nobody where a programme wants none', async () => {
    const programmes = EVALUATED.programmes.map((p) =>
      p.evaluation
        ? { ...p, evaluation: { ...p.evaluation, early_warning: { ...p.evaluation.early_warning, warns: false } } }
        : p,
    );
    expect(await warned({ ...EVALUATED, programmes })).toEqual([]);
  });

  it('is not for a bound that allows nothing, or one whose double is all', () => {
    const { early_warning } = EVALUATED.programmes[0]!.evaluation!;
    expect(warningWeights(0, early_warning)).toBeUndefined();
    expect(warningWeights(500_000, early_warning)).toBeUndefined();
    expect(warningWeights(499_999, early_warning)).toBeDefined();
  });

  it('is read by no dataset that decides', () => {
    const readers = Object.entries(files).filter(([, text]) => text.includes("('early_warnings')"));
    expect(readers.map(([path]) => path)).toEqual([]);
  });
});
