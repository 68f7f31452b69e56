import { use } from 'react';
import type { Address } from '../address.js';
import type { Run } from '../data/run.js';
import { PAGE } from '../speech.js';
import { Counted } from './Counted.js';
import { behind } from './chosen.js';

const say = PAGE.onboarding;

/** Who waits, for whom, and how many wait longer than policy says. */
export function Queue({ run, address }: { run: Run; address: Address }) {
  const rows = use(run.applicants());
  const waiting = (by: string) => behind(rows, { ...address, by, member: '' }).length;
  const { marketplace, overdue, applicant } = say.queue;
  return (
    <dl className="facts">
      {Object.entries({ marketplace, overdue, applicant }).map(([by, title]) => (
        <div key={by}>
          <dt>{title}</dt>
          <dd data-cell={by}>
            <Counted n={waiting(by)} by={by} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
