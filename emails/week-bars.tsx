/** @jsxRuntime automatic */
/** A metric's last weeks as bars that every mail program draws, Outlook too, and with pictures off; below them the same in numbers. */
import { colours, Soft } from './frame.js';
import type { WeeksView } from './scorecard-weeks.js';

/** Of the highest bar, and of a week, in pixels. */
const HEIGHT = 24;
const WIDTH = 20;
/** A fault is seen, however few it is of. */
const pixels = (share: number, most: number): number => (share > 0 ? Math.max(1, Math.round((share / most) * HEIGHT)) : 0);

/** why a line of text and not a height: Outlook's Word engine keeps no height but that of a line. Short, for a mail has up to 224 of them. */
const Block = ({ height, colour }: { height: number; colour: string }) => {
  const line = { font: `1px/${height}px Arial`, msoLineHeightRule: 'exactly' };
  return height === 0 ? null : <div style={{ background: colour, ...line }}>&nbsp;</div>;
};

interface Bar {
  /** 0 is the oldest. */
  week: number;
  height: number;
}

const Row = ({ bars, colour, line }: { bars: Bar[]; colour: string; line?: boolean }) => (
  <tr {...({ valign: 'bottom' } as object)}>
    {bars.map(({ week, height }) => (
      <td key={week} {...(line ? { className: 'ink', style: { borderTop: '1px solid' } } : {})}>
        <Block height={height} colour={colour} />
      </td>
    ))}
  </tr>
);

/** Up to the limit in grey, what is above it in another colour and above a line; the numbers say the same. */
export const Weeks = ({ weeks: { rates, limit, line } }: { weeks: WeeksView }) => {
  const most = Math.max(limit, ...rates.map((rate) => rate ?? 0));
  const bars = (part: (rate: number) => number): Bar[] =>
    rates.map((rate, week) => ({ week, height: pixels(part(rate ?? 0), most) }));
  const above = bars((rate) => Math.max(0, rate - limit));
  const { tones } = colours;
  return (
    <>
      <table
        role="presentation"
        aria-hidden="true"
        width={rates.length * WIDTH}
        cellPadding={0}
        cellSpacing={0}
        border={0}
        style={{ borderCollapse: 'separate', borderSpacing: '3px 0', tableLayout: 'fixed', margin: '6px -3px 0' }}
      >
        <tbody>
          {above.some(({ height }) => height > 0) ? <Row bars={above} colour={tones.warn.mark} /> : null}
          <Row bars={bars((rate) => Math.min(limit, rate))} colour={tones.quiet.mark} line />
        </tbody>
      </table>
      <Soft style={{ marginTop: '4px' }}>{line.replaceAll(' ·', '\u00a0·')}</Soft>
    </>
  );
};
