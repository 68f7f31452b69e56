import { expect, it } from 'vitest';
import { NIGHTS, render } from './rendered.js';

it('a metric that counts some orders only is not held against what regions count of all of them', () => {
  const facts = NIGHTS['a night of everything that a metric may be asked']!;
  const segments = facts.policies.programmes.flatMap(({ programme, metrics }) =>
    metrics.filter(({ where }) => where).map(({ metric }) => `${programme} ${metric}`),
  );
  expect(segments.length).toBeGreaterThan(1);
  const [, list = ''] = /NOT IN \(([^)]*)\)/.exec(render('checks/seller_metrics_add_up.sql', facts, () => 'T')) ?? [];
  for (const segment of segments) expect(list).toContain(`'${segment}'`);
});
