import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Measured } from '../../bench/aws-cost/measured.js';
import { ALARMS, billed, monthOf, together, writtenOver } from '../../bench/aws-cost/month.js';

const none = { bytes: 0, objects: 0 };
/** A million orders in 400 days, of which one query reads 4 GB and another next to nothing. */
const measured: Measured = {
  ...{ orders: 1e6, days: 400, judged: 20_000 },
  landing: { bytes: 800e6, objects: 400 },
  ...{ accepted: none, ledger: none },
  ledger_part: { bytes: 1e6, objects: 1 },
  run: { bytes: 11e6, objects: 110, rows: [9e6, ...Array<number>(100).fill(10_000)] },
  work: { bytes: 30e6, objects: 100 },
  queries: { large: { sources: { bytes: 9e9, objects: 10 }, read: 4e9 }, small: { sources: { bytes: 5, objects: 1 } } },
};
const kept = { history: 400, runs: 100, work: 7 };

describe('what a month on AWS costs', () => {
  it('bills a query for what it reads, and for ten megabytes at least', () => {
    expect(billed(measured, 1)).toBe(4e9 + 10e6);
    expect(billed(measured, 3)).toBe(12e9 + 10e6);
  });

  it('grows with the orders where bytes do, and nowhere else', () => {
    const [once, twice] = [monthOf(measured, 1e6, kept), monthOf(measured, 2e6, kept)];
    for (const line of ['S3: landed files', 'S3: ledger', 'S3: working data'] as const)
      expect(twice[line], line).toBeCloseTo(2 * once[line], 9);
    expect(twice['Step Functions']).toBe(once['Step Functions']);
    expect(once['S3: landed files']).toBeCloseTo(0.8 * 0.023, 9);
    expect(once['S3: working data']).toBeCloseTo(0.03 * 7 * 0.023, 9);
    expect(together(once)).toBeCloseTo(
      Object.values(once).reduce((sum, line) => sum + line, 0),
      9,
    );
  });

  it('keeps runs of a month at the full price, older ones for less, and small objects where they are', () => {
    const month = (times: number, runs: number) => monthOf(measured, times * 1e6, { ...kept, runs })['S3: runs'];
    // A million bytes of SQL and manifests, whatever the orders.
    const others = (days: number) => 0.001 * days * 0.023;
    expect(month(1, 30)).toBeCloseTo(0.01 * 30 * 0.023 + others(30), 9);
    expect(month(1, 90)).toBeCloseTo(0.01 * 30 * 0.023 + 60 * (0.009 * 0.0125 + 0.001 * 0.023) + 0.0003 + others(90), 9);
    // At twenty times the size the small ones are large enough: 200 kB each.
    expect(month(20, 90)).toBeCloseTo(20 * 0.01 * (30 * 0.023 + 60 * 0.0125) + 101 * 0.0003 + others(90), 9);
    expect(month(20, 400)).toBeCloseTo(20 * 0.01 * (7 * 0.023 + 393 * 0.005) + 101 * 0.0006 + others(400), 9);
  });

  it('costs no more for moving a run, whatever it is kept for, than for leaving it where it is', () => {
    for (let days = 30; days <= 500; days++) {
      const moved = monthOf(measured, 20e6, { ...kept, runs: days })['S3: runs'];
      expect(moved, `${days} days`).toBeLessThan((20 * 0.01 + 0.001) * days * 0.023 + 1e-9);
    }
  });

  it('keeps every part of the ledger that was ever written, gathered ones among them', () => {
    expect(writtenOver(7)).toBe(7);
    // The eighth night gathers the seven before it.
    expect(writtenOver(8)).toBe(7 + 8);
    const year = writtenOver(400) / 400;
    expect(year).toBeGreaterThan(2);
    expect(year).toBeLessThan(12);
  });

  it('counts the alarms that a deployment makes', () => {
    const template = readFileSync(join(import.meta.dirname, '../aws/cdk/templates/watch.golden.json'), 'utf8');
    expect(template.split('"AWS::CloudWatch::Alarm"').length - 1).toBe(ALARMS);
  });
});
