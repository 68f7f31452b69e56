import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANDING } from '../../contracts/landing/index.js';
import { PUBLISHED } from '../../contracts/published/index.js';
import { METRICS, type Metric } from '../../metrics/index.js';
import { ruleBlocks } from '../../sql/rule-blocks.js';
import { CASES } from '../cases/index.js';

const everyCase = Object.values(CASES).flat();
const ruleOf = ({ key }: Metric): string => readFileSync(`metrics/${key}/rule.sql`, 'utf8');
const namesOf = (reasons: object | undefined): string[] => Object.keys(reasons ?? {}).sort();

it('Every folder of metrics/ is the room of a metric, and has its rule, its words and its cases', () => {
  const rooms = readdirSync('metrics', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map(({ name }) => name).sort()).toEqual(METRICS.map(({ key }) => key).sort());
  for (const { name } of rooms)
    expect(readdirSync(`metrics/${name}`).sort(), name).toEqual(['cases.ts', 'metric.ts', 'rule.sql']);
});

describe.each(METRICS.map((metric) => [metric.key, metric] as const))('%s', (key, metric) => {
  const blocks = ruleBlocks(`metrics/${key}/rule.sql`, ruleOf(metric));

  it.each(['fault', 'forgiven', 'excluded'] as const)('has words for just the reasons that its rule gives: %s', (kind) => {
    const parts = metric.settings.parts?.default;
    const given = kind === 'fault' && Array.isArray(parts) ? parts : blocks.filter((b) => b.kind === kind).map((b) => b.reason!);
    expect(namesOf(metric.reasons[kind])).toEqual([...given].sort());
  });

  it('uses every setting that policy may change, and no other', () => {
    const used = [...ruleOf(metric).matchAll(/\bsetting\.(\w+)/g)].map(([, name]) => name!);
    expect([...new Set([...used, 'maturation_days'])].sort()).toEqual(Object.keys(metric.settings).sort());
  });

  it('is asked what every other value of a setting changes', () => {
    const settings = everyCase.flatMap((c) =>
      c.expect.some((e) => e.metric === key) ? [c.settings?.[key as 'late_dispatch'] ?? {}] : [],
    );
    const tried = (name: string) => new Set(settings.map((said) => said[name]).filter((value) => value !== undefined));
    for (const [name, setting] of Object.entries(metric.settings)) {
      const others = setting.kind === 'choice' ? setting.choices.filter((one) => one !== setting.default) : [];
      expect([...tried(name)], name).toEqual(expect.arrayContaining(others));
      expect(tried(name).size, name).toBeGreaterThan(0);
    }
  });

  it('is asked for each of its reasons, for met, for pending and for what an exemption forgives', () => {
    const expected = everyCase.flatMap((c) => c.expect.filter((e) => e.metric === key).map((e) => `${e.outcome}: ${e.reason}`));
    const reasons = (['fault', 'forgiven', 'excluded'] as const).flatMap((kind) =>
      namesOf(metric.reasons[kind]).map((reason) => `${kind}: ${reason}`),
    );
    expect(expected).toEqual(expect.arrayContaining([...reasons, 'met: null', 'pending: null', 'forgiven: declared_closure']));
  });

  it('shows as proof only moments that outcome_details publishes', () => {
    const columns = PUBLISHED.outcome_details!.columns.map(({ name }) => name);
    expect(metric.moments.filter((moment) => !columns.includes(moment))).toEqual([]);
    expect(metric.moments).not.toEqual([]);
  });

  it('leaves unlisted only what it excludes', () => {
    expect(namesOf(metric.reasons.excluded)).toEqual(expect.arrayContaining([...(metric.unlisted ?? [])]));
  });

  it('needs datasets and columns that land', () => {
    for (const need of metric.needs) {
      const [dataset, column] = need.split('.') as [string, string?];
      const columns = LANDING[dataset]?.columns.map(({ name }) => name);
      expect(columns, need).toBeDefined();
      // The milestone is the first scan or the confirmation, as regions.yaml says.
      if (column && column !== 'milestone') expect(columns, need).toContain(column);
    }
  });

  it('has defaults within its own bounds, each with a reason', () => {
    for (const [name, setting] of Object.entries(metric.settings)) {
      expect(setting.why.length, name).toBeGreaterThan(10);
      if (setting.kind === 'choice') expect(setting.choices, name).toContain(setting.default);
      if (setting.kind !== 'number') continue;
      expect(setting.default, name).toBeGreaterThanOrEqual(setting.at_least);
      expect(setting.default, name).toBeLessThanOrEqual(setting.at_most);
    }
  });
});
