import { addDays, daysBetween } from '../../../contracts/days.js';
import type { SellerWeek } from '../data/history.js';
import { bound, shortDay } from '../format.js';
import { ceilingOf, pathsOf } from '../overview/drawing.js';
import { PAGE } from '../speech.js';
import type { Mark } from './marks.js';

const say = PAGE.sellerHistory;

/** Units of the drawing, which is as wide as its place. */
const WIDTHS = { wide: 640, narrow: 360 };
const HEIGHT = 236;
const LEFT = 52;
const RIGHT = 12;
const TOP = 34;
const FLOOR = 196;

/** A name of a limit and the room below it, and how far to the right one stands that has none. */
const NAME = { high: 15, wide: 104 };

/** As how many names beside it a limit's is written, for want of room between the lines. */
function besides(limits: readonly { at_most: number }[], nth: number, y: (rate: number) => number): number {
  if (nth === 0) return 0;
  const near = Math.abs(y(limits[nth]!.at_most) - y(limits[nth - 1]!.at_most)) < NAME.high;
  return near ? besides(limits, nth - 1, y) + 1 : 0;
}

/** Letters name marks: no colour is needed to tell them apart. */
export const letterOf = (nth: number): string => String.fromCharCode(65 + (nth % 26));

interface WeeksPictureProps {
  title: string;
  weeks: readonly SellerWeek[];
  limits: readonly { title: string; at_most: number }[];
  marks: readonly Mark[];
  first: string;
  last: string;
  narrow?: boolean;
}

/** The rate of each week against its limits, and when what happened. What ends after the newest week is drawn beside it as not final. */
export function WeeksPicture({ title, weeks, limits, marks, first, last, narrow = false }: WeeksPictureProps) {
  const width = narrow ? WIDTHS.narrow : WIDTHS.wide;
  const span = Math.max(1, daysBetween(first, last) + 1);
  const x = (day: string): number => LEFT + ((width - LEFT - RIGHT) * (daysBetween(first, day) + 0.5)) / span;
  const strictest = Math.min(...limits.map(({ at_most }) => at_most), 1);
  const { top, ticks } = ceilingOf(Math.max(strictest * 1.2, ...weeks.map(({ rate }) => rate)), 3);
  const y = (rate: number): number => FLOOR - ((FLOOR - TOP) * rate) / top;
  const newest = weeks.reduce((latest, { last_day }) => (last_day > latest ? last_day : latest), first);
  const middle = ({ first_day }: SellerWeek): string => addDays(first_day, 3);
  const ordered = weeks.toSorted((a, b) => a.nth - b.nth).toReversed();
  const points = ordered.flatMap((week, at) => {
    const gap = at > 0 && ordered[at - 1]!.nth - week.nth > 1;
    return [...(gap ? [[x(middle(week)), null] as const] : []), [x(middle(week)), week.rate] as const];
  });
  return (
    <svg className="weeks" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={say.picture(title)}>
      {newest < last && (
        <rect
          className="open"
          x={x(addDays(newest, 1))}
          y={TOP}
          width={Math.max(0, x(last) - x(addDays(newest, 1)))}
          height={FLOOR - TOP}
        />
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="rule-line" x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
            {bound(tick)}
          </text>
        </g>
      ))}
      {limits
        .filter(({ at_most }) => at_most <= top)
        .map((limit, nth, all) => (
          <g key={limit.title}>
            <line className="limit" x1={LEFT} x2={width - RIGHT} y1={y(limit.at_most)} y2={y(limit.at_most)} />
            <text className="limit-name" x={LEFT + 4 + NAME.wide * besides(all, nth, y)} y={y(limit.at_most) - 4}>
              {say.limit(limit.title, bound(limit.at_most))}
            </text>
          </g>
        ))}
      {pathsOf(points, y).map((d) => (
        <path key={d} className="accountable" d={d} />
      ))}
      {ordered.map((week) => (
        <circle key={week.nth} className="dot" cx={x(middle(week))} cy={y(week.rate)} r={4} />
      ))}
      <Marked marks={marks} x={x} />
      {ordered.map((week, at) =>
        (ordered.length - 1 - at) % 2 === 0 ? (
          <text key={week.nth} x={x(middle(week))} y={FLOOR + 18} textAnchor="middle">
            {shortDay(week.last_day)}
          </text>
        ) : null,
      )}
    </svg>
  );
}

const STRIP = { height: 92, floor: 68 };

/** When what happened, of a metric of which no week is known. */
export function MarksAlone({ title, marks, first, last, narrow = false }: Omit<WeeksPictureProps, 'weeks' | 'limits'>) {
  const width = narrow ? WIDTHS.narrow : WIDTHS.wide;
  const span = Math.max(1, daysBetween(first, last) + 1);
  const x = (day: string): number => LEFT + ((width - LEFT - RIGHT) * (daysBetween(first, day) + 0.5)) / span;
  return (
    <svg className="weeks" viewBox={`0 0 ${width} ${STRIP.height}`} role="img" aria-label={say.marksAlone(title)}>
      <line className="rule-line" x1={LEFT} x2={width - RIGHT} y1={STRIP.floor} y2={STRIP.floor} />
      <Marked marks={marks} x={x} floor={STRIP.floor} />
      <text x={LEFT} y={STRIP.floor + 18}>
        {shortDay(first)}
      </text>
      <text x={width - RIGHT} y={STRIP.floor + 18} textAnchor="end">
        {shortDay(last)}
      </text>
    </svg>
  );
}

/** A line down from a letter for each mark, and a bar for a span; letters of days close together stand one above the other. */
function Marked({ marks, x, floor = FLOOR }: { marks: readonly Mark[]; x: (day: string) => number; floor?: number }) {
  let lastX = Number.NEGATIVE_INFINITY;
  let raised = false;
  return marks.map(({ kind, on, to }, nth) => {
    const at = x(on);
    raised = at - lastX < 14 && !raised;
    lastX = at;
    const height = raised ? 10 : 24;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: marks are lettered by their place
      <g key={nth} className={`mark ${kind}`}>
        <line x1={at} x2={at} y1={height + 3} y2={floor} />
        {to && <line className="span" x1={at} x2={x(to)} y1={floor - 3} y2={floor - 3} />}
        <text x={at} y={height} textAnchor="middle">
          {letterOf(nth)}
        </text>
      </g>
    );
  });
}
