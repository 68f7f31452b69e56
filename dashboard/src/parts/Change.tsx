import { sameRate } from '../../../wording/format.js';
import { growth, NONE, points } from '../format.js';

/** What a rise means: for faults it is worse, for orders it is only more. */
type Meaning = 'worse' | 'neutral';

interface ChangeProps {
  /** Positive for a rise. */
  by: number;
  /** The size in words, without a sign. */
  size: string;
  rise: Meaning;
}

function Arrow({ by, size, rise }: ChangeProps) {
  const tone = by === 0 || rise === 'neutral' ? 'even' : by > 0 ? 'worse' : 'better';
  const word = by === 0 ? 'unchanged' : `${by > 0 ? 'up' : 'down'}${tone === 'even' ? '' : `, ${tone}`}`;
  return (
    <span className={`change ${tone}`}>
      <span aria-hidden="true">{by === 0 ? '=' : by > 0 ? '▲' : '▼'}</span>
      <span className="unseen">{word} </span>
      <span className="tabular">{size}</span>
    </span>
  );
}

/** The change of an amount against the period before, in per cent. Nothing when there was nothing to compare with. */
export function Growth({ now, before }: { now: number | null; before: number | null }) {
  if (now == null || before == null || before === 0) return null;
  const by = (now - before) / before;
  return <Arrow by={now === before ? 0 : by} size={growth(by)} rise="neutral" />;
}

/** The change of a fault rate, in percentage points. A change too small to write counts as none. */
export function RateChange({ now, before }: { now: number | null; before: number | null }) {
  if (now == null || before == null) return <span className="faint">{NONE}</span>;
  const by = now - before;
  return <Arrow by={sameRate(now, before) ? 0 : by} size={points(by)} rise="worse" />;
}
