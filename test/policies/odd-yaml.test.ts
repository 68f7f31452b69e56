import { describe, expect, it } from 'vitest';
import { loadPolicies, PolicyRefused } from '../../policies/load.js';

const BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghi'].map((key, n) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[n]}`).join(', ')}]`),
].join('\n');

/** The lines with which a policy folder is refused. */
function told(files: Record<string, string>): string {
  try {
    loadPolicies(files, '2026-11-16');
  } catch (error) {
    if (error instanceof PolicyRefused) return error.lines.join('\n');
    throw error;
  }
  return '';
}

describe('a policy file that is no policy', () => {
  it.each([
    ['aliases that unfold without end', BOMB, ':1: its aliases (*) unfold to far too much'],
    ['an alias of nothing', 'a: *nope\n', ':1: an alias (*) names an anchor (&) that is not before it'],
    ['tabs', 'regions:\n\tGB: 1\n', ':2: is indented by a tab; write spaces'],
    ['a comma left out', 'a: { b: 1 c: 2 }\n', ':1: cannot be read from here on; look at the quotes, brackets, commas'],
    ['a key twice', 'regions: {}\nregions: {}\n', ':2 regions: stands twice in one place; keep one'],
    ['two documents', 'regions: {}\n---\nregions: {}\n', ':2: holds more than one document'],
    ['__proto__ as a region', 'regions:\n  __proto__: { name: x }\n', ':2 __proto__: is a word of the machine'],
    ['constructor as a key', 'constructor: 1\n', ':1 constructor: is a word of the machine'],
    ['endless nesting', '['.repeat(20_000), ':1: is nested too deeply'],
    ['more than any policy holds', `a: ${'x'.repeat(200_000)}`, ':1: is larger than 128 kB'],
    ['nothing but keys', Array.from({ length: 3_000 }, (_, n) => `k${n}: 1`).join('\n'), ':1 k0: is not a key we know'],
    ['nothing', '', ':1 (whole file): needs keys with values, not nothing'],
  ])('is refused by name and line: %s', (_, text, problem) => {
    const started = performance.now();
    for (const name of ['regions.yaml', 'metrics.yaml', 'standards.yaml']) {
      const lines = told({ 'regions.yaml': 'regions: {}\n', [name]: text });
      // Of metrics.yaml other keys are known.
      if (!problem.includes('needs a') && !problem.includes('k0')) expect(lines).toContain(`${name}${problem}`);
      expect(lines).toContain(`${name}:`);
      expect(lines.split('\n').length).toBeLessThan(60);
    }
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
