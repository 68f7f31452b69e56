import { useRef, useState } from 'react';
import type { Words } from '../../../wording/words.js';
import { bound, count, day, rate, shortDay } from '../format.js';
import { type Size, useSize } from '../parts/size.js';
import { PAGE } from '../speech.js';
import { ceilingOf, evenly, pathsOf } from './drawing.js';
import type { Period } from './periods.js';

/** Pixels around what is drawn: of the rates above, and of the orders below. */
const LEFT = 48;
const RIGHT = 8;
const TOP = 14;
const BOTTOM = 24;
/** Parts of the height that the rates and the orders have. */
const RATES = 0.62;
const ORDERS = 0.16;
/** why 30: more dots than that are a caterpillar. */
const MOST_DOTS = 30;
/** A day such as "30 Nov", and room around it. */
const LABEL = 64;

/** A rate over time above the orders it is made of. Shaded where outcomes are still pending. */
export function RateChart({ periods, title, words }: { periods: Period[]; title: string; words: Words }) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const [at, setAt] = useState<number>();
  const slot = (width - LEFT - RIGHT) / Math.max(1, periods.length);
  const shown = at === undefined ? undefined : periods[at];
  return (
    <div
      ref={frame}
      className="chart"
      role="img"
      aria-label={PAGE.overview.overTime.inTable(title)}
      onPointerMove={(event) => {
        const place = Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left - LEFT) / slot);
        setAt(place >= 0 && place < periods.length ? place : undefined);
      }}
      onPointerLeave={() => setAt(undefined)}
    >
      {width > 0 && <Picture periods={periods} size={{ width, height }} slot={slot} at={at} />}
      {shown && <Tip period={shown} words={words} left={LEFT + slot * (at! + 0.5)} width={width} />}
    </div>
  );
}

interface PictureProps {
  periods: Period[];
  size: Size;
  slot: number;
  at: number | undefined;
}

function Picture({ periods, size: { width, height }, slot, at }: PictureProps) {
  const [floor, rates] = [TOP + height * RATES, height * RATES];
  const [ground, orders] = [height - BOTTOM, height * ORDERS];
  const steps = ceilingOf(Math.max(0, ...periods.flatMap(({ raw, accountable }) => [raw ?? 0, accountable ?? 0])), 4);
  const most = ceilingOf(Math.max(0, ...periods.map(({ counted }) => counted)), 1);
  const x = (place: number): number => LEFT + slot * (place + 0.5);
  const y = (value: number): number => floor - (rates * value) / steps.top;
  const points = (of: 'raw' | 'accountable') => periods.map((period, place) => [x(place), period[of]] as const);
  const labelled = evenly(periods.length, Math.max(1, Math.floor((width - LEFT - RIGHT) / LABEL)));
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {periods.map(
        (period, place) =>
          period.pending > 0 && (
            <rect key={period.last} className="pending" x={x(place) - slot / 2} y={TOP} width={slot} height={rates} />
          ),
      )}
      <Marks values={steps.ticks} y={y} width={width} />
      {periods.map((period, place) => {
        const tall = (orders * period.counted) / most.top;
        return (
          <rect
            key={period.last}
            className="bar"
            x={x(place) - slot * 0.375}
            y={ground - tall}
            width={slot * 0.75}
            height={tall}
          />
        );
      })}
      <line className="rule-line" x1={LEFT} x2={width - RIGHT} y1={ground} y2={ground} />
      <text x={LEFT - 8} y={ground - orders + 4} textAnchor="end">
        {count(most.top)}
      </text>
      {labelled.map((place) => (
        <text key={place} x={x(place)} y={height - 7} textAnchor="middle">
          {shortDay(periods[place]!.last)}
        </text>
      ))}
      {pathsOf(points('raw'), y).map((d) => (
        <path key={d} className="raw" d={d} />
      ))}
      {pathsOf(points('accountable'), y).map((d) => (
        <path key={d} className="accountable" d={d} />
      ))}
      {periods.map(
        ({ last, accountable }, place) =>
          accountable !== null &&
          (periods.length <= MOST_DOTS || place === at) && (
            <circle key={last} className="dot" cx={x(place)} cy={y(accountable)} r={2.5} />
          ),
      )}
      {at !== undefined && <line className="pointer" x1={x(at)} x2={x(at)} y1={TOP} y2={ground} />}
    </svg>
  );
}

/** A line across for each mark of the rates, and what it stands for. */
function Marks({ values, y, width }: { values: number[]; y: (value: number) => number; width: number }) {
  return values.map((value) => (
    <g key={value}>
      <line className="rule-line" x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} />
      <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
        {bound(value)}
      </text>
    </g>
  ));
}

/** Beside the pointer, on the side that has room. */
function Tip({ period, words: { outcomes, rates }, left, width }: { period: Period; words: Words; left: number; width: number }) {
  const lines = [
    [rates.accountable, rate(period.accountable)],
    [rates.raw, rate(period.raw)],
    [outcomes.met, count(period.met)],
    [outcomes.fault, count(period.fault)],
    [outcomes.forgiven, count(period.forgiven)],
    [outcomes.excluded, count(period.excluded)],
    [outcomes.pending, count(period.pending)],
  ];
  return (
    <div className="tip" style={left < width / 2 ? { left: left + 12 } : { right: width - left + 12 }}>
      <b>
        {period.first === period.last ? day(period.last) : PAGE.overview.overTime.span(shortDay(period.first), day(period.last))}
      </b>
      <table>
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
