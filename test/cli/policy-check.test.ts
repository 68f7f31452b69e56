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
  expect(out).toMatch(/at fault, at most +days +Top seller +Good standing +At risk\n/);
  expect(out).toMatch(/Seller cancellation +30 +1% +2\.5% +5%\n/);
  expect(out).toContain('Measured, and asked for by no programme: Seller-fault return, Unresolved case\n');
});

it('points are told by how long each counts and where milestones are', async () => {
  const { out } = await scorecards('policy', 'check', 'examples/programmes/short-video-shop-uk', '--date', '2026-11-16');
  expect(out).toContain(
    '\n  points, each point for 90 days; milestones at 12 (First step), 24 (Second step), 36 (Third step) and 48 (Removal)\n',
  );
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
  expect(out).toMatch(/at fault +days +Top seller +Good standing +At risk +recommended\n/);
  expect(out).toMatch(/Late dispatch +30 to 365 +at most 2% +at most 4% +at most 8% +below 3%\n/);
  expect(out).toMatch(/Seller cancellation +30 +at most 1% +at most 2\.5% +at most 5% *\n/);
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
