/** @jsxRuntime automatic */
/** What all mails share: the page, the card, colours for light and dark, and the pieces that tables of numbers are drawn with. */
import { Body, Container, Head, Hr, Html, Preview, Section } from '@react-email/components';
import { type CSSProperties, createElement, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { directionOf } from '../contracts/languages.js';
import type { Tone } from './rows.js';

const LIGHT = { page: '#eef1f5', card: '#ffffff', ink: '#17202b', soft: '#566273', line: '#e1e6ec', track: '#e8ecf1' };
const TONES: Record<Tone, { ink: string; wash: string; mark: string; darkInk: string; darkWash: string }> = {
  good: { ink: '#116b3d', wash: '#e3f4ea', mark: '#1f9d5f', darkInk: '#7ddba6', darkWash: '#14301f' },
  warn: { ink: '#8a4b00', wash: '#fff0d6', mark: '#d98a1c', darkInk: '#f5c06b', darkWash: '#38290f' },
  bad: { ink: '#a61b14', wash: '#fde7e5', mark: '#d3372f', darkInk: '#ff9d95', darkWash: '#3d1917' },
  quiet: { ink: '#465262', wash: '#e9edf2', mark: '#8592a3', darkInk: '#b4bfcc', darkWash: '#28313c' },
};

const dark = (rules: (prefix: string) => string): string => `@media (prefers-color-scheme: dark) { ${rules('')} }`;
const STYLE = [
  ':root { color-scheme: light dark; supported-color-schemes: light dark; }',
  'body { margin: 0; -webkit-text-size-adjust: 100%; }',
  '@media (max-width: 480px) { .pad { padding-left: 18px !important; padding-right: 18px !important; } .outer { padding: 0 !important; } .narrow-hide { display: none !important; } .round { border-radius: 0 !important; } }',
  dark(() =>
    [
      '.page { background-color: #0e1319 !important; }',
      '.card { background-color: #171e27 !important; }',
      '.ink { color: #e9eef4 !important; }',
      '.soft { color: #a5b0bd !important; }',
      '.line { border-color: #2b3541 !important; }',
      '.track { background-color: #2b3541 !important; }',
      ...Object.entries(TONES).map(
        ([tone, c]) =>
          `.t-${tone} { color: ${c.darkInk} !important; } .w-${tone} { background-color: ${c.darkWash} !important; } .m-${tone} { border-color: ${c.mark} !important; }`,
      ),
    ].join(' '),
  ),
].join('\n');
/** why a style of its own: Outlook knows no text-align: end, so that cells say right, and are turned where a language is. */
const RIGHT_TO_LEFT = '.end { text-align: left !important; } td.end { padding: 0 12px 0 0 !important; }';

const FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const PAD = '32px';

const text = (size: number, height: number, more: CSSProperties = {}): CSSProperties => ({
  margin: 0,
  fontSize: `${size}px`,
  lineHeight: `${height}px`,
  color: LIGHT.ink,
  ...more,
});

/** Keeps a number with its word and a day with its time on one line. */
export const tie = (sentence: string): string =>
  sentence.replace(/(\d) (?=\p{L})/gu, '$1\u00a0').replace(/(\u00a0\p{L}+) (?=\d\d:\d\d)/gu, '$1\u00a0');

export const Say = ({ children, style }: { children: ReactNode; style?: CSSProperties }) => (
  <p className="ink" style={text(15, 23, style)}>
    {children}
  </p>
);

export const Soft = ({ children, size = 13, style }: { children: ReactNode; size?: number; style?: CSSProperties }) => (
  <p className="soft" style={text(size, Math.round(size * 1.5), { color: LIGHT.soft, ...style })}>
    {children}
  </p>
);

const Kicker = ({ children }: { children: ReactNode }) => (
  <p
    className="soft"
    style={text(12, 18, { color: LIGHT.soft, letterSpacing: '0.06em', textTransform: 'uppercase', fontWeight: 600 })}
  >
    {children}
  </p>
);

export const Title = ({ children }: { children: ReactNode }) => (
  <h2 className="ink" style={text(17, 24, { fontWeight: 650 as never, margin: '0 0 10px' })}>
    {children}
  </h2>
);

export const Part = ({ children, style }: { children: ReactNode; style?: CSSProperties }) => (
  <Section className="pad" style={{ padding: `0 ${PAD} 28px`, ...style }}>
    {children}
  </Section>
);

export const Line = ({ style }: { style?: CSSProperties }) => (
  <Hr className="line" style={{ border: 0, borderTop: `1px solid ${LIGHT.line}`, margin: 0, ...style }} />
);

/** A word on its colour; the word says what the colour says. */
export const Badge = ({ tone, children, size = 12 }: { tone: Tone; children: ReactNode; size?: number }) => (
  <span
    className={`t-${tone} w-${tone}`}
    style={{
      display: 'inline-block',
      padding: size > 12 ? '4px 12px' : '2px 9px',
      borderRadius: '999px',
      fontSize: `${size}px`,
      lineHeight: `${Math.round(size * 1.5)}px`,
      fontWeight: 600,
      color: TONES[tone].ink,
      backgroundColor: TONES[tone].wash,
      whiteSpace: 'nowrap',
    }}
  >
    {children}
  </span>
);

export const Toned = ({ tone, children, style }: { tone: Tone; children: ReactNode; style?: CSSProperties }) => (
  <span className={`t-${tone}`} style={{ color: TONES[tone].ink, ...style }}>
    {children}
  </span>
);

/** A thin bar, filled by a share 0..1. Says nothing that the words beside it do not say. */
export const Bar = ({ share, tone }: { share: number; tone: Tone }) => {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * 100);
  const cell = (width: number): CSSProperties & { msoLineHeightRule: string } => ({
    width: `${width}%`,
    height: '6px',
    fontSize: '1px',
    lineHeight: '6px',
    msoLineHeightRule: 'exactly',
    borderRadius: '3px',
  });
  return (
    <table
      role="presentation"
      aria-hidden="true"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={{ borderCollapse: 'separate' }}
    >
      <tbody>
        <tr>
          {filled > 0 ? <td style={{ ...cell(filled), backgroundColor: TONES[tone].mark }}>&nbsp;</td> : null}
          {filled < 100 ? (
            <td className="track" style={{ ...cell(100 - filled), backgroundColor: LIGHT.track }}>
              &nbsp;
            </td>
          ) : null}
        </tr>
      </tbody>
    </table>
  );
};

export const Box = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <Section className={`w-${tone}`} style={{ backgroundColor: TONES[tone].wash, borderRadius: '10px', padding: '16px 18px' }}>
    {children}
  </Section>
);

export interface Cell {
  text: string;
  /** A smaller second line, such as a change. */
  below?: string;
  belowTone?: Tone;
  soft?: boolean;
  strong?: boolean;
  align?: 'left' | 'right';
  /** Left out on narrow screens. */
  wide?: boolean;
}

/** A table of numbers with a header row. */
export const Numbers = ({ head, rows }: { head: Cell[]; rows: Cell[][] }) => {
  const style = (cell: Cell, column: number, header: boolean): CSSProperties => ({
    padding: `${header ? '0' : '9px'} ${column === 0 ? '12px' : '0'} ${header ? '6px' : '9px'} ${column === 0 ? '0' : '8px'}`,
    textAlign: cell.align ?? (column === 0 ? 'left' : 'right'),
    verticalAlign: 'top',
    fontSize: header ? '12px' : '14px',
    lineHeight: header ? '18px' : '20px',
    fontWeight: header || cell.strong ? 600 : 400,
    color: header || cell.soft ? LIGHT.soft : LIGHT.ink,
    borderBottom: `1px solid ${LIGHT.line}`,
    fontVariantNumeric: 'tabular-nums',
  });
  const classes = (cell: Cell, header: boolean) =>
    `line ${header || cell.soft ? 'soft' : 'ink'}${cell.wide ? ' narrow-hide' : ''}`;
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ borderCollapse: 'collapse' }}>
      <thead>
        <tr>
          {head.map((cell, column) => (
            <th key={cell.text} scope="col" className={classes(cell, true)} style={style(cell, column, true)}>
              {cell.text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.map((cell) => cell.text).join('|')}>
            {row.map((cell, column) => (
              <td key={head[column]?.text} className={classes(cell, false)} style={style(cell, column, false)}>
                {cell.text}
                {cell.below ? (
                  <>
                    <br />
                    <Toned tone={cell.belowTone ?? 'quiet'} style={{ fontSize: '12px', lineHeight: '18px', fontWeight: 400 }}>
                      {cell.below}
                    </Toned>
                  </>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

export const colours = { ...LIGHT, tones: TONES };

/** The page of a mail: 600 px wide, one card, a footer below it. */
export const Frame = (props: {
  lang: string;
  title: string;
  preheader: string;
  kicker: string;
  aside: string;
  children: ReactNode;
  footer: ReactNode;
}) => (
  <Html lang={props.lang} dir={directionOf(props.lang)}>
    <Head>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <title>{props.title}</title>
      <style>{directionOf(props.lang) === 'rtl' ? `${STYLE}\n${RIGHT_TO_LEFT}` : STYLE}</style>
    </Head>
    <Body className="page" style={{ backgroundColor: LIGHT.page, margin: 0, fontFamily: FONT }}>
      <Preview>{props.preheader}</Preview>
      {/* Body paints its inner cell too, out of reach of the dark colours; this section covers it. */}
      <Section className="page" style={{ backgroundColor: LIGHT.page, wordBreak: 'break-word', overflowWrap: 'anywhere' }}>
        {createElement('mso-open')}
        <Container className="outer" style={{ width: '100%', maxWidth: '600px', padding: '24px 0' }}>
          <Section className="card round" style={{ backgroundColor: LIGHT.card, borderRadius: '14px' }}>
            <Section className="pad" style={{ padding: `22px ${PAD} 20px` }}>
              <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
                <tbody>
                  <tr>
                    <td>
                      <Kicker>{props.kicker}</Kicker>
                    </td>
                    <td className="end" style={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
                      <Soft>{props.aside}</Soft>
                    </td>
                  </tr>
                </tbody>
              </table>
            </Section>
            {props.children}
          </Section>
          <Section className="pad" style={{ padding: `20px ${PAD} 8px` }}>
            {props.footer}
          </Section>
        </Container>
        {createElement('mso-close')}
      </Section>
    </Body>
  </Html>
);

/**
 * What only Outlook's Word engine reads. It knows no max-width and no media query, so that the card has a table of 600 px around it; of
 * a list of fonts it takes Times where it has not the first; and it draws pixels by the screen's own density unless told otherwise.
 */
const MSO = {
  head: '<!--[if mso]><xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office"><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><style>body,table,td,th,p,h2,a,span{font-family:Arial,sans-serif !important}</style><![endif]-->',
  open: '<!--[if mso]><table role="presentation" align="center" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td width="600"><![endif]-->',
  close: '<!--[if mso]></td></tr></table><![endif]-->',
};
const forOutlook = (html: string): string =>
  html
    .replace('</head>', () => `${MSO.head}</head>`)
    .replace('<mso-open></mso-open>', () => MSO.open)
    .replace('<mso-close></mso-close>', () => MSO.close);

const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/**
 * Draws a mail as one HTML document, a line per block. The same element gives the same bytes. why not by React Email's own `render`: it
 * sends each mail through streams, which took a tenth of the time, and marks up what a browser would go on from.
 */
export const draw = (element: ReactElement): string =>
  forOutlook(DOCTYPE + renderToStaticMarkup(element))
    // What a browser is asked to load early lies in the mail itself.
    .replace(/<link rel="preload"[^>]*>/g, '')
    .replace(/<\/(?:head|style|h2|p|tr|table)>/g, '$&\n');
