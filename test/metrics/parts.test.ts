import { expect, it } from 'vitest';
import { judgedMetrics } from '../../policies/judged-metrics.js';
import { PolicyFile } from '../../policies/policy-file.js';

const problemsOf = (text: string): string[] => {
  const file = new PolicyFile('metrics.yaml', text);
  judgedMetrics(file, []);
  return file.problems;
};

it('An order defect whose parts nothing judges is refused: it would never be a defect', () => {
  expect(problemsOf('metrics:\n  negative_review:\n  order_defect:\n')).toEqual([
    'metrics.yaml:3 metrics.order_defect: is made of seller_cancellation, unresolved_case, not judged here; name it under metrics, or leave it out of parts',
  ]);
});

it('An order defect of parts that are judged is in order', () => {
  const parts = '{ value: [negative_review], why: "reviews alone" }';
  expect(problemsOf(`metrics:\n  negative_review:\n  order_defect:\n    parts: ${parts}\n`)).toEqual([]);
});
