import { expect, it } from 'vitest';
import { refusal, shipped } from './shipped.js';

// What stands in the place of a value, and whatever a line loses: told in our words or accepted, but never in those of a validator.
it('whatever one line of a policy becomes, nobody reads a validator’s words', () => {
  for (const [name, text] of Object.entries(shipped)) {
    const lines = text.split('\n');
    // Lines that differ in words alone are one.
    const shapes = new Set<string>();
    for (const [at, line] of lines.entries()) {
      const shape = line.replace(/[^\s:{}[\]-]+/g, 'x');
      if (/^\s*(#|$)/.test(line) || shapes.has(shape)) continue;
      shapes.add(shape);
      for (const change of [
        '',
        line.replace(/:.*/, ':'),
        line.replace(/: \S+/, ': 7'),
        line.replace(/: \S+/, ': []'),
        line.replace(/:.*/, ': x'),
      ]) {
        const said = refusal({ ...shipped, [name]: lines.toSpliced(at, 1, change).join('\n') }).join('\n');
        expect(said, `${name}:${at + 1} ${change}`).not.toMatch(
          /invalid|expected|received|too (small|big)|unrecognized|undefined|\[object/i,
        );
      }
    }
  }
});
