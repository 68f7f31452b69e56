import { use } from 'react';
import { ALL } from '../../../wording/wording.js';
import type { Address } from '../address.js';
import type { Run } from '../data/run.js';
import { Digests } from '../digests/Digests.js';
import { day } from '../format.js';
import { Reading } from '../parts/Panel.js';
import { PeriodSwitch } from '../parts/PeriodSwitch.js';
import { PAGE } from '../speech.js';
import { MetricTable } from './MetricTable.js';
import { OverTime } from './OverTime.js';
import { Reasons } from './Reasons.js';
import { RegionsSideBySide } from './RegionsSideBySide.js';
import { TierMixes } from './TierMixes.js';
import { Tiles } from './Tiles.js';
import { ToDecide } from './ToDecide.js';

/** How a region is doing. */
export function Overview({ run, address }: { run: Run; address: Address }) {
  const { region, window } = address;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{run.wording.regionName(run.policies.regions, region)}</h1>
          <p className="note">{PAGE.overview.note(window, day(run.manifest.run_date))}</p>
        </div>
        <PeriodSwitch window={window} />
      </div>
      <Reading lines={20}>
        <Parts run={run} address={address} />
      </Reading>
    </>
  );
}

/** At first all parts come together: one after the other they would push those below them around. */
function Parts({ run, address }: { run: Run; address: Address }) {
  const { region, window } = address;
  use(run.once('overview', () => Promise.allSettled(readFor(run, region))));
  return (
    <>
      <Reading lines={5}>
        <Tiles run={run} region={region} window={window} />
      </Reading>
      <Reading lines={1}>
        <ToDecide run={run} region={region} />
      </Reading>
      <MetricTable run={run} address={address} />
      <div className="side-by-side">
        <OverTime run={run} address={address} />
        <TierMixes run={run} region={region} />
      </div>
      {region === ALL && <RegionsSideBySide run={run} window={window} />}
      <Reasons run={run} region={region} window={window} />
      <Digests run={run} region={region} />
    </>
  );
}

/** What the parts read, each of which says by itself what could not be read. */
const readFor = (run: Run, region: string): Promise<unknown>[] => [
  ...[run.regionKpis(), run.regionMetrics(), run.regionDays(region), run.reasonCounts(region), run.tierMix()],
  ...[run.waiting(), run.decisionFigures(), run.incidents()],
];
