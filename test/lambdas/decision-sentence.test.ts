import { expect, it } from 'vitest';
import { sentencesOf } from '../../lambdas/gate/sentences.js';

const row = (dataset: string, cause: string) => ({
  dataset,
  record: 'p-1',
  decision_id: 'trusted:2026-11-09:s-1',
  decided_by: 'ada',
  cause,
});

it('a decision or appeal that decides nothing is told with its record and the likeliest cause', () => {
  const told = (dataset: string, cause: string) => sentencesOf('decisions_that_decide_nothing', [row(dataset, cause)], 1);
  expect(told('decisions', 'unknown')).toEqual([
    'decision about trusted:2026-11-09:s-1: no such record is kept; likely cause: decision_id, or nights before it that never ran here (scorecards decide --list shows those that wait)',
  ]);
  expect(told('decisions', 'withdrawn')[0]).toContain('the proposal does not wait any more');
  expect(told('appeals', 'same_person')).toEqual([
    'appeal p-1 against trusted:2026-11-09:s-1: ada decided both the change and the appeal; let another person decide the appeal',
  ]);
});

it('a rule that appeals overturn too often is proposed to be paused, with the figures', () => {
  const found = { programme: 'trusted', name: 'late_dispatch', overturned: 2, appeals_decided: 5, overturned_share: 0.4 };
  expect(sentencesOf('rules_often_overturned', [found], 1)).toEqual([
    'Propose pausing rule late_dispatch of trusted: 2 of 5 appeals granted (40.0%)',
  ]);
});
