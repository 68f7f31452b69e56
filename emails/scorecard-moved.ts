/** What changed for a seller since the last mail, at most three lines a programme. */
import { type BoundSaid, ofWhatIsMet, type Programme } from '../policies/policy.js';
import type { Wording } from '../wording/wording.js';
import type { Words } from '../wording/words.js';

type By = keyof Words['scorecard']['movedBy'];

/** A rate, what it is of, and the standard that it was held against. */
interface Rate {
  fault: number;
  counted: number;
  rate: number | null;
  standard: { at_most: number; said: BoundSaid };
}

/** One metric between two runs. */
export interface MovedMetric {
  metric: string;
  before: Rate;
  now: Rate;
  /** Of what is at fault, how many came and went, by why. */
  by: Partial<Record<By, number>>;
}

export interface MovedProgramme {
  programme: string;
  /** The tier that the last mail showed. */
  tier: string;
  metrics: MovedMetric[];
}

/** What moved since the run of the last mail, by programme that judged the seller in both. */
export interface MovedSince {
  run_date: string;
  programmes: MovedProgramme[];
}

const LINES = 3;
/** In this order they are said. */
const SAID: readonly By[] = ['came', 'found', 'reached', 'left', 'forgiven', 'corrected'];

const sum = (by: MovedMetric['by']): number => Object.values(by).reduce((all, n) => all + n, 0);

/** As the metric's own place in the mail says it: where policy asks for what is met, what is met. */
const rateSaid = ({ rate, standard }: Rate, { standing }: Wording): string => standing(rate, standard).rate;

function line({ metric, before, now, by }: MovedMetric, wording: Wording): string {
  const { words, format, metricTitle } = wording;
  const say = words.scorecard;
  const rate = (one: Rate): string => {
    const part = ofWhatIsMet(one.standard.said) ? one.counted - one.fault : one.fault;
    return say.rateOf(rateSaid(one, wording), format.count(part), format.count(one.counted));
  };
  const causes = SAID.flatMap((why) => (by[why] ? [say.movedBy[why](by[why], format.count(by[why]))] : []));
  const why = causes.length ? causes.join(', ') : now.counted > before.counted ? say.asManyOfMore : say.asManyOfFewer;
  return say.moved(metricTitle(metric), rate(before), rate(now), why);
}

/**
 * Its tier first, then the metrics of which most came and went; rates that moved without that only where nothing else did. The tier is left
 * out where the mail says beside it what it was before, and that is what the last mail showed.
 *
 * @param now.before the tier that the mail says it was before; undefined where it says none
 */
export function movedView(
  moved: MovedSince | undefined,
  programme: Programme,
  now: { tier: string; because: string; before: string | null | undefined },
  wording: Wording,
): { heading: string; lines: string[] } | undefined {
  const found = moved?.programmes.find((one) => one.programme === programme.programme);
  if (!moved || !found) return undefined;
  const { words, format, tierTitle } = wording;
  const say = words.scorecard;
  const caused = found.metrics.filter(({ by }) => sum(by) > 0).toSorted((a, b) => sum(b.by) - sum(a.by));
  const seen = caused.length
    ? caused
    : found.metrics.filter(({ before, now }) => now.fault > 0 && rateSaid(before, wording) !== rateSaid(now, wording));
  const tier =
    found.tier === now.tier || found.tier === now.before
      ? []
      : [say.movedTier(tierTitle(programme, found.tier), tierTitle(programme, now.tier), words.grammar.inSentence(now.because))];
  const room = LINES - tier.length;
  const shown = seen.length > room ? seen.slice(0, room - 1) : seen;
  const more = seen.length - shown.length;
  const lines = [
    ...tier,
    ...shown.map((one) => line(one, wording)),
    ...(more > 0 ? [say.moreMoved(more, format.count(more))] : []),
  ];
  return lines.length ? { heading: say.movedHeading(format.day(moved.run_date)), lines } : undefined;
}
