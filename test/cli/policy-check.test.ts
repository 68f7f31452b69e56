/** `scorecards policy check`: what whoever writes a policy is told before a night reads it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { scorecards } from '../helpers/scorecards.js';

const folder = mkdtempSync(join(tmpdir(), 'policy-check-'));
cpSync('policies', folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a folder that is in order is told as its programmes in force', async () => {
  const ran = await scorecards('policy', 'check', folder, '--date', '2026-11-16');
  expect(ran).toMatchObject({ code: 0, err: '' });
  const { out } = ran;
  expect(out).toContain(`${folder}: nothing is wrong with it; in force on 16 Nov 2026: 1 programme\n`);
  expect(out).toContain(
    'European seller standards (eu-seller-standards) 1.1\n  from 1 Jan 2026, sellers told on 1 Dec 2025; regions DE, ES, FR, GB, IE, IT\n',
  );
  expect(out).toContain('  judged from 30 orders in 90 days; the standard is Good standing, at the bottom is Below standard\n');
  expect(out).toContain(`
  decided every Monday; a person approves each loss
    notice: 3 faults or more, on 4 days or more, that luck explains in fewer than 5% of looks, worst day left out
    effect: 28 fresh days above the bound too, with 2 faults or more; a notice is over after 84 days
    a person looks at 5 faults or more against 2 times the bound; an evaluation is provisional where 5% of sellers, and 20 at least, would move down
`);
  expect(out).toMatch(/at fault, at most +days +Top seller +Good standing +At risk +missed only from\n/);
  expect(out).toMatch(/Seller cancellation +30 +1% +2\.5% +5% +10 counted\n/);
  expect(out).toContain('Measured, and asked for by no programme: Seller-fault return, Unresolved case\n');
});

it('what tiers ask for beside bounds is told, and floors of faults and buyers', async () => {
  const { out } = await scorecards('policy', 'check', 'examples/programmes/auctions-and-shops-uk', '--date', '2026-11-16');
  expect(out).toContain(
    '\n  Top asks beside its bounds for 100 orders in 365 days, sales of £1,000.00 in 365 days and 90 days of selling here\n',
  );
  expect(out).toContain('\n  decided on day 20 of every month; no person is asked\n');
  expect(out).toMatch(/Late delivery +90 or 365 +4% +100% +6 at fault\n/);
  expect(out).toMatch(/Order defect +90 or 365 +2% +2% +5 buyers\n/);
  // The top level has a floor of its own.
  expect(out).toMatch(/Order defects, for the top level \(order_defect\) +90 or 365 +0\.5% +100% +4 buyers\n/);
});

it('points are told by how long each counts, what gives them and where milestones are', async () => {
  const { out } = await scorecards('policy', 'check', 'examples/programmes/short-video-shop-uk', '--date', '2026-11-16');
  expect(out).toContain(
    '\n  points, each point for 90 days; milestones at 12 (First step, at most Watched), 24 (Second step), 36 (Third step) and 48 (Removal, at most Restricted)\n    points of violations: any other as it landed\n',
  );
  const weekly = await scorecards('policy', 'check', 'examples/programmes/low-countries-shop', '--date', '2026-11-16');
  expect(weekly.out).toContain(
    '\n    points of metrics missed, looked at every Wednesday: late delivery 1 and seller cancellation 1\n',
  );
});

it('a score is told by its parts, their weights and each curve', async () => {
  const { out } = await scorecards('policy', 'check', 'examples/programmes/short-video-shop-uk', '--date', '2026-11-16');
  expect(out).toContain('\n  every night proposes a tier; nothing is held, and people decide\n');
  expect(out).toContain('\n  a score of 0 to 5 (Store score), the lowest part decides; it moves no tier; of 2 metrics or more\n');
  expect(out).toMatch(/\n {2}Fulfilment\n {4}Seller cancellation +1 +0%: 5, 2\.5%: 3, 5%: 1, 10%: 0\n/);
  expect(out).toMatch(/\n {2}curves that move with [^\n]+\n[\s\S]*\n {2}Late dispatch +50% of 30 or more +4% +2% to 8%\n/);
});

it('a bound to keep a tier, a metric that is asked again, and a weighted score that tiers ask for stand beside the others', async () => {
  const all = join(folder, 'all');
  cpSync('policies', all, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const why = 'why: as ever';
  const bounds = `tiers: { top: { at_most: 0.02, ${why} }, good: { at_most: 0.04, ${why} }, at_risk: { at_most: 0.08, ${why} } }`;
  const again = `late_week:\n    of: late_dispatch\n    title: Late dispatch, a week\n    window_days: 7\n    ${why}\n    at_least: { counted: 5, faults: 2, buyers: 2, days: 2, ${why} }\n    ${bounds}\n`;
  const part = `{ key: speed, title: Speed, weight: 2, ${why}, metrics: { late_week: { weight: 3, curve: [[0, 5], [0.1, 0]], ${why} } } }`;
  const score = `score: { title: Shop score, ${why}, out_of: 5, decides: weighted, dimensions: [${part}], needs: { metrics: 1, ${why} } }\n`;
  const text = readFileSync(join(all, 'eu-seller-standards.yaml'), 'utf8')
    .replace(
      /top: \{ at_most: 0\.02, why: "half the standard: a/,
      `top: { keep: 0.03, keep_why: calm, at_most: 0.02, why: "half the standard: a`,
    )
    .replace('  seller_cancellation:\n', `  ${again}  seller_cancellation:\n    paused: { from: 2026-11-23, ${why} }\n`);
  const changes = text.replace('needed_for: losses', 'needed_for: all_changes');
  writeFileSync(join(all, 'eu-seller-standards.yaml'), `${changes.trimEnd()}\n${score}`);
  const { out, err } = await scorecards('policy', 'check', all, '--date', '2026-11-16');
  expect(err).toBe('');
  expect(out).toContain('\n  decided every Monday; a person approves each change\n');
  expect(out).toMatch(/Late dispatch +30 +2%, kept at 3% +4% +8% +10 counted\n/);
  expect(out).toMatch(/Seller cancellation +30 +1% +2\.5% +5% +10 counted +23 Nov 2026\n/);
  expect(out).toMatch(/Late dispatch, a week \(late_dispatch\) +7 +2% +4% +8% +5 counted, 2 at fault, 2 buyers, 2 days\n/);
  expect(out).toContain('\n  a score of 0 to 5 (Shop score), by weight; it moves no tier; of 1 metric or more\n');
  expect(out).toMatch(/\n {2}Speed +2\n {4}Late dispatch, a week +3 +0%: 5, 10%: 0\n/);
  rmSync(all, { recursive: true });
});

it('a window that stretches and what is recommended stand in the table of bounds', async () => {
  const other = join(folder, 'other');
  cpSync('policies', other, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const text = readFileSync(join(other, 'eu-seller-standards.yaml'), 'utf8').replace(
    'window_days: 30',
    'window_days: 30\n    stretch: { until: 100, at_most_days: 365, why: few }\n    alert: { below: 0.03, why: early }',
  );
  writeFileSync(join(other, 'eu-seller-standards.yaml'), text);
  const { out } = await scorecards('policy', 'check', other, '--date', '2026-11-16');
  expect(out).toMatch(/at fault +days +Top seller +Good standing +At risk +recommended +missed only from\n/);
  expect(out).toMatch(/Late dispatch +30 to 365 +at most 2% +at most 4% +at most 8% +below 3% +10 counted\n/);
  expect(out).toMatch(/Seller cancellation +30 +at most 1% +at most 2\.5% +at most 5% +10 counted\n/);
  rmSync(other, { recursive: true });
});

it('a version that waits for its day is told, and checked as well', async () => {
  const next = readFileSync(join(folder, 'eu-seller-standards.yaml'), 'utf8')
    .replace('"1.1"', '"2.0"')
    .replace('2025-12-01', '2026-11-01')
    .replace('2026-01-01', '2027-01-01');
  writeFileSync(join(folder, 'next.yaml'), next);
  const { out } = await scorecards('policy', 'check', folder, '--date', '2026-11-16');
  expect(out).toContain(
    '\n\nNot in force yet: European seller standards (eu-seller-standards) 2.0, from 1 Jan 2027, sellers told on 1 Nov 2026\n',
  );
  expect((await scorecards('policy', 'check', folder, '--date', '2027-01-01')).out).not.toContain('Not in force yet');
  writeFileSync(join(folder, 'next.yaml'), next.replace('standard: good', 'standard: god'));
  const { code, err } = await scorecards('policy', 'check', folder, '--date', '2026-11-16');
  expect({ code, err }).toEqual({
    code: 2,
    err: expect.stringMatching(/^next\.yaml:43 standard: god .* did you mean good\?\n$/),
  });
  rmSync(join(folder, 'next.yaml'));
});

it('all that is wrong in all files is told at once, with exit code 2', async () => {
  const wrong = join(folder, 'wrong');
  cpSync('policies', wrong, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const change = (name: string, from: string, to: string): void =>
    writeFileSync(join(wrong, name), readFileSync(join(wrong, name), 'utf8').replace(from, to));
  change('eu-seller-standards.yaml', 'notice_given_on: 2025-12-01', 'notice_given_on: 2025-12-24');
  change('eu-seller-standards.yaml', 'visibility: reduced', 'visibility: raised');
  change('regions.yaml', 'currency: GBP', 'currency: EUC');
  const { code, out, err } = await scorecards('policy', 'check', wrong, '--date', '2026-11-16');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/regions\.yaml:\d+ regions\.GB\.currency: EUC is not a currency/),
    expect.stringMatching(
      /eu-seller-standards\.yaml:5 in_force_from: 2026-01-01 is 8 days after notice_given_on \(2025-12-24, line 4\)/,
    ),
    expect.stringMatching(
      /eu-seller-standards\.yaml:38 tiers\.3\.effect\.visibility: below \(raised\) is treated better than at_risk/,
    ),
  ]);
});

it.each([
  ['a day on which no programme is in force', [folder, '--date', '2025-12-31'], 'no programme is in force on 2025-12-31'],
  ['a day that is none', [folder, '--date', '2026-02-30'], '--date 2026-02-30: is not a day'],
  ['a folder that is not there', [join(folder, 'none')], 'there is no such folder; give the one that holds regions.yaml'],
  ['a file in its place', [join(folder, 'regions.yaml')], 'there is no such folder; give the one that holds regions.yaml'],
  ['AWS', [folder, '--on', 'aws'], 'works on this machine only'],
])('%s is told, with exit code 2', async (_, args, says) => {
  const { code, err } = await scorecards('policy', 'check', ...args);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) });
});
