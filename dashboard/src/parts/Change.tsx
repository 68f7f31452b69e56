import { sameRate } from '../../../wording/format.js';
import type { RegionMetric } from '../data/rows.js';
import { growth, NONE, points, signedPoints } from '../format.js';
import { PAGE, WORDS } from '../speech.js';

/** What a rise means: for faults it is worse, for orders it is only more. */
type Meaning = 'worse' | 'neutral';

interface ChangeProps {
  /** Not more than chance explains: no colour and no word for it. */
  noise?: boolean;
  /** Positive for a rise. */
  by: number;
  /** The size in words, without a sign. */
  size: string;
  rise: Meaning;
}

function Arrow({ by, size, rise, noise }: ChangeProps) {
  const tone = by === 0 || noise || rise === 'neutral' ? 'even' : by > 0 ? 'worse' : 'better';
  const say = PAGE.app.change;
  const word =
    by === 0 ? say.same : by > 0 ? (tone === 'worse' ? say.upWorse : say.up) : tone === 'better' ? say.downBetter : say.down;
  return (
    <span className={`change ${tone}`}>
      <span aria-hidden="true">{by === 0 ? '=' : by > 0 ? '▲' : '▼'}</span>
      <span className="unseen">{word} </span>
      <span className="tabular">{size}</span>
    </span>
  );
}

/** The change of an amount against the period before, in per cent. Nothing when there was nothing to compare with. */
export function Growth({ now, before, whole }: { now: number | null; before: number | null; whole: boolean }) {
  if (!whole) return <span className="faint">{WORDS.digest.noFullEarlier}</span>;
  if (now == null || before == null || before === 0) return null;
  const by = (now - before) / before;
  return <Arrow by={now === before ? 0 : by} size={growth(by)} rise="neutral" />;
}

/** The change of a fault rate, in percentage points, with the interval that chance explains: coloured only beyond it. */
export function RateChange({ row }: { row: RegionMetric }) {
  const say = WORDS.digest;
  if (row.accountable_rate == null) return <span className="faint">{NONE}</span>;
  if (!row.previous_whole) return <span className="faint">{say.noFullEarlier}</span>;
  if (row.change == null) return <span className="faint">{NONE}</span>;
  const { change, change_low: low, change_high: high } = row;
  return (
    <>
      <Arrow by={sameRate(change, 0) ? 0 : change} size={points(change)} rise="worse" noise={!row.beyond_noise} />
      {low != null && high != null && (
        <span className="faint interval">{WORDS.quality.range(signedPoints(low), signedPoints(high))}</span>
      )}
    </>
  );
}
