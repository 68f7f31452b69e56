/** Nights read one after the other as `explain --json` tells them, each recomputed from the one before, and compared with what it says. */

import type * as z from 'zod';
import type { Explained } from '../../contracts/explanation.js';
import { type Facts, type Memory, memoryTold, type ProgrammeYaml, recompute, type Told } from './reader.js';

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
    ...{ tiers: new Map(), verdicts: new Map(), because: new Map() },
  };
  /** By seller, and of which night. */
  private readonly remembered = new Map<string, { run_id: string; memory: Memory }>();

  constructor(private readonly programme: ProgrammeYaml) {}

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

    const found = recompute(programme, told, memory);
    const at = `${told.run_date} ${told.seller_id}`;
    this.compare(`${at} scorecard`, found.card, of);
    for (const metric of of.metrics) this.compare(`${at} ${metric.metric}`, found.metrics.get(metric.metric)!, metric);
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

  private compare(where: string, found: Facts, told: object | undefined): void {
    for (const [name, value] of Object.entries(found)) {
      this.seen.figures++;
      const said = (told as Facts)[name];
      if (!same(said, value)) this.differences.push(`${where}.${name}: said ${said}, recomputed ${value}`);
    }
  }
}
