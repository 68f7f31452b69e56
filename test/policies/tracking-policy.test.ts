import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readPolicyFiles } from '../../policies/files.js';
import { loadPolicies } from '../../policies/load.js';

const { 'tracking.yaml': shipped = '', ...others } = await readPolicyFiles('policies');
const load = (text?: string) =>
  loadPolicies({ ...others, ...(text === undefined ? {} : { 'tracking.yaml': text }) }, '2026-11-16');

it('may be left out, and as it is shipped says nothing', () => {
  expect(load().tracking).toBeUndefined();
  expect(load(shipped).fingerprint).toBe(load().fingerprint);
});

it('shows in its comments words and forms that are valid as they stand', () => {
  const uncommented = readFileSync('policies/tracking.yaml', 'utf8').replaceAll(
    /^# ((words_for_none: |carriers:$| {2}Royal Mail: ).*|carriers:)$/gm,
    '$1',
  );
  expect(load(uncommented).tracking).toEqual({
    words_for_none: ['own van', 'picked up'],
    carriers: [{ carrier: 'royal mail', form: '[A-Z]{2}[0-9]{9}GB' }],
  });
  expect(load(uncommented).fingerprint).not.toBe(load().fingerprint);
});

it.each([
  ['carriers:\n  DHL: { form: "[A-Z", why: "as printed" }\n', /tracking\.yaml:2 carriers\.DHL\.form: is no regular expression/],
  ['carriers:\n  DHL: { form: "(?=A).*", why: "as printed" }\n', /looks neither around nor back/],
  ['carriers:\n  DHL: { form: "(A)\\\\1", why: "as printed" }\n', /looks neither around nor back/],
  ['carriers:\n  DHL: { form: "[0-9]{12}" }\n', /carriers\.DHL\.why/],
  ['words_for_none: { words: ["--"], why: "signs" }\n', /needs a letter or a digit/],
])('refuses %j with file, line and what to do', (text, says) => {
  expect(() => load(text)).toThrow(says);
});
