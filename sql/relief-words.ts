/** What templates may say of what programmes forgive by themselves: which entries do, on which days, and what must be alike. */
import { type JudgedMetric, longerWindow, type ProgrammeMetric, roomOf } from '../policies/policy.js';
import { LATE_BY } from '../policies/reliefs.js';
import { dateLiteral } from './literals.js';
import type { NightFacts } from './render.js';

export function reliefWords({ policies: { programmes, metrics }, not_measured }: NightFacts) {
  const relieves = (m: ProgrammeMetric): boolean =>
    (m.peaks !== undefined || m.collapse !== undefined) && !not_measured.includes(roomOf(m));
  const entries = programmes.flatMap(({ programme, regions, evaluation, metrics: asked }) =>
    asked.filter(relieves).map((m) => ({ ...m, programme, regions, fresh_days: evaluation?.effect.fresh_days ?? 0 })),
  );
  const daysOf = (m: (typeof entries)[number]): number =>
    Math.max(m.window_days, longerWindow(m)?.window_days ?? 0, m.fresh_days);
  return {
    /** Entries that count otherwise than regions do; '?' stands for none. */
    counted_otherwise: [
      '?',
      ...programmes.flatMap((p) =>
        p.metrics.filter((m) => m.where || relieves(m) || longerWindow(m)).map((m) => `${p.programme} ${m.metric}`),
      ),
    ],
    /** Whether an entry of a programme forgives anything by itself. */
    relieves,
    relieving: entries,
    peaks: entries.flatMap(({ programme, metric, peaks = [] }) =>
      peaks.map(({ name, from, to, extra_hours }) => ({
        ...{ programme, metric, name, extra_hours, from: dateLiteral(from), to: dateLiteral(to) },
      })),
    ),
    /** Metrics that they are of, each with the most days that any of them looks at. */
    relieved_metrics: metrics.flatMap((judged: JudgedMetric) => {
      const days = entries.filter((m) => roomOf(m) === judged.metric).map(daysOf);
      return days.length > 0 ? [{ judged, days: Math.max(...days), late_by: LATE_BY[judged.metric] }] : [];
    }),
    folds_buyers: entries.some(({ collapse }) => collapse?.same === 'buyer' || collapse?.same === 'buyer_and_day'),
  };
}
