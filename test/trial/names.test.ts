import { expect, it } from 'vitest';
import type { Tried } from '../../contracts/backtest.js';
import { namesOf } from '../../pages/backtest-words.js';

const tried = (version: string, file: string | null) => ({ title: 'Standards', version, file }) as Tried;

it('two versions are told apart by their version, a draft of the same version by which is tried', () => {
  const draft = tried('1.1', 'draft.yaml');
  expect(namesOf({ policy: draft, against: tried('1.0', null) })).toEqual({ policy: 'Standards 1.1', against: 'Standards 1.0' });
  expect(namesOf({ policy: draft, against: tried('1.1', null) })).toEqual({
    policy: 'Standards 1.1 (tried)',
    against: 'Standards 1.1 (in force)',
  });
  expect(namesOf({ policy: draft, against: tried('1.1', 'other.yaml') }).against).toBe('Standards 1.1 (against)');
  expect(namesOf({ policy: draft, against: null })).toEqual({ policy: 'Standards 1.1', against: '' });
});
