import { describe, expect, it } from 'vitest';
import { synthesized } from './synthesized.js';

/** Without what changes by itself: hashes in names of assets and exports, and tables, which their own test compares. */
function normalised(template: { Resources: Record<string, { Type: string }> }): unknown {
  const resources = Object.entries(template.Resources).filter(([, one]) => one.Type !== 'AWS::Glue::Table');
  const text = JSON.stringify({ ...template, Resources: Object.fromEntries(resources) });
  return JSON.parse(
    text
      .replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH')
      .replaceAll(/CurrentVersion[0-9A-Fa-f]{40}/g, 'CurrentVersionHASH')
      .replaceAll(/([A-Za-z])[0-9A-F]{8}\b/g, '$1HASH'),
  );
}

describe('the templates of stage dev', () => {
  const { template } = synthesized();
  it.each(['data', 'night', 'mails', 'watch'] as const)('are as reviewed: %s', async (what) => {
    const made = normalised(template(what).toJSON() as never);
    await expect(`${JSON.stringify(made, null, 1)}\n`).toMatchFileSnapshot(`templates/${what}.golden.json`);
  });
});
