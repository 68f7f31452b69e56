/** Entries that count some orders only: what a policy may say, and what is refused with what to write instead. */
import { describe, expect, it } from 'vitest';
import { loadPolicies, PolicyRefused } from '../../policies/load.js';

const region = (name: string, currency: string) =>
  `{ name: ${name}, time_zone: Europe/London, currency: ${currency}, must_land_orders_daily: false, dispatch_milestone: first_scan, on_time_scan_saves: true }`;
const REGIONS = `regions:\n  DE: ${region('Germany', 'EUR')}\n  FR: ${region('France', 'EUR')}\n  GB: ${region('Britain', 'GBP')}\n`;
const CLASSES = `carrier_classes:
  express: { carriers: [Swift, " DASH "], why: "arrives next day" }
  own_brand: { carriers: [Marketplace Post], why: "sold by us" }
`;

const entry = (key: string, of: string, where: string, more = '') =>
  `  ${key}: { of: ${of}, title: "${key}", where: ${where}, window_days: 30, why: "made here", tiers: { good: { at_most: 0.04, why: "made here" } }${more} }`;

const programme = (entries: readonly string[], key = 'standard', regions = '[DE, FR]') => `programme: ${key}
title: Standard
version: "1"
in_force_from: 2026-01-01
regions: ${regions}
tiers: [{ key: good, title: Good, means: "good" }, { key: below, title: Below, means: "below" }]
standard: good
assessable: { orders: 1, window_days: 90, why: "made here" }
metrics:
  late_dispatch: { window_days: 30, why: "made here", tiers: { good: { at_most: 0.04, why: "made here" } } }
${entries.join('\n')}
`;

const load = (entries: readonly string[], more: Record<string, string> = { 'tracking.yaml': CLASSES }) =>
  loadPolicies({ 'regions.yaml': REGIONS, 'p.yaml': programme(entries), ...more }, '2026-11-16');

function told(entries: readonly string[], more?: Record<string, string>): string[] {
  try {
    load(entries, more);
    return [];
  } catch (error) {
    if (error instanceof PolicyRefused) return error.lines;
    throw error;
  }
}

const whereOf = (where: string) => load([entry('some', 'late_dispatch', where)]).programmes[0]!.metrics[1]!.where;

describe('an entry of some orders', () => {
  it('says which by category, fulfilment, carrier class, border and region', () => {
    expect(whereOf('{ category: [Books, media, books], fulfilment: seller, cross_border: true, region: [DE] }')).toEqual({
      ...{ category: { names: ['books', 'media'] }, fulfilment: 'seller', cross_border: true, region: ['DE'] },
    });
  });

  it.each([
    ['of one class', '[express]', { names: ['dash', 'swift'] }],
    ['of none of them', '[other]', { names: ['dash', 'marketplace post', 'swift'], not: true }],
    ['of one class and of none', '[express, other]', { names: ['marketplace post'], not: true }],
    ['of any but one class', '{ not: [express] }', { names: ['dash', 'swift'], not: true }],
    ['of any class but one', '{ not: [express, other] }', { names: ['marketplace post'] }],
    ['of any carrier that is known', '[express, other, own_brand]', { names: [], not: true }],
  ])('knows carriers %s', (_, classes, carrier) => {
    expect(whereOf(`{ carrier_class: ${classes} }`)?.carrier).toEqual(carrier);
  });

  it('may leave out what it names', () => {
    expect(whereOf('{ category: { not: [books] }, region: { not: [DE] } }')).toEqual({
      ...{ category: { names: ['books'], not: true }, region: ['FR'] },
    });
  });

  it('stands beside the same metric over the same days, of all orders and of others', () => {
    const entries = [
      entry('media', 'late_dispatch', '{ category: [media] }'),
      entry('rest', 'late_dispatch', '{ category: { not: [media] } }'),
    ];
    expect(load(entries).programmes[0]!.metrics.map(({ metric }) => metric)).toEqual(['late_dispatch', 'media', 'rest']);
  });

  it('changes nothing for a marketplace without any', () => {
    const without = load([], {});
    expect(without.carrier_classes).toBeUndefined();
    expect(load([]).fingerprint).not.toBe(without.fingerprint);
    expect(load([]).tracking).toBeUndefined();
  });
});

describe('a policy is refused', () => {
  const where = (text: string) => [entry('some', 'late_dispatch', text)];
  it.each<[string, string[], string]>([
    [
      'where an attribute is unknown',
      where('{ categry: [books] }'),
      'p.yaml:11 metrics.some.where.categry: is not a key we know here; did you mean category?',
    ],
    [
      'where it names nothing',
      where('{}'),
      'p.yaml:11 metrics.some.where: is empty and leaves nothing out; name one of category, fulfilment, carrier_class, cross_border, region, or take it out',
    ],
    [
      'where a fulfilment is unknown',
      where('{ fulfilment: seler }'),
      'p.yaml:11 metrics.some.where.fulfilment: "seler" is not known here; did you mean seller?',
    ],
    [
      'where a metric leaves out what is asked for',
      where('{ fulfilment: platform }'),
      'p.yaml:11 metrics.some.where.fulfilment: platform names orders that late_dispatch leaves out (platform_fulfilled), so that nobody is ever judged; write seller, or have late_dispatch count them in metrics.yaml',
    ],
    [
      'where a class is unknown',
      where('{ carrier_class: [expres] }'),
      'p.yaml:11 metrics.some.where.carrier_class.0: expres is not a class of carriers in tracking.yaml; did you mean express?',
    ],
    [
      'where a class that is left out is unknown',
      where('{ carrier_class: { not: [slow] } }'),
      'p.yaml:11 metrics.some.where.carrier_class.not.0: slow is not a class of carriers in tracking.yaml; choose among express, own_brand, other',
    ],
    [
      'where no carrier is left',
      where('{ carrier_class: { not: [express, own_brand, other] } }'),
      'p.yaml:11 metrics.some.where.carrier_class: leaves no carrier; name fewer under not',
    ],
    [
      'where a region is not of the programme',
      where('{ region: [Germany] }'),
      'p.yaml:11 metrics.some.where.region.0: Germany is not a region of this programme; did you mean DE?',
    ],
    [
      'where every region is named',
      where('{ region: [FR, DE] }'),
      'p.yaml:11 metrics.some.where.region: names every region of this programme and leaves nothing out; take it out, or name fewer',
    ],
    [
      'where no region is left',
      where('{ region: { not: [FR, DE] } }'),
      'p.yaml:11 metrics.some.where.region: leaves no region of this programme; name fewer under not',
    ],
    [
      'where a list is text',
      where('{ category: books }'),
      'p.yaml:11 metrics.some.where.category: needs a list such as [books, media], or { not: [books, media] }',
    ],
    [
      'where conversations have none of this',
      [entry('chats', 'slow_response', '{ category: [books] }')],
      'p.yaml:11 metrics.chats.where: asks for some orders, and slow_response counts conversations, of which none of this is known; take where out, or ask for a metric of orders',
    ],
    [
      'where the metric itself would be narrowed',
      [
        '  late_delivery: { where: { category: [books] }, window_days: 30, why: "made here", tiers: { good: { at_most: 0.04, why: "made here" } } }',
      ],
      'p.yaml:11 metrics.late_delivery.where: would narrow late_delivery itself, which readers know as that of all orders; write an entry under a key and a title of its own, with of: late_delivery',
    ],
    [
      'where two count the same orders',
      [...where('{ category: [books, media] }'), entry('more', 'late_dispatch', '{ category: [media, books] }')],
      'p.yaml:12 metrics.more.window_days: some (line 11) asks for late_dispatch over the same 30 days and the same orders; one of the two says nothing new, so take it out, or give it other days, other orders or other floors (at_least)',
    ],
  ])('%s', (_, entries, line) => {
    expect(told(entries)).toEqual([line]);
  });

  it('where outcomes that land have none of this', () => {
    const metrics =
      'metrics:\n  late_dispatch:\n  dents: { title: Dents, maturation_days: { value: 1, why: "made here" }, why: "made here" }\n';
    expect(told([entry('some', 'dents', '{ category: [books] }')], { 'metrics.yaml': metrics })).toEqual([
      'p.yaml:11 metrics.some.where: asks for some orders, and dents counts what lands as outcomes, of which none of this is known; take where out, or land a metric of its own for each segment',
    ]);
  });

  it('where no class of carriers is declared', () => {
    expect(told(where('{ carrier_class: [express] }'), {})).toEqual([
      'p.yaml:11 metrics.some.where.carrier_class: express: no class of carriers is declared; write carrier_classes in tracking.yaml, such as express: { carriers: [Swift], why: "arrives next day" }',
    ]);
  });

  it('where one key counts other orders in another programme', () => {
    const other = programme([entry('some', 'late_dispatch', '{ category: [toys] }')], 'other');
    expect(told(where('{ category: [books] }'), { 'q.yaml': other })).toEqual([
      'q.yaml:11 metrics.some.where: some counts other orders than in p.yaml:11, and readers know it by its key; write the same where, or another key',
    ]);
  });

  it.each([
    [
      'other: { carriers: [Swift], why: "made here" }',
      'tracking.yaml:2 carrier_classes.other: is our word for carriers that no class names; choose another name',
    ],
    [
      'a: { carriers: [Swift], why: "made here" }\n  b: { carriers: [swift], why: "made here" }',
      'tracking.yaml:3 carrier_classes.b.carriers.0: swift is one of a already; a carrier is in one class, so keep one',
    ],
    ['a: { carriers: [], why: "made here" }', 'tracking.yaml:2 carrier_classes.a.carriers: needs at least one carrier'],
  ])('where classes say %s', (classes, line) => {
    expect(told([], { 'tracking.yaml': `carrier_classes:\n  ${classes}\n` })).toEqual([line]);
  });
});
