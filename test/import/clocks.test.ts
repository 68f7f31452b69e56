import { expect, test } from 'vitest';
import { toldSpans } from '../../contracts/zones.js';
import { apartSpans, setClocksRight } from '../../import/clocks.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { landed, ORDERS } from './tiny-source.js';

const ZONES = ['Africa/Casablanca', 'America/Vancouver', 'Europe/Berlin', 'Australia/Lord_Howe'];

/** The moment at which the clock of a zone shows a local time, by the runtime alone. */
function momentOf(local: string, zone: string): string {
  const wall = Date.parse(`${local.replace(' ', 'T')}:00Z`);
  const span = toldSpans(zone).find(({ until, seconds }) => wall - seconds * 1000 < until)!;
  return new Date(wall - span.seconds * 1000).toISOString();
}

const LOCALS = ['2026-02-10 12:00', '2026-07-01 12:00', '2026-11-12 23:30', '2027-01-15 08:00', '2027-07-15 08:00'];

test.each(ZONES)(
  'a local time of %s lands as the moment that a night goes by, whatever the engine knows of its laws',
  async (zone) => {
    const files = `id,placed,price\n${LOCALS.map((local, at) => `${at},${local},1\n`).join('')}`;
    const orders = ORDERS.replace("date '2026-06-01'", "date '2028-01-01'");
    const there = orders.replaceAll('placed::timestamp', `placed::timestamp at time zone '${zone}'`);
    const { values } = await landed({ files, orders: there }, 'epoch_ms(placed_at)');
    expect(values.map((ms) => new Date(Number(ms)).toISOString())).toEqual(LOCALS.map((local) => momentOf(local, zone)));
    // and back: the local time of a moment
    const back = orders.replace(
      'placed::timestamp as placed_at',
      `timezone('${zone}', placed::timestamp at time zone '${zone}') as placed_at`,
    );
    const again = await landed({ files, orders: back }, 'epoch_ms(placed_at)');
    expect(again.values.map((ms) => new Date(Number(ms)).toISOString().slice(0, 16).replace('T', ' '))).toEqual(LOCALS);
  },
);

test.each([
  "'10:00:00+00'::timetz at time zone 'Europe/Berlin'",
  "timezone(interval '1 hour', '10:00:00+00'::timetz)",
  "timezone(timestamp '2026-01-01')",
  "timezone('2026-01-01 00:00:00+00'::timestamptz)",
  "timezone('Europe/Berlin', date '2026-01-01')",
])('%s gives what it gave before a clock was set right', async (call) => {
  const duck = await openDuck();
  const given = () => duck.run(`select (${call})::varchar as value, typeof(${call}) as type`);
  try {
    const before = await given();
    expect(await setClocksRight(duck, ["select 'America/Vancouver'"])).toEqual(['America/Vancouver']);
    expect(await given()).toEqual(before);
  } finally {
    duck.close();
  }
});

const at = (day: string): number => Date.parse(day) / 1000;
const end = at('2038-01-01');

test.each([
  ['clocks that agree differ nowhere', [[at('2026-03-01'), 3600]], [[at('2026-03-01'), 3600]], []],
  ['a law that the engine does not know', [], [[at('2026-09-20'), 3600]], [[at('2026-09-20'), end, 3600]]],
  [
    'a switch that was put off by a week',
    [[at('2026-03-01'), 0]],
    [[at('2026-03-08'), 0]],
    [[at('2026-03-01'), at('2026-03-08'), 3600]],
  ],
])('%s', (_, engine, told, expected) => {
  // Up to each switch the offset is the one beside it, and afterwards 3600 for who switched from 0, and 0 for who switched from 3600.
  const spans = (switches: readonly number[][], other: number) => [
    ...switches.map(([until, seconds]) => ({ until: until!, seconds: seconds! })),
    { until: end, seconds: switches.length > 0 ? 3600 - switches[0]![1]! : other },
  ];
  expect(apartSpans(spans(engine, 3600), spans(told, 3600))).toEqual(
    expected.map(([from, until, ahead]) => ({ from, until, ahead })),
  );
});
