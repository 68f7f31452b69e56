import { use } from 'react';
import { EVERY_CHANNEL } from '../../../contracts/channels.js';
import { type Address, adjust } from '../address.js';
import type { Run } from '../data/run.js';
import { Empty, Panel, Reading } from '../parts/Panel.js';
import { RegionHead } from '../parts/RegionHead.js';
import { PAGE } from '../speech.js';
import { Cohorts } from './Cohorts.js';
import { of } from './chosen.js';
import { codeOf } from './code.js';
import { Funnel } from './Funnel.js';
import { Queue } from './Queue.js';
import { Reasons } from './Reasons.js';
import { Weeks } from './Weeks.js';

const say = PAGE.onboarding;

/** How far applicants come, in how many days, who waits, why others were rejected, and who still sells. */
export function Onboarding({ run, address }: { run: Run; address: Address }) {
  return (
    <>
      <RegionHead run={run} region={address.region} title={say.title} note={say.note} />
      <Reading lines={24}>
        <Chosen run={run} address={address} />
      </Reading>
    </>
  );
}

function Chosen({ run, address }: { run: Run; address: Address }) {
  const steps = use(run.applicationSteps());
  const any = of(steps, address).length > 0;
  return (
    <>
      <Channels
        channels={[...new Set(steps.filter(({ region }) => region === address.region).map(({ channel }) => channel))]}
        address={address}
      />
      {any ? <Numbers run={run} address={address} /> : <Empty testid="no-applications">{say.none}</Empty>}
    </>
  );
}

function Numbers({ run, address }: { run: Run; address: Address }) {
  const shown = { run, address };
  return (
    <>
      <Panel title={say.funnel.title} note={say.funnel.note} testid="funnel" lines={8}>
        <Funnel {...shown} />
      </Panel>
      <Panel title={say.queue.title} testid="queue" lines={3}>
        <Queue {...shown} />
      </Panel>
      <Panel title={say.weeks.title} note={say.weeks.note} testid="weeks" lines={14}>
        <Weeks {...shown} />
      </Panel>
      <Panel title={say.why.title} testid="reasons" lines={5}>
        <Reasons {...shown} />
      </Panel>
      <Panel title={say.cohorts.title} note={say.cohorts.note} testid="cohorts" lines={6}>
        <Cohorts {...shown} />
      </Panel>
    </>
  );
}

function Channels({ channels, address }: { channels: readonly string[]; address: Address }) {
  const known = [
    ...new Set([...channels.filter((channel) => channel !== EVERY_CHANNEL), ...(address.channel ? [address.channel] : [])]),
  ];
  return (
    <search className="filters few">
      <label>
        <span>{say.channel}</span>
        <select data-testid="filter-channel" value={address.channel} onChange={({ target }) => adjust({ channel: target.value })}>
          <option value="">{say.allChannels}</option>
          {known.sort().map((channel) => (
            <option key={channel} value={channel}>
              {codeOf(channel)}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}
