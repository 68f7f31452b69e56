/** What pages, too, ask of a policy. why a file of its own: no page carries what reads policies. */
import { decimalsOf } from '../contracts/currencies.js';
import { GATES, type GateName } from './gate-names.js';
import type { Asks } from './gates.js';
import type { Points } from './points.js';
import type { Programme } from './policy.js';
import type { ScoreDimension } from './score.js';

/** One of what a tier asks for beside its bounds, in numbers that are compared: sales in minor units. */
export interface Gate {
  gate: GateName;
  needed: number;
  /** Null of days_selling, which has none. */
  window_days: number | null;
  currency: string | null;
  why: string;
}

/** In the order in which readers see them. */
export const gatesOf = (asks: Asks | undefined): Gate[] =>
  GATES.flatMap((gate) => {
    const asked = asks?.[gate];
    if (!asked) return [];
    const money = 'currency' in asked ? asked.currency : null;
    const needed = money === null ? asked.at_least : Math.round(asked.at_least * 10 ** decimalsOf(money));
    const window_days = 'window_days' in asked ? asked.window_days : null;
    return [{ gate, needed, window_days, currency: money, why: asked.why }];
  });

/** The days on which a missed metric gives points; undefined where none does. */
export const missesLookedAt = ({
  points,
  evaluation,
}: Pick<Programme, 'points' | 'evaluation'>): { every: NonNullable<Points['looked_at']>['every'] } | undefined =>
  points && Object.keys(points.missed_metrics).length > 0 ? (evaluation ?? points.looked_at) : undefined;

/** A dimension weighs as much as any other where no weight is asked for. */
export const weightOf = ({ weight }: ScoreDimension): number => weight ?? 1;

/** Carriers that no class names. */
export const OTHER_CARRIERS = 'other';
