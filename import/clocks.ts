import { toldSpans } from '../contracts/zones.js';
import type { Duck } from '../lambdas/shared/duck.js';
import { correctedClocks, engineOffsets, engineZones } from './wrapping.js';

/** A time in which the engine's clock of a zone is not the runtime's. Moments and what a clock shows are seconds since 1970. */
interface Difference {
  from: number;
  until: number;
  /** So many seconds the engine is ahead of the runtime. */
  ahead: number;
}

/** Where two clocks differ: by the moment, and by what the clock on the wall shows. */
export interface Apart {
  moments: Difference[];
  walls: Difference[];
}

/** What may land begins in 1995; from 2038 on nothing has happened yet. */
const FIRST = Date.UTC(1995, 0, 1) / 1000;
const LAST = Date.UTC(2038, 0, 1) / 1000;

const QUOTED = /'([A-Za-z][\w+-]*(?:\/[\w+-]+)*)'/g;

/**
 * The engine brings time zones of its own, which may be older than the laws; a night goes by the runtime's. Of the zones that a mapping
 * names, `at time zone` and `timezone(...)` are set right where the two differ, so that import and night read one clock.
 *
 * @returns the zones that were set right
 */
export async function setClocksRight(duck: Duck, selects: readonly string[]): Promise<string[]> {
  const words = new Set(selects.flatMap((select) => [...select.matchAll(QUOTED)].map((found) => found[1]!.toLowerCase())));
  const zones = (await duck.run(engineZones)).map(({ name }) => String(name)).filter((name) => words.has(name.toLowerCase()));
  const wrong = new Map<string, Apart>();
  for (const zone of zones) {
    const found = await differences(duck, zone);
    if (found.moments.length > 0) wrong.set(zone, found);
  }
  if (wrong.size > 0) await duck.run(correctedClocks(wrong));
  return [...wrong.keys()];
}

async function differences(duck: Duck, zone: string): Promise<Apart> {
  if (!isKnown(zone)) return { moments: [], walls: [] };
  const changes = await duck.run(engineOffsets(zone, { first: FIRST, last: LAST }));
  const engine = changes.map((row, at) => ({
    until: changes[at + 1] ? Number(changes[at + 1]!.at) : LAST,
    seconds: Number(row.seconds),
  }));
  const told = toldSpans(zone).map(({ until, seconds }) => ({ until: until / 1000, seconds }));
  return { moments: apartSpans(engine, told), walls: apartSpans(onTheWall(engine), onTheWall(told)) };
}

/** Names that the engine has and the runtime does not, such as AET, are left to the engine. */
function isKnown(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

type Span = { until: number; seconds: number };

/**
 * The same spans by what the wall shows. An hour that comes twice is of the later span, one that never comes of the earlier: so the
 * engine reads local times.
 */
function onTheWall(spans: readonly Span[]): Span[] {
  return spans.map(({ until, seconds }, at) => ({ until: until + (spans[at + 1]?.seconds ?? seconds), seconds }));
}

/** Where two clocks differ, and by how much. Pure. */
export function apartSpans(engine: readonly Span[], told: readonly Span[]): Difference[] {
  const found: Difference[] = [];
  let from = FIRST;
  let at = told.findIndex(({ until }) => until > from);
  for (const { until: end, seconds } of engine)
    while (from < end) {
      const until = Math.min(end, told[at]!.until);
      const ahead = seconds - told[at]!.seconds;
      const before = found.at(-1);
      if (ahead !== 0 && before?.until === from && before.ahead === ahead) before.until = until;
      else if (ahead !== 0 && until > from) found.push({ from, until, ahead });
      if (until === told[at]!.until) at++;
      from = until;
    }
  return found;
}
