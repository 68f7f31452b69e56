import type { ReactNode } from 'react';
import type { Run } from '../data/run.js';

interface RegionHeadProps {
  run: Run;
  region: string;
  title: string;
  note: string;
  /** Beside it, such as a switch of periods. */
  children?: ReactNode;
}

/** The head of a page that is about a region. */
export function RegionHead({ run, region, title, note, children }: RegionHeadProps) {
  return (
    <div className="page-head">
      <div>
        <h1>
          {title} · {run.wording.regionName(run.policies.regions, region)}
        </h1>
        <p className="note">{note}</p>
      </div>
      {children}
    </div>
  );
}
