import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutcomeCase } from '../../metrics/case.js';
import { NIGHT } from '../../metrics/case.js';
import { landedFilesOf } from '../cases/index.js';
import { ask } from '../night/test-marketplace.js';

const page = readFileSync('docs/add-a-metric.md', 'utf8');

interface Block {
  path: string;
  language: string;
  text: string;
}

/** Code blocks of the page, each with the file that the text before it names last. */
function blocksOf(text: string): Block[] {
  const found: Block[] = [];
  let path = '';
  for (const [, named, language, body] of text.matchAll(/`((?:metrics|policies)\/[\w./-]+\.\w+)`|^```(\w+)\n([\s\S]*?)^```$/gm)) {
    if (named) path = named;
    else found.push({ path, language: language!, text: body! });
  }
  return found;
}

/** Puts the `+` lines of a block between the lines that it shows around them, which the file must hold once. */
function inserted(file: string, { path, text }: Block): string {
  const lines = text.trimEnd().split('\n');
  const before = lines.filter((line) => !line.startsWith('+')).map((line) => line.slice(1));
  const after = lines.map((line) => line.slice(1));
  const parts = `\n${file}`.split(`\n${before.join('\n')}\n`);
  if (parts.length !== 2) throw new Error(`${path}: holds ${parts.length - 1} times what the page shows: ${before.join(' / ')}`);
  return parts.join(`\n${after.join('\n')}\n`).slice(1);
}

describe('docs/add-a-metric.md, followed to the letter', () => {
  const copy = mkdtempSync(join(tmpdir(), 'add-a-metric-'));
  const [landing, store] = [join(copy, 'data/landing'), join(copy, 'data/store')];
  let cases: OutcomeCase[];

  beforeAll(async () => {
    const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
    for (const path of tracked
      .split('\n')
      .filter((one) => !/^(test|docs|dashboard|bench|examples)\//.test(one) && existsSync(one)))
      cpSync(path, join(copy, path), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
    for (const block of blocksOf(page)) {
      const file = join(copy, block.path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, block.language === 'diff' ? inserted(readFileSync(file, 'utf8'), block) : block.text);
    }
    // The cases land no order on the run date itself.
    const regions = join(copy, 'policies/regions.yaml');
    writeFileSync(
      regions,
      readFileSync(regions, 'utf8').replaceAll('must_land_orders_daily: true', 'must_land_orders_daily: false'),
    );
    const room = join(copy, 'metrics/late_confirmation/cases.ts');
    cases = ((await import(room)) as { cases: OutcomeCase[] }).cases.filter((c) => c.run_date === NIGHT && !c.settings);
    for (const [key, text] of landedFilesOf(cases)) {
      mkdirSync(dirname(join(landing, key)), { recursive: true });
      writeFileSync(join(landing, key), text);
    }
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('needs three small files, and lines in three more', () => {
    const blocks = blocksOf(page);
    expect(blocks.filter((b) => b.language !== 'diff').map((b) => b.path)).toEqual([
      'metrics/late_confirmation/metric.ts',
      'metrics/late_confirmation/rule.sql',
      'metrics/late_confirmation/cases.ts',
    ]);
    const lined = blocks.filter((b) => b.language === 'diff').map((b) => b.path);
    expect([...new Set(lined)]).toEqual(['metrics/index.ts', 'policies/metrics.yaml', 'policies/eu-seller-standards.yaml']);
  });

  it('judges its cases and gives each seller its numbers, in a night of the command line', async () => {
    const args = ['--import', 'tsx', 'cli/cli.ts', 'night', '--date', NIGHT, '--no-mails', '--json'];
    const ran = spawnSync(process.execPath, [...args, '--landing', landing, '--store', store], { cwd: copy, encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    const { prefix } = JSON.parse(ran.stdout) as { prefix: string };
    const { datasets } = JSON.parse(readFileSync(join(store, prefix, 'manifest.json'), 'utf8'));
    const read = (dataset: string) => `read_parquet('${join(store, datasets[dataset].files[0])}')`;
    const numbers = await ask(`
      SELECT seller_id, met, fault, excluded, pending FROM ${read('seller_metrics')} WHERE metric = 'late_confirmation'
    `);
    const reasons = await ask(`
      SELECT subject_id, outcome, reason FROM ${read('outcome_details')} WHERE metric = 'late_confirmation'
    `);
    expect(cases.length).toBeGreaterThan(4);
    for (const { expect: all } of cases) {
      const { subject, outcome, reason } = all[0]!;
      const card = numbers.find((row) => row.seller_id === `seller-of-${subject}`)!;
      const counts = ['met', 'fault', 'excluded', 'pending'].map((name) => [name, Number(card[name])]);
      const none = { met: 0, fault: 0, excluded: 0, pending: 0 };
      expect({ subject, ...Object.fromEntries(counts) }).toEqual({ subject, ...none, [outcome]: 1 });
      if (outcome === 'fault') expect(reasons.find((row) => row.subject_id === subject)).toMatchObject({ outcome, reason });
    }
  });

  it('is typed: the three files compile in the copy', () => {
    const args = ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.', '--pretty', 'false'];
    const ran = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
    expect(ran.stdout.split('\n').filter((line) => line.startsWith('metrics/'))).toEqual([]);
  });
});
