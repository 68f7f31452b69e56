import { describe, expect, it } from 'vitest';
import { loadPolicies } from '../../policies/load.js';
import { type FILES, refusal, shipped } from './shipped.js';

/** What a person is told of the shipped policies after one change. */
function told(name: (typeof FILES)[number], from: string | RegExp, to: string): string[] {
  const text = shipped[name]!.replace(from, to);
  expect(text, `${name} holds ${from}`).not.toBe(shipped[name]);
  return refusal({ ...shipped, [name]: text });
}

const EU = 'eu-seller-standards.yaml';

describe('a slip in a policy is told once, with its line and the word that was meant', () => {
  it.each<[(typeof FILES)[number], string, string, RegExp]>([
    [EU, '[DE, ES, FR, GB, IE, IT]', '[DE, UK]', /:6 regions\.1: UK is not in regions\.yaml; did you mean GB\?$/],
    [EU, '[DE, ES, FR, GB, IE, IT]', '[Germany]', /:6 regions\.0: Germany is not in regions\.yaml; did you mean DE\?$/],
    [EU, '[DE, ES, FR, GB, IE, IT]', '[XX]', /:6 regions\.0: XX is not in regions\.yaml; add it there or take it out here$/],
    [EU, '[DE, ES, FR, GB, IE, IT]', 'DE', /:6 regions: needs all, or a list such as \[DE, FR\]$/],
    [EU, '2026-01-01', '2026-02-30', /:5 in_force_from: 2026-02-30 is not in the calendar; write a day that is$/],
    [EU, '2026-01-01', '1/2/2026', /:5 in_force_from: needs a day such as 2026-01-31$/],
    [EU, '  late_dispatch:', '  late_dispach:', /:56 metrics\.late_dispach: .*did you mean late_dispatch\?$/],
    [EU, 'standard: good', 'standard: god', /:43 standard: god is not a tier with bounds; did you mean good\?$/],
    [EU, 'title: European', 'title: x\ntitle: European', /:3 title: stands twice in one place; keep one$/],
    [
      EU,
      'at_least: { counted: 10,',
      'at_least: { counted: 10, days: 31,',
      /:59 metrics\.late_dispatch\.at_least\.days: asks for faults on 31 days, and the window has 30: nobody could ever miss it; ask for fewer days$/,
    ],
    [EU, 'at_least: { counted: 10,', 'at_least: { counted: 10, buyer: 2,', /:59 .*at_least\.buyer: .*did you mean buyers\?$/],
    [EU, 'window_days: 30', 'window_days: 30 days', /:57 .*window_days: needs a number, not "30 days"$/],
    [EU, 'window_days: 90', 'window_days: 0', /:47 assessable\.window_days: judges nobody; write 1 day or more$/],
    [EU, 'window_days: 30', 'window_days: .inf', /:57 .*window_days: needs a number, not Infinity$/],
    [EU, 'at_most: 0.02', 'at_most: 2', /:61 .*at_most: needs a share between 0 and 1; write 2 % as 0.02$/],
    [EU, 'at_most: 0.02,', '', /:61 .*tiers\.top: needs a bound; add one of at_most, below, met_at_least, met_above$/],
    [EU, 'at_most: 0.02,', 'at_most: 0.02, below: 0.03,', /:61 .*tiers\.top: has at_most and below; keep one$/],
    [EU, 'at_most: 0.02,', 'at_least: 0.98,', /:61 .*tiers\.top\.at_least: is said of what is met: write met_at_least$/],
    [EU, 'at_most: 0.02,', 'below: 0,', /:61 .*tiers\.top\.below: nobody stays below 0; write at_most: 0$/],
    [EU, 'at_most: 0.02,', 'met_above: 1,', /:61 .*tiers\.top\.met_above: nobody meets more than all; write met_at_least: 1$/],
    [
      EU,
      'window_days: 30',
      'window_days: 30\n    low_volume: { fewer_than: 400, window_days: 30, why: "few" }',
      /:58 metrics\.late_dispatch\.low_volume\.window_days: 30 is no longer than the window of 30 days; whoever has few needs a longer one$/,
    ],
    [
      EU,
      'window_days: 30',
      'window_days: 30\n    low_volume: { fewer_than: 0, window_days: 60, why: "few" }',
      /:58 .*low_volume\.fewer_than: needs at least 1$/,
    ],
    [
      EU,
      'window_days: 30',
      'window_days: 30\n    stretch: { until: 100, at_most_days: 30, why: "few" }',
      /:58 metrics\.late_dispatch\.stretch\.at_most_days: 30 is no longer than the window of 30 days, so that it never stretches; write more than 30$/,
    ],
    [
      EU,
      'window_days: 30',
      'window_days: 30\n    stretch: { until: 10, at_most_days: 365, why: "few" }',
      /:58 metrics\.late_dispatch\.stretch\.until: stretches until 10, and fewer than 10 are not judged \(at_least\.counted\); write more than 10$/,
    ],
    [
      EU,
      'window_days: 30',
      'window_days: 30\n    low_volume: { fewer_than: 400, window_days: 60, why: "few" }\n    stretch: { until: 100, at_most_days: 365, why: "few" }',
      /:59 metrics\.late_dispatch\.stretch: stands beside low_volume, and both lengthen the window of whoever has few; keep one$/,
    ],
    [
      EU,
      'window_days: 30',
      'window_days: 30\n    stretch: { until: 100, at_most_days: 400, why: "few" }',
      /:58 .*stretch\.at_most_days: needs at most 366 days$/,
    ],
    [EU, 'window_days: 30', 'window_days: 30\n    stretch: { until: 100, at_most_days: 90 }', /:58 .*stretch\.why: /],
    [
      EU,
      'window_days: 30',
      'window_days: 30\n    alert: { at_most: 0.041, why: "early" }',
      /:58 metrics\.late_dispatch\.alert\.at_most: 0\.041 recommends less than the standard asks for \(good, at_most: 0\.04\); swap them, or take the alert out$/,
    ],
    [
      EU,
      'window_days: 30',
      'window_days: 30\n    alert: { met_at_least: 0.95, why: "early" }',
      /:58 .*alert\.met_at_least: 0\.95 recommends less than the standard asks for \(good, at_most: 0\.04\)/,
    ],
    [
      EU,
      'window_days: 30',
      'window_days: 30\n    alert: { at_most: 0.03, below: 0.02, why: "early" }',
      /:58 metrics\.late_dispatch\.alert: has at_most and below; keep one$/,
    ],
    [
      EU,
      'window_days: 30',
      'window_days: 30\n    alert: { at_most: 4, why: "early" }',
      /:58 .*alert\.at_most: .*write 4 % as 0\.04$/,
    ],
    [
      EU,
      'at_most: 0.02,',
      'said: 0.02,',
      /:61 .*tiers\.top\.said: .*choose among at_most, below, met_at_least, met_above, why, keep, keep_why$/,
    ],
    [
      EU,
      'at_most: 0.02,',
      'met_at_least: 98,',
      /:61 .*tiers\.top\.met_at_least: needs a share between 0 and 1; write 98 % as 0.98$/,
    ],
    [EU, 'at_most: 0.02,', 'met_at_least: 0.9812345,', /:61 .*met_at_least: 0.9812345 is finer than one part per million/],
    [
      EU,
      'at_most: 0.04,',
      'below: 0.02,',
      /:62 .*tiers\.good\.below: good \(0.02\) is stricter than top \(0.02\) above it; swap them$/,
    ],
    ['regions.yaml', 'daily: true', 'daily: yes', /:12 regions\.DE\.must_land_orders_daily: needs true or false, not "yes"$/],
    [EU, 'at_most: 0.04', 'at_most: 4%', /:62 .*good\.at_most: needs a share between 0 and 1; write 4 % as 0\.04$/],
    [EU, 'at_most: 0.04', 'at_most: "2,5 %"', /:62 .*good\.at_most: needs a share between 0 and 1; write 2,5 % as 0\.025$/],
    [EU, 'at_most: 0.04', 'at_most: "0,04"', /:62 .*good\.at_most: needs a share between 0 and 1; write 0\.04$/],
    [EU, 'at_most: 0.04', 'at_most: 0,04', /:62 .*good\.0?4: is read as a key, .*write numbers with a point, such as 0\.04$/],
    [EU, '    window_days: 30', '   window_days: 30', /:57: .*begin the keys of one level in the same column$/],
    [
      EU,
      '  late_dispatch:',
      'late_dispatch:',
      /:64: is indented unlike the keys beside it; begin the keys of one level in the same/,
    ],
    [EU, 'title: European', 'title: European: all', /:2: .*put text with a colon in quotes/],
    [EU, 'Well below', 'W\uFFFDll below', /:\d+: is not UTF-8 here; save the file as UTF-8/],
    [
      'metrics.yaml',
      '  late_dispatch:\n  s',
      '  late_dispatch:\n    maturation_days: 3\n  s',
      /:18 metrics\.late_dispatch\.maturation_days: needs its reason beside it; write \{ value: 3, why: "\.\.\." \}$/,
    ],
    [
      'regions.yaml',
      'milestone: first_scan',
      'milestone: firstscan',
      /:13 .*"firstscan" is not known here; did you mean first_scan\?$/,
    ],
    ['regions.yaml', '    GB: [team', '    UK: [team', /:69 mails\.regional_teams\.UK: .*did you mean GB\?$/],
    [
      'metrics.yaml',
      '  late_dispatch:\n  s',
      '  late_dispach:\n  s',
      /:17 metrics\.late_dispach: .*did you mean late_dispatch\?$/,
    ],
    [
      'metrics.yaml',
      '[carrier_delay]',
      '[carier_delay]',
      /:21 .*carier_delay is not a reason we know; did you mean carrier_delay\?$/,
    ],
    [
      'metrics.yaml',
      '  late_dispatch:\n  s',
      '  late_dispatch: [\n  s',
      /:\d+: (cannot be read from here on; look at the quotes, brackets|a bracket that was opened before is not closed)/,
    ],
    ['tracking.yaml', '# words_for_none', 'word_for_none', /did you mean words_for_none\?$/],
  ])('%s: %s becomes %s', (name, from, to, line) => {
    expect(told(name, from, to)).toEqual([expect.stringMatching(line)]);
  });

  it('a key that is misspelt is missed and found', () => {
    expect(told(EU, 'window_days: 30', 'window_day: 30')).toEqual([
      `${EU}:56 metrics.late_dispatch.window_days: is missing; add it (a number)`,
      `${EU}:57 metrics.late_dispatch.window_day: is not a key we know here; did you mean window_days?`,
    ]);
  });

  it('a share that is met is the same bound on what is at fault, to the millionth', () => {
    const boundOf = (written: string) => {
      const text = shipped[EU]!.replace('at_most: 0.04', written);
      return loadPolicies({ ...shipped, [EU]: text }, '2026-11-16').programmes[0]!.metrics[0]!.tiers.good;
    };
    expect(boundOf('met_at_least: 0.95')).toMatchObject({ at_most: 0.05, said: 'met_at_least' });
    expect(boundOf('met_above: 0.93')).toMatchObject({ at_most: 0.07, said: 'met_above' });
    expect(boundOf('met_at_least: 0.943201')).toMatchObject({ at_most: 0.056799 });
    expect(boundOf('below: 0.04')).toMatchObject({ at_most: 0.04, said: 'below' });
    expect(boundOf('at_most: 0.04')).not.toHaveProperty('said');
  });

  it('an alias of nothing is told at its own line', () => {
    expect(told(EU, '"half the standard: a badge should mean clearly better"', '*why')).toEqual([
      `${EU}:61: an alias (*) names an anchor (&) that is not before it; write out what it stands for`,
    ]);
  });

  it('a reason of a business’s own may forgive', () => {
    expect(refusal({ ...shipped, 'metrics.yaml': shipped['metrics.yaml']!.replace('[carrier_delay]', '[strike]') })).toEqual([]);
  });
});

describe('a file of settings under a name that is nearly right', () => {
  const renamed = (from: (typeof FILES)[number], to: string) => {
    const { [from]: text, ...others } = shipped;
    return { ...others, [to]: text! };
  };

  it.each([
    ['metrics.yaml', 'metric.yaml'],
    ['regions.yaml', 'region.yml'],
    ['landing.yaml', 'landings.yaml'],
    ['tracking.yaml', 'policies/trackin.yaml'],
  ] as const)('%s called %s is told once, with the right name', (from, to) => {
    expect(refusal(renamed(from, to))).toEqual([
      `${to}: names no programme, and ${from} is missing; did you mean ${from}? Rename it`,
    ]);
  });

  it('a programme may be called so', () => {
    expect(refusal(renamed(EU, 'incident.yaml'))).toEqual([]);
  });
});
