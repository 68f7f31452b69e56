import { whenUsed } from '../../../wording/when-used.js';
import { ALL, capital } from '../../../wording/wording.js';
import { type Address, adjust, linkTo, type View } from '../address.js';
import type { Run } from '../data/run.js';
import mark from '../mark.svg';
import { CHOICES, canChoose, choose, LANGUAGE, PAGE } from '../speech.js';
import { SignedIn } from './OwnRegion.js';

const say = PAGE.app;

const VIEWS = ['overview', 'movers', 'calls', 'leads', 'onboarding', 'metrics', 'sellers', 'programme', 'quality'] as const;

/** Pages that are opened from another one. */
const WITHIN: Partial<Record<View, View>> = { seller: 'sellers', faults: 'movers', lead: 'leads', applicants: 'onboarding' };

export function TopBar({ run, address }: { run: Run; address: Address }) {
  return (
    <header className="topbar">
      <div className="topbar-inside">
        <a className="brand" href={linkTo({ view: 'overview' })}>
          <img src={mark} alt="" width="26" height="26" />
          <span>{say.name}</span>
        </a>
        <nav aria-label={say.pages}>
          {VIEWS.map((view) => (
            <a
              key={view}
              href={linkTo({ view })}
              aria-current={address.view === view || WITHIN[address.view] === view ? 'page' : undefined}
            >
              {say.views[view]}
            </a>
          ))}
        </nav>
        {!['seller', 'lead', 'programme', 'quality'].includes(address.view) && <RegionPicker run={run} region={address.region} />}
        <LanguagePicker />
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
      <span>{say.region}</span>
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

/** `DE Deutsch`: each language by its own name, so that whoever cannot read the page finds theirs; folded, the code alone is in sight. */
const nameOf = (language: string): string =>
  `${language.toUpperCase()} ${capital(new Intl.DisplayNames(language, { type: 'language' }).of(language)!)}`;

/** Asked once: the bar is drawn with every change of the address. */
const choices = whenUsed(() => (canChoose() ? CHOICES.map((language) => ({ language, name: nameOf(language) })) : []));

function LanguagePicker() {
  if (choices().length === 0) return null;
  return (
    <label className="picker language">
      <span className="unseen">{say.language}</span>
      <select
        data-testid="language"
        value={LANGUAGE}
        onChange={({ target }) => choose(CHOICES.find((one) => one === target.value)!)}
      >
        {choices().map(({ language, name }) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
