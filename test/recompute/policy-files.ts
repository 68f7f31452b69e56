/** What a reader takes from the files of a policy folder, as they are written. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Floors {
  counted?: number;
  faults?: number;
  buyers?: number;
  days?: number;
}
export type BoundYaml = Partial<Record<'at_most' | 'below' | 'met_at_least' | 'met_above' | 'keep', number>>;
export type NamesYaml = string[] | { not: string[] };
export interface WhereYaml {
  category?: NamesYaml;
  fulfilment?: string;
  carrier_class?: NamesYaml;
  cross_border?: boolean;
  region?: NamesYaml;
}
export interface MetricYaml {
  of?: string;
  where?: WhereYaml;
  window_days: number;
  at_least?: Floors;
  low_volume?: { fewer_than: number; window_days: number };
  stretch?: { until: number; at_most_days: number };
  alert?: BoundYaml;
  tiers: Record<string, BoundYaml>;
  peaks?: { name: string; from: string; to: string; extra_hours: number }[];
  collapse?: { same: 'buyer' | 'buyer_and_day' | 'day_and_reason' };
  paused?: { from: string };
}
export interface EvaluationYaml {
  every: string | number;
  notice: { luck_below: number; faults: number; days: number };
  effect: { fresh_days: number; within_days: number; faults: number };
  to_a_person: { times_the_bound: number; faults: number };
  approval?: { needed_for: 'losses' | 'all_changes' };
}
export interface PointsYaml {
  expire_after_days: { value: number };
  rating?: { starts_at: number; at_most: number; earned?: { points: number; per_orders: number } };
  violations?: { rules?: Record<string, { points: number }> };
  looked_at?: { every: string | number };
  missed_metrics?: Record<string, { points: number }>;
  milestones: { at: number; caps_at?: string }[];
}
export interface ProbationYaml {
  orders_a_day: { at_most: number };
  exits: {
    name: string;
    orders?: { at_least: number; window_days?: number };
    days?: { at_least: number };
    metrics?: string[];
  }[];
}
export interface ScoreYaml {
  decides: string;
  dimensions: { key: string; weight?: number; metrics: Record<string, { weight: number; curve: [number, number][] }> }[];
}
export type GateYaml = { at_least: number; window_days?: number; currency?: string };
export interface ProgrammeYaml {
  programme: string;
  tiers: { key: string; asks?: Partial<Record<string, GateYaml>> }[];
  standard: string;
  assessable: { orders: number; window_days: number };
  metrics: Record<string, MetricYaml>;
  evaluation?: EvaluationYaml;
  points?: PointsYaml;
  probation?: ProbationYaml;
  score?: ScoreYaml;
}
/** What stands beside a programme: what counts as dispatched in a region, and which carriers a class is. */
export interface Beside {
  regions: Record<string, { dispatch_milestone?: string }>;
  carrier_classes: Record<string, { carriers: string[] }>;
}

export const readProgramme = (text: string): ProgrammeYaml => parse(text) as ProgrammeYaml;

export function readBeside(regions: string, tracking?: string): Beside {
  const { carrier_classes } = (tracking === undefined ? null : parse(tracking)) ?? {};
  return { regions: (parse(regions) as Beside).regions, carrier_classes: carrier_classes ?? {} };
}

export const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
export const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
export const sum = <One>(all: readonly One[], of: (one: One) => number): number => all.reduce((total, one) => total + of(one), 0);

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const isOn = (every: string | number, day: string): boolean =>
  typeof every === 'number' ? Number(day.slice(8)) === every : WEEK[new Date(day).getUTCDay()] === every;

/** Parts per million that a bound allows, and whether exactly that is too much. */
export interface Limit {
  ppm: number;
  strict: boolean;
}
const SAID = ['at_most', 'below', 'met_at_least', 'met_above'] as const;

/** A bound as whoever wants its tier is judged by it, or as whoever holds the tier keeps it. */
export function limitOf(bound: BoundYaml, keeps = false): Limit {
  const said = SAID.find((one) => bound[one] !== undefined)!;
  const ppm = Math.round((keeps ? (bound.keep ?? bound[said]!) : bound[said]!) * 1e6);
  return { ppm: said.startsWith('met') ? 1_000_000 - ppm : ppm, strict: said === 'below' || said === 'met_above' };
}
export const meets = (fault: number, counted: number, { ppm, strict }: Limit): boolean =>
  strict ? fault * 1e6 < ppm * counted : fault * 1e6 <= ppm * counted;

/** The most faults of so many that a limit allows. */
export function allowedOf(counted: number, limit: Limit, floors: Floors): number {
  let most = Math.floor((limit.ppm * counted) / 1e6);
  while (most > 0 && !meets(most, counted, limit)) most--;
  return Math.max(most, (floors.faults ?? 0) - 1, 0);
}

/** A programme of a policy folder, and what stands beside it. */
export async function readFolder(folder: string, programme: string): Promise<[ProgrammeYaml, Beside]> {
  const text = (name: string) => readFile(join(folder, `${name}.yaml`), 'utf8');
  return [readProgramme(await text(programme)), readBeside(await text('regions'), await text('tracking').catch(() => undefined))];
}
