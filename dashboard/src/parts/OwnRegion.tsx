import type { Scorecard } from '../data/rows.js';
import type { Run } from '../data/run.js';

/** Says to a team what it sees, and what it does not. */
export function OwnRegion({ run }: { run: Run }) {
  if (!run.reader.isTeam) return null;
  const { regionName, words } = run.wording;
  return (
    <p className="note own-region" data-testid="own-region">
      {words.readers.own(regionName(run.policies.regions, run.reader.place))}
    </p>
  );
}

type Homed = Pick<Scorecard, 'home_region'>;

/** Whether a team sees the tier alone of a seller: weeks and decisions are its home team's. */
export const isAtHomeElsewhere = ({ reader }: Pick<Run, 'reader'>, { home_region }: Homed): boolean =>
  reader.isTeam && home_region !== reader.place;

/** Says to a team whose seller it is, where it sees the tier alone. */
export function HomeElsewhere({ run, card }: { run: Run; card: Homed }) {
  if (!isAtHomeElsewhere(run, card)) return null;
  const { home_region } = card;
  const { regionName, words } = run.wording;
  return (
    <p className="note" data-testid="home-elsewhere">
      {home_region ? words.readers.elsewhere(regionName(run.policies.regions, home_region)) : words.readers.nowhere}
    </p>
  );
}

/** Who reads, and the way out; nothing where nobody signs in. */
export function SignedIn({ run: { reader, wording } }: { run: Run }) {
  if (reader.signOut === undefined) return null;
  return (
    <span className="signed-in">
      {reader.name && <span className="faint">{reader.name}</span>} <a href={reader.signOut}>{wording.words.readers.signOut}</a>
    </span>
  );
}
