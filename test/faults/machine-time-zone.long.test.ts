/** The time zone of the machine changes nothing: nights over changes of clocks and ends of years, on machines of zones a day apart. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { generateSample } from '../../sample/generate.js';
import { scorecards } from '../helpers/scorecards.js';
import { mails, published } from './what-a-store-shows.js';

const before = process.env.TZ;
const root = mkdtempSync(join(tmpdir(), 'machine-time-zone-'));
const policies = join(root, 'policies');
beforeEach(() => {
  cpSync('policies', policies, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const programme = join(policies, 'eu-seller-standards.yaml');
  const text = readFileSync(programme, 'utf8');
  const early = text.replace(
    /^(notice_given_on|in_force_from): .*$/gm,
    (_, key) => `${key}: ${key === 'in_force_from' ? 2020 : 2019}-01-01`,
  );
  writeFileSync(programme, early);
});
afterEach(() => {
  process.env.TZ = before;
  rmSync(root, { recursive: true, force: true });
});

// Days on which clocks change, in spring and in autumn, and both sides of a year's end.
it.each(['2026-03-29', '2025-10-26', '2025-12-31', '2026-01-01'])(
  'the night of %s publishes and mails the same bytes in Los Angeles and on Kiritimati',
  async (lastDay) => {
    const landing = join(root, 'landing');
    await generateSample({ to: landing, sellers: 40, orders: 2_000, days: 60, seed: 3, lastDay });
    const seen = [];
    for (const [n, zone] of ['America/Los_Angeles', 'Pacific/Kiritimati'].entries()) {
      process.env.TZ = zone;
      expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe([480, -840][n]);
      const store = join(root, String(n));
      const ran = await scorecards(
        'night',
        '--quiet',
        '--date',
        lastDay,
        '--landing',
        landing,
        '--store',
        store,
        '--policies',
        policies,
      );
      expect(ran).toMatchObject({ code: 0, err: '' });
      seen.push({ readers: await published(store), mails: await mails(store) });
    }
    expect(Object.keys(seen[0]!.readers?.datasets ?? {}).length).toBeGreaterThan(5);
    expect(seen[1]).toEqual(seen[0]);
  },
);
