import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programmesPage } from '../../docs/programmes-page.js';
import { loadPolicies, PolicyRefused } from '../../policies/load.js';
import { pausedNotes } from '../../wording/paused.js';
import { wordingFor } from '../../wording/wording.js';

const FOLDER = join(import.meta.dirname, '../../policies');
const NAME = 'eu-seller-standards.yaml';
const files = Object.fromEntries(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
);
const PAUSED = 'paused: { from: 2026-11-23, why: "four of six appeals were right" }';
const withLine = (line: string, from = '  late_dispatch:\n'): Record<string, string> => ({
  ...files,
  [NAME]: files[NAME]!.replace(from, `${from}    ${line}\n`),
});

function refused(line: string): string[] {
  try {
    loadPolicies(withLine(line), '2026-11-16');
    return [];
  } catch (error) {
    if (!(error instanceof PolicyRefused)) throw error;
    return error.lines.map((one) => one.replace(/^\S+:\d+ /, ''));
  }
}

describe('a metric that a programme pauses', () => {
  const policies = loadPolicies(withLine(PAUSED), '2026-11-16');

  it('keeps its bounds where readers are shown them, and is said to rest from that day on', () => {
    const [late] = policies.programmes[0]!.metrics;
    expect(late!.tiers.good!.at_most).toBe(0.04);
    const note = (day: string) => pausedNotes(late, day, wordingFor('en', policies));
    expect(note('2026-11-22')).toEqual([]);
    expect(note('2026-11-23')).toEqual([
      'Paused since 23 Nov 2026 (four of six appeals were right): it is measured and shown. No tier is lost by it; where evaluations decide, none is won that its bound would not allow.',
    ]);
    expect(programmesPage(policies)).toContain(
      '**Paused from 23 Nov 2026** (four of six appeals were right): it is measured and shown; no tier is lost by it, and no notice and no points follow from it. Where evaluations decide, nobody rises past what it would allow.',
    );
    expect(pausedNotes(policies.programmes[0]!.metrics[1], '2026-11-23', wordingFor('en', policies))).toEqual([]);
  });

  it.each([
    ['without a reason', 'paused: { from: 2026-11-23 }', 'metrics.late_dispatch.paused.why: is missing'],
    ['from a day that never comes', 'paused: { from: 2026-02-30, why: made }', 'metrics.late_dispatch.paused.from: '],
    ['from no day', 'paused: { why: made }', 'metrics.late_dispatch.paused.from: is missing'],
    [
      'until a day',
      'paused: { from: 2026-11-23, until: 2026-12-01, why: made }',
      'metrics.late_dispatch.paused.until: is not a key',
    ],
  ])('is refused %s', (_, line, said) => {
    expect(refused(line)).toEqual([expect.stringContaining(said)]);
  });

  it('is refused where a score counts it', () => {
    const score = `score:
  title: Score
  why: made
  out_of: 5
  decides: weighted
  needs: { metrics: 1, why: made }
  dimensions:
    - key: all
      title: All
      weight: 1
      why: made
      metrics: { late_dispatch: { weight: 1, why: made, curve: [[0, 5], [0.1, 0]] } }
`;
    const text = withLine(PAUSED)[NAME]!;
    const lines = (() => {
      try {
        loadPolicies({ ...files, [NAME]: text.replace('metrics:\n', `${score}metrics:\n`) }, '2026-11-16');
        return [];
      } catch (error) {
        return (error as PolicyRefused).lines;
      }
    })();
    expect(lines.join('\n')).toContain('metrics.late_dispatch.paused: is part of the score');
  });
});
