import { useRef } from 'react';
import type { Words } from '../../../wording/words.js';
import { luckiness, type Spread } from '../data/moving.js';
import { bound, count } from '../format.js';
import { ceilingOf } from '../overview/drawing.js';
import { useSize } from '../parts/size.js';

const HIGH = 300;
const LEFT = 52;
const BELOW = 34;
/** A number of sellers at the axis, and room around it. */
const LABEL = 44;

/** By what luck says: within the bound, maybe luck, more than luck, and a notice that stands while tonight's faults would not make one. */
const SHAPES = ['met', 'watch', 'beyond', 'standing'] as const;
type As = (typeof SHAPES)[number];

interface FunnelProps {
  rows: readonly Spread[];
  /** So many faults are more than luck of at most so many. */
  line: readonly { counted: number; faults: number }[];
  atMost: number;
  words: Words;
  title: string;
}

/** Rates by volume, with the bound and the line beyond which luck explains nothing. By shape as well as by colour. */
export function Funnel(props: FunnelProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const say = props.words.spread;
  return (
    <>
      <ul className="shapes">
        {SHAPES.map((shape) => (
          <li key={shape}>
            <svg className="funnel" viewBox="-6 -6 12 12" aria-hidden="true">
              <Shape as={shape} at={[0, 0]} />
            </svg>
            {say.shapes[shape]}
          </li>
        ))}
      </ul>
      <div ref={frame} role="img" aria-label={`${props.title}. ${say.note} ${say.line}`} style={{ height: HIGH }}>
        {width > 0 && <Picture {...props} wide={width} />}
      </div>
    </>
  );
}

/** As wide as its place, so that its words are as large as all others. */
function Picture({ rows, line, atMost, words, wide }: FunnelProps & { wide: number }) {
  const say = words.spread;
  const most = Math.max(10, ...rows.map(({ counted_left }) => counted_left));
  const largest = Math.max(3 * atMost, ...rows.map((row) => (row.fault_left / row.counted_left) * 1.05));
  const { top: highest, ticks: shares } = ceilingOf(Math.min(1, largest), 4);
  // Small sellers are many: the square root gives them room.
  const x = (counted: number): number => LEFT + Math.sqrt(Math.min(counted, most) / most) * (wide - LEFT - 12);
  const y = (share: number): number => (1 - Math.min(share, highest) / highest) * (HIGH - BELOW - 12) + 12;
  const steps = line.filter(({ counted }) => counted > 0 && counted <= most);
  const path = steps.map(({ counted, faults }, at) => `${at ? 'L' : 'M'}${x(counted)} ${y(faults / counted)}`).join('');
  const parts = Math.max(1, Math.min(5, Math.floor((wide - LEFT) / LABEL)));
  const ticks = Array.from({ length: parts + 1 }, (_, at) => Math.round((at / parts) ** 2 * most));
  return (
    <svg className="funnel" width={wide} height={HIGH} viewBox={`0 0 ${wide} ${HIGH}`} aria-hidden="true">
      {shares.map((share) => (
        <g key={share}>
          <line className="grid" x1={LEFT} x2={wide - 12} y1={y(share)} y2={y(share)} />
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {bound(share)}
          </text>
        </g>
      ))}
      {ticks.map((counted, at) => (
        <text key={counted} x={x(counted)} y={HIGH - BELOW + 16} textAnchor={at === ticks.length - 1 ? 'end' : 'middle'}>
          {count(counted)}
        </text>
      ))}
      <text x={wide - 12} y={HIGH - 4} textAnchor="end">
        {say.axisX}
      </text>
      <line className="bound" x1={LEFT} x2={wide - 12} y1={y(atMost)} y2={y(atMost)} />
      <text x={wide - 14} y={y(atMost) - 5} textAnchor="end" className="strong">
        {say.bound(bound(atMost))}
      </text>
      {rows.map((row) => (
        <Shape key={row.seller_id} as={shapeOf(row)} at={[x(row.counted_left), y(row.fault_left / row.counted_left)]} />
      ))}
      {path && <path className="luck" d={path} />}
    </svg>
  );
}

const shapeOf = (row: Spread): As => {
  const said = luckiness(row.verdict, row);
  if (said === 'notice' || said === 'confirmed' || said === 'settled') return 'beyond';
  return said === 'watch' || said === 'standing' ? said : 'met';
};

function Shape({ as, at: [cx, cy] }: { as: As; at: [number, number] }) {
  if (as === 'beyond') return <path className="beyond" d={`M${cx} ${cy - 5}l5 9h-10z`} />;
  if (as === 'standing') return <path className="standing" d={`M${cx} ${cy - 5}l5 5l-5 5l-5 -5z`} />;
  return <circle className={as} cx={cx} cy={cy} r={as === 'watch' ? 3.4 : 2.4} />;
}
