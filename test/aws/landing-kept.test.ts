import { join } from 'node:path';
import { expect, it } from 'vitest';
import { landingKept } from '../../infra/aws/landing-kept.js';
import { HOME } from '../../infra/shared/home.js';
import { readPolicyFiles } from '../../policies/files.js';

it('a deployment is refused whose landing bucket lets files go that nights would miss', async () => {
  const own = await readPolicyFiles(join(HOME, 'policies'));
  const keeps = (value: number) => ({ ...own, 'landing.yaml': `landing_keeps_days: { value: ${value}, why: "the bucket" }\n` });
  const asked = (files: typeof own, keep?: number) => landingKept(files, '2026-11-16', keep);
  expect(asked({ ...own, 'landing.yaml': '' })).toBeUndefined();
  expect(asked(keeps(97), 100)).toBeUndefined();
  expect(asked(keeps(98), 100)).toMatch(/^landing_keeps_days is 98, .* after 100 days .*: write 97 at most/);
  expect(asked({ ...own, 'landing.yaml': '' }, 100)).toMatch(/^landing_keeps_days is missing/);
});
