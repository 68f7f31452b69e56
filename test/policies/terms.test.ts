/** What a programme may say of its terms, and what it is told where it says what cannot be or what no seller should meet. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPolicies, PolicyRefused } from '../../policies/load.js';
import type { Programme } from '../../policies/policy.js';

const regions = readFileSync('policies/regions.yaml', 'utf8');

/** A programme of three tiers; `own` are lines of the file itself, `effects` of the tiers, from best to worst. */
const made = (own: string[], effects: string[] = []): string =>
  [
    'programme: terms',
    'title: Terms',
    'version: "1.0"',
    'regions: all',
    'standard: good',
    'assessable: { orders: 30, window_days: 90, why: "as everywhere" }',
    'metrics:',
    '  late_dispatch:',
    '    window_days: 30',
    '    why: "buyers see it first"',
    '    tiers: { top: { at_most: 0.02, why: "half" }, good: { at_most: 0.04, why: "usual" } }',
    'tiers:',
    ...['top', 'good', 'below'].map(
      (key, at) => `  - { key: ${key}, title: ${key}, means: ${key}${effects[at] ? `, effect: { ${effects[at]} }` : ''} }`,
    ),
    ...own,
  ].join('\n');

const FROM = ['in_force_from: 2026-02-01'];
const NOTICED = [...FROM, 'notice_given_on: 2026-01-01'];
const SAYS = 'in_words: "as it says"';

function inForce(files: Record<string, string>, day = '2026-11-16'): Programme[] {
  return loadPolicies({ 'regions.yaml': regions, ...files }, day).programmes;
}

function told(files: Record<string, string> | string, day?: string): string[] {
  try {
    inForce(typeof files === 'string' ? { 'terms.yaml': files } : files, day);
    return [];
  } catch (error) {
    if (error instanceof PolicyRefused) return error.lines;
    throw error;
  }
}

describe('the terms of a programme', () => {
  it('are read as they are written, and change nothing where they are left out', () => {
    const [programme] = inForce({
      'terms.yaml': made(
        [...NOTICED, 'contest: { within_days: 30, url: "https://market.example/appeals", why: "a month to look" }'],
        [
          `${SAYS}, visibility: raised, commission: { share: 0.1, why: "a tenth" }`,
          `${SAYS}, payout_days: { value: 7, why: "a week" }`,
          `${SAYS}, ads: not_allowed, order_cap: { share_of_peak: 0.5, why: "half" }, reserve: { share: 0.05, why: "refunds" }`,
        ],
      ),
    });
    expect(programme).toMatchObject({
      notice_given_on: '2026-01-01',
      contest: { within_days: 30, url: 'https://market.example/appeals' },
      tiers: [
        { effect: { visibility: 'raised', commission: { share: 0.1 } } },
        { effect: { payout_days: { value: 7 } } },
        { effect: { ads: 'not_allowed', order_cap: { share_of_peak: 0.5 }, reserve: { share: 0.05 } } },
      ],
    });
    const [plain] = inForce({ 'terms.yaml': made(FROM) });
    for (const key of ['notice_given_on', 'until', 'contest']) expect(plain).not.toHaveProperty(key);
    expect(plain!.tiers[0]).toEqual({ key: 'top', title: 'top', means: 'top' });
  });

  it.each<[string, string[], string[], string]>([
    [
      'end by another name',
      [...FROM, 'effective_until: 2026-12-31'],
      [],
      'terms.yaml:17 effective_until: is not a key we know here; did you mean until?',
    ],
    [
      'effect that is not known',
      NOTICED,
      ['', '', `${SAYS}, visability: reduced`],
      'terms.yaml:15 tiers.2.effect.visability: is not a key we know here; did you mean visibility?',
    ],
    [
      'visibility that is not known',
      NOTICED,
      ['', '', `${SAYS}, visibility: hiden`],
      'terms.yaml:15 tiers.2.effect.visibility: "hiden" is not known here; did you mean hidden?',
    ],
    [
      'effect without words',
      NOTICED,
      ['', '', 'visibility: hidden'],
      'terms.yaml:15 tiers.2.effect.in_words: is missing; add it (text)',
    ],
    [
      'effect of nothing but words',
      NOTICED,
      ['', '', SAYS],
      'terms.yaml:15 tiers.2.effect: says in words what no key says; add what changes (visibility, ads, order_cap, payout_days, reserve, commission), or put the words into means',
    ],
    [
      'reserve as a number of per cent',
      NOTICED,
      ['', '', `${SAYS}, reserve: { share: 5, why: "x y z" }`],
      'terms.yaml:15 tiers.2.effect.reserve.share: needs a share between 0 and 1; write 5 % as 0.05',
    ],
    [
      'cap without a reason',
      NOTICED,
      ['', '', `${SAYS}, order_cap: { share_of_peak: 0.5 }`],
      'terms.yaml:15 tiers.2.effect.order_cap.why: is missing; add it (text)',
    ],
    [
      'payout of half a day',
      NOTICED,
      ['', '', `${SAYS}, payout_days: { value: 7.5, why: "x y z" }`],
      'terms.yaml:15 tiers.2.effect.payout_days.value: needs whole days',
    ],
    [
      'contest that nobody can reach',
      [...FROM, 'contest: { within_days: 30, why: "a month" }'],
      [],
      'terms.yaml:17 contest: does not say where; add address (a mail address) or url',
    ],
    [
      'contest at something that is no page',
      [...FROM, 'contest: { within_days: 30, url: market.example, why: "a month" }'],
      [],
      'terms.yaml:17 contest.url: needs an address of the web, such as https://market.example/appeals',
    ],
    [
      'contest by something that is no mail address',
      [...FROM, 'contest: { within_days: 30, address: appeals, why: "a month" }'],
      [],
      'terms.yaml:17 contest.address: needs one plain mail address, such as appeals@market.example',
    ],
    [
      'contest within no day',
      [...FROM, 'contest: { within_days: 0, address: a@market.example, why: "a month" }'],
      [],
      'terms.yaml:17 contest.within_days: needs 1 or more days',
    ],
    [
      'notice on a day that is none',
      [...FROM, 'notice_given_on: 2026-02-30'],
      [],
      'terms.yaml:17 notice_given_on: 2026-02-30 is not in the calendar; write a day that is',
    ],
  ])('%s: is told with its line', (_, own, effects, line) => {
    expect(told(made(own, effects))).toEqual([line]);
  });
});

describe('sellers are told 15 days before', () => {
  const since = (notice: string): string[] => told(made([...FROM, `notice_given_on: ${notice}`]));

  it('a version in force on the fifteenth day after its notice is accepted, one day sooner is not', () => {
    expect(since('2026-01-17')).toEqual([]);
    expect(since('2026-01-18')).toEqual([
      'terms.yaml:16 in_force_from: 2026-02-01 is 14 days after notice_given_on (2026-01-18, line 17); sellers are told at least 15 days before, so write 2026-02-02 or later',
    ]);
    expect(since('2026-02-01')).toEqual([expect.stringContaining(': 2026-02-01 is 0 days after notice_given_on (')]);
    expect(since('2026-02-02')).toEqual([
      'terms.yaml:16 in_force_from: 2026-02-01 is before notice_given_on (2026-02-02, line 17); sellers are told at least 15 days before, so write 2026-02-17 or later',
    ]);
  });

  it('a version that waits for its day is refused as well', () => {
    const waiting = made(['in_force_from: 2027-02-01', 'notice_given_on: 2027-01-31']).replace('"1.0"', '"2.0"');
    expect(told({ 'now.yaml': made(FROM), 'next.yaml': waiting })).toEqual([
      expect.stringMatching(/^next\.yaml:16 in_force_from: 2027-02-01 is 1 day after notice_given_on/),
    ]);
  });

  it.each<[string, string[]]>([
    ['visibility (below: reduced)', ['', '', `${SAYS}, visibility: reduced`]],
    ['ads (below: not_allowed)', ['', '', `${SAYS}, ads: not_allowed`]],
    ['order_cap (below: 70 %)', ['', '', `${SAYS}, order_cap: { share_of_peak: 0.7, why: "x y z" }`]],
    ['reserve (below: 2.5 %)', ['', '', `${SAYS}, reserve: { share: 0.025, why: "x y z" }`]],
    ['payout_days (below: 14 days)', ['', '', `${SAYS}, payout_days: { value: 14, why: "x y z" }`]],
    [
      'payout_days (below: 8 days)',
      ['', `${SAYS}, payout_days: { value: 7, why: "x y z" }`, `${SAYS}, payout_days: { value: 8, why: "x y z" }`],
    ],
    [
      'commission (below: 12 %)',
      ['', `${SAYS}, commission: { share: 0.1, why: "x y z" }`, `${SAYS}, commission: { share: 0.12, why: "x y z" }`],
    ],
  ])('what takes something away needs a notice: %s', (what, effects) => {
    const [, key, says] = /^(\w+) (\(.*\))$/.exec(what)!;
    expect(told(made(FROM, effects))).toEqual([
      `terms.yaml:15 tiers.2.effect.${key}: takes something away from sellers ${says}, who are told at least 15 days before; add notice_given_on, the day on which they were, 2026-01-17 or earlier`,
    ]);
    expect(told(made(NOTICED, effects))).toEqual([]);
  });

  it('what only gives, or is the same in all tiers from the standard on, needs none', () => {
    const payout = `${SAYS}, payout_days: { value: 7, why: "x y z" }`;
    expect(told(made(FROM, [`${SAYS}, visibility: raised, payout_days: { value: 1, why: "x y z" }`, payout, payout]))).toEqual(
      [],
    );
    expect(told(made(FROM, [`${SAYS}, ads: allowed, reserve: { share: 0, why: "x y z" }`, '', '']))).toEqual([]);
  });
});

describe('a lower tier is never the better one', () => {
  const capped = (share: number): string => `${SAYS}, order_cap: { share_of_peak: ${share}, why: "x y z" }`;
  const paid = (days: number): string => `${SAYS}, payout_days: { value: ${days}, why: "x y z" }`;
  const kept = (key: string, share: number): string => `${SAYS}, ${key}: { share: ${share}, why: "x y z" }`;

  it.each<[string, string[], string]>([
    [
      'visibility',
      ['', `${SAYS}, visibility: hidden`, `${SAYS}, visibility: reduced`],
      'below (reduced) .* good (hidden, line 14)',
    ],
    ['visibility', ['', '', `${SAYS}, visibility: raised`], 'below (raised) .* good (normal, line 14)'],
    ['ads', ['', `${SAYS}, ads: not_allowed`, ''], 'below (allowed) .* good (not_allowed, line 14)'],
    ['order_cap', ['', capped(0.5), capped(0.6)], 'below (60 %) .* good (50 %, line 14)'],
    ['order_cap', ['', capped(0.5), ''], 'below (no cap) .* good (50 %, line 14)'],
    ['payout_days', [paid(7), '', paid(3)], 'below (3 days) .* top (7 days, line 13)'],
    ['reserve', ['', kept('reserve', 0.1), kept('reserve', 0.05)], 'below (5 %) .* good (10 %, line 14)'],
    ['reserve', ['', kept('reserve', 0.1), ''], 'below (none) .* good (10 %, line 14)'],
    ['commission', ['', kept('commission', 0.1), kept('commission', 0.09)], 'below (9 %) .* good (10 %, line 14)'],
  ])('%s of %j', (key, effects, who) => {
    const [lower, higher] = who.split(' .* ');
    expect(told(made(NOTICED, effects))).toEqual([
      `terms.yaml:15 tiers.2.effect.${key}: ${lower} is treated better than ${higher} above it; swap them, or give below ${/\((.*), line/.exec(higher!)![1]} too`,
    ]);
  });

  it('the same in two tiers is no contradiction', () => {
    expect(told(made(NOTICED, ['', capped(0.5), capped(0.5)]))).toEqual([]);
    expect(told(made(NOTICED, [paid(3), paid(7), paid(7)]))).toEqual([]);
  });
});

describe('versions of a programme', () => {
  const version = (number: string, ...own: string[]): string => made(own).replace('"1.0"', `"${number}"`);
  const versionsOn = (day: string, files: Record<string, string>): string[] => inForce(files, day).map((one) => one.version);
  const other = made(['in_force_from: 2020-01-01']).replace('programme: terms', 'programme: other').replace('"1.0"', 'other');

  it('each judges from its first to its last day, and the newest where none says until', () => {
    const files = {
      'a.yaml': version('1', 'in_force_from: 2026-01-01', 'until: 2026-02-28'),
      'b.yaml': version('2', 'in_force_from: 2026-03-01'),
      'c.yaml': version('3', 'in_force_from: 2026-05-01', 'until: 2026-05-31'),
      'other.yaml': other,
    };
    expect(versionsOn('2025-12-31', files)).toEqual(['other']);
    expect(versionsOn('2026-02-28', files)).toEqual(['other', '1']);
    expect(versionsOn('2026-03-01', files)).toEqual(['other', '2']);
    expect(versionsOn('2026-05-31', files)).toEqual(['other', '3']);
    // Version 2 was followed: it does not come back.
    expect(versionsOn('2026-06-01', files)).toEqual(['other']);
  });

  it('a day on which all have ended is told', () => {
    expect(told(version('1', 'in_force_from: 2026-01-01', 'until: 2026-02-28'), '2026-03-01')).toEqual([
      'regions.yaml, terms.yaml: no programme is in force on 2026-03-01; add one, or set its in_force_from earlier or its until later',
    ]);
  });

  it('one that ends before it begins judges nobody', () => {
    expect(told(version('1', 'in_force_from: 2026-02-01', 'until: 2026-01-31'))).toEqual([
      'terms.yaml:17 until: 2026-01-31 is before in_force_from (2026-02-01, line 16), so that it judges nobody; write a later day, or take it out',
    ]);
    expect(told(version('1', 'in_force_from: 2026-02-01', 'until: 2026-02-01'), '2026-02-01')).toEqual([]);
  });

  it('two that overlap are refused, also those that wait', () => {
    const files = {
      'a.yaml': version('1', 'in_force_from: 2026-01-01', 'until: 2027-03-01'),
      'b.yaml': version('2', 'in_force_from: 2027-03-01'),
    };
    expect(told(files)).toEqual([
      'a.yaml:17 until: 2027-03-01 overlaps with version 2, in force from 2027-03-01 (b.yaml:16); write 2027-02-28 or earlier, or take it out: a version ends where the next begins',
    ]);
  });

  it('two that begin on one day are refused, also those that wait', () => {
    const files = {
      'a.yaml': version('1', 'in_force_from: 2026-01-01'),
      'b.yaml': version('2', 'in_force_from: 2027-03-01'),
      'c.yaml': version('3', 'in_force_from: 2027-03-01'),
    };
    expect(told(files)).toEqual(['c.yaml:1 programme: terms is in force from 2027-03-01 in two files (b.yaml:16); keep one']);
  });

  it('one with another mistake is told of that first', () => {
    const files = {
      'a.yaml': version('1', 'in_force_from: 2026-01-01'),
      'b.yaml': version('2', 'in_force_from: 2026-01-01', 'contest: { within_days: 30, why: "a month" }'),
    };
    expect(told(files)).toEqual([expect.stringMatching(/^b\.yaml:17 contest: does not say where/)]);
  });
});
