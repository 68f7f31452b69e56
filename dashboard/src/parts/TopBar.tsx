import { ALL } from '../../../wording/wording.js';
import { type Address, adjust, linkTo, type View } from '../address.js';
import type { Run } from '../data/run.js';
import mark from '../mark.svg';
import { SignedIn } from './OwnRegion.js';

const VIEWS: { view: View; title: string }[] = [
  { view: 'overview', title: 'Overview' },
  { view: 'movers', title: 'Movers' },
  { view: 'calls', title: 'Call first' },
  { view: 'metrics', title: 'Metrics' },
  { view: 'sellers', title: 'Sellers' },
  { view: 'programme', title: 'Programme' },
  { view: 'quality', title: 'Data quality' },
];

/** Pages that are opened from another one. */
const WITHIN: Partial<Record<View, View>> = { seller: 'sellers', faults: 'movers' };

export function TopBar({ run, address }: { run: Run; address: Address }) {
  return (
    <header className="topbar">
      <div className="topbar-inside">
        <a className="brand" href={linkTo({ view: 'overview' })}>
          <img src={mark} alt="" width="26" height="26" />
          <span>Seller scorecards</span>
        </a>
        <nav aria-label="Pages">
          {VIEWS.map(({ view, title }) => (
            <a
              key={view}
              href={linkTo({ view })}
              aria-current={address.view === view || WITHIN[address.view] === view ? 'page' : undefined}
            >
              {title}
            </a>
          ))}
        </nav>
        {!['seller', 'programme', 'quality'].includes(address.view) && <RegionPicker run={run} region={address.region} />}
        <SignedIn run={run} />
      </div>
    </header>
  );
}

function RegionPicker({ run, region }: { run: Run; region: string }) {
  const { isTeam, places } = run.reader;
  const regions = isTeam ? run.policies.regions.filter(({ code }) => places.includes(code)) : run.policies.regions;
  const known = region === ALL || regions.some(({ code }) => code === region);
  return (
    <label className="picker">
      <span>Region</span>
      <select data-testid="region" value={region} onChange={(event) => adjust({ region: event.target.value })}>
        {!isTeam && <option value={ALL}>{run.wording.words.digest.everywhere}</option>}
        {regions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
        {!known && <option value={region}>{region}</option>}
      </select>
    </label>
  );
}
