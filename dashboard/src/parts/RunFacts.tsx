import { programmeOf } from '../data/policies.js';
import type { Run } from '../data/run.js';
import { day } from '../format.js';
import { PAGE } from '../speech.js';

const say = PAGE.app;

/** On every page: which day was judged, by which run, under which policies. */
export function RunFacts({ run, newer, openAgain }: { run: Run; newer: string | undefined; openAgain(): void }) {
  const { run_date, run_id } = run.manifest;
  return (
    <section className="runfacts" aria-label={say.run}>
      <dl>
        <div>
          <dt>{say.runDate}</dt>
          <dd data-testid="run-date">
            <time dateTime={run_date}>{day(run_date)}</time>
          </dd>
        </div>
        <div>
          <dt>{say.run}</dt>
          <dd data-testid="run-id">{run_id}</dd>
        </div>
        <div>
          <dt>{say.policy}</dt>
          <dd data-testid="policies">
            {Object.entries(run.pointer.policy_versions)
              .map(([key, version]) => `${programmeOf(run.policies, key)?.title ?? key} ${version}`)
              .join(', ')}
          </dd>
        </div>
      </dl>
      {newer && (
        <p className="newer" role="status">
          {say.newer(newer)}{' '}
          <button type="button" className="link" onClick={openAgain}>
            {say.showNewer}
          </button>
        </p>
      )}
    </section>
  );
}
