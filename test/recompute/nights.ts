/** Nights read one after the other as `explain --json` tells them, each recomputed from the one before, and compared with what it says. */

import type * as z from 'zod';
import type { Explained } from '../../contracts/explanation.js';
import type { Beside, ProgrammeYaml } from './policy-files.js';
import { type Facts, type Memory, memoryTold, type Recomputed, recompute, type Told, type ToldProgramme } from './reader.js';

/** As it is printed: dates of moments are text. */
export const printed = (found: z.input<typeof Explained>): Told => JSON.parse(JSON.stringify(found)) as Told;

/** What was seen, so that nobody takes an empty comparison for an equal one. */
export interface Seen {
  /** Sellers and nights. */
  cards: number;
  figures: number;
  evaluated: number;
  /** By what was said. */
  tiers: Map<string, number>;
  verdicts: Map<string, number>;
  because: Map<string, number>;
  /** Gates, ways out, points and scores, by what was said of them. */
  beside: Map<string, number>;
  /** Sellers on the first night that tells of them, or that does again: what was before is taken from the output. */
  taken_as_told: number;
}

const add = (counts: Map<string, number>, key: unknown): void => void counts.set(String(key), (counts.get(String(key)) ?? 0) + 1);
const same = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) < 1e-12);

export class Reader {
  readonly differences: string[] = [];
  readonly seen: Seen = {
    ...{ cards: 0, figures: 0, evaluated: 0, taken_as_told: 0 },
    ...{ tiers: new Map(), verdicts: new Map(), because: new Map(), beside: new Map() },
  };
  /** By seller, and of which night. */
  private readonly remembered = new Map<string, { run_id: string; memory: Memory }>();

  constructor(
    private readonly programme: ProgrammeYaml,
    private readonly beside: Beside,
  ) {}

  /** One seller's night. */
  read(told: Told): void {
    const { programme, seen } = this;
    const of = told.programmes.find((one) => one.programme === programme.programme);
    if (!of) return;
    const before = this.remembered.get(told.seller_id);
    const goesOn = before !== undefined && before.run_id.slice(0, 10) === told.previous?.run_id.slice(0, 10);
    const asTold = memoryTold(programme.programme, told);
    const memory = goesOn ? before.memory : asTold;
    if (goesOn) this.compareMemory(told, memory, asTold);
    else seen.taken_as_told++;

    const found = recompute(programme, told, memory, this.beside);
    const at = `${told.run_date} ${told.seller_id}`;
    this.compare(`${at} scorecard`, found.card, of);
    for (const metric of of.metrics) if (metric.because === 'paused') add(seen.beside, 'paused');
    for (const metric of of.metrics) this.compare(`${at} ${metric.metric}`, found.metrics.get(metric.metric)!, metric);
    this.compareOrders(at, found, of);
    this.compareBeside(at, found, of, told.run_date);
    if (found.standing) this.compare(`${at} standing`, found.standing, of.standing);
    for (const standing of of.standing?.metrics ?? []) {
      this.compare(`${at} standing ${standing.metric}`, found.notices.get(standing.metric)!, standing);
      add(seen.verdicts, found.notices.get(standing.metric)!.verdict);
    }
    seen.cards++;
    add(seen.tiers, found.standing?.official_tier ?? found.card.tier);
    if (found.standing?.evaluated_on === told.run_date) {
      seen.evaluated++;
      add(seen.because, found.standing.because);
    }
    this.remembered.set(told.seller_id, { run_id: told.run_id, memory: found.memory });
  }

  /** What a night says was before is what the night before came to. */
  private compareMemory(told: Told, memory: Memory, asTold: Memory): void {
    const at = `${told.run_date} ${told.seller_id} before`;
    this.compare(at, { ...memory.held } as Facts, asTold.held ?? {});
    for (const [metric, notice] of memory.notices)
      this.compare(`${at} ${metric}`, { ...notice }, asTold.notices.get(metric) ?? {});
  }

  /** How each order is counted that the programme itself may forgive, and the days that evaluations add up. */
  private compareOrders(at: string, { reliefs }: Recomputed, { metrics }: ToldProgramme): void {
    for (const { metric, orders, days, from, to } of metrics) {
      for (const one of orders) {
        const eased = reliefs.get(metric)?.get(one.subject_id);
        if (one.peak !== null || one.folded_into !== null) add(this.seen.because, one.reason);
        if (eased) this.compare(`${at} ${metric} ${one.subject_id}`, eased, one);
      }
      const ofDay = new Map<string, number>();
      for (const one of orders)
        if (one.outcome === 'fault') ofDay.set(one.cohort_day, (ofDay.get(one.cohort_day) ?? 0) + one.counts_for);
      for (const { day, fault } of days)
        if (from <= day && day <= to) this.compare(`${at} ${metric} ${day}`, { fault: ofDay.get(day) ?? 0 }, { fault });
    }
  }

  /** Points, score, gates and probation. */
  private compareBeside(at: string, found: Recomputed, of: ToldProgramme, run_date: string): void {
    const ledger = of.points?.ledger ?? [];
    if (found.points) this.compare(`${at} points`, found.points.facts, of.points);
    for (const one of ledger) this.compare(`${at} ${one.entry_id}`, found.points!.entries.get(one.entry_id)!, one);
    const given = ledger.filter((one) => one.kind === 'missed_metric' && one.given_on === run_date).map(({ what }) => what);
    if (found.points) this.compare(`${at} missed`, { all: found.points.missed.sort().join() }, { all: given.sort().join() });
    if (found.score) this.compare(`${at} score`, found.score.facts, of.score);
    for (const one of of.score?.parts ?? [])
      this.compare(`${at} part ${one.metric}`, found.score!.parts.get(`${one.dimension} ${one.metric}`)!, one);
    for (const one of of.gates ?? []) {
      this.compare(`${at} gate ${one.tier} ${one.gate}`, found.gates.get(`${one.tier} ${one.gate}`)!, one);
      add(this.seen.beside, `${one.gate} ${one.met}`);
    }
    if (found.probation) {
      this.compare(`${at} probation`, found.probation.facts, of.probation);
      for (const one of of.probation!.exits) {
        const key = `${one.place} ${one.ask}${one.metric === null ? '' : ` ${one.metric}`}`;
        this.compare(`${at} way out ${key}`, found.probation.exits.get(key)!, one);
      }
      add(this.seen.beside, of.probation!.state);
    }
    for (const one of ledger) add(this.seen.beside, `${one.kind} ${one.state}`);
    if (of.score) add(this.seen.beside, `score ${of.score.because}`);
    if (of.points?.caps_at) add(this.seen.beside, 'points cap');
  }

  private compare(where: string, found: Facts, told: object | undefined): void {
    for (const [name, value] of Object.entries(found)) {
      this.seen.figures++;
      const said = (told as Facts)[name];
      if (!same(said, value)) this.differences.push(`${where}.${name}: said ${said}, recomputed ${value}`);
    }
  }
}
