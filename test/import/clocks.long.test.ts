import { expect, test } from 'vitest';
import { setClocksRight } from '../../import/clocks.js';
import { openDuck } from '../../lambdas/shared/duck.js';

const ZONES = ['Africa/Casablanca', 'America/Vancouver', 'Europe/Berlin', 'Australia/Lord_Howe'];
const HALF_HOUR = 30 * 60_000;

/** What the clock of a zone shows at each half hour of some years, by Intl; of an hour that comes twice the later one. */
function shownIn(zone: string, from: string, until: string): Map<string, number> {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const shown = new Map<string, number>();
  for (let moment = Date.parse(from); moment < Date.parse(until); moment += HALF_HOUR) shown.set(format.format(moment), moment);
  return shown;
}

test.each(ZONES)('every half hour that a clock of %s shows in two years is its moment, and back', async (zone) => {
  const shown = shownIn(zone, '2026-09-01', '2028-06-01');
  const duck = await openDuck();
  try {
    await setClocksRight(duck, [`select '${zone}'`]);
    const rows = await duck.run(
      `select wall, epoch_ms(wall::timestamp at time zone '${zone}')::double as moment,
       strftime(timezone('${zone}', wall::timestamp at time zone '${zone}'), '%Y-%m-%d %H:%M') as back
       from (select unnest([${[...shown.keys()].map((wall) => `'${wall}'`).join(',')}]) as wall)`,
    );
    expect(rows).toHaveLength(shown.size);
    const said = (wall: unknown, moment: number): string => `${wall} is ${new Date(moment).toISOString()}`;
    const wrong = rows.filter(({ wall, moment, back }) => shown.get(String(wall)) !== moment || back !== wall);
    expect(wrong.map(({ wall, moment, back }) => `${said(wall, Number(moment))}, back ${back}`)).toEqual([]);
  } finally {
    duck.close();
  }
});
