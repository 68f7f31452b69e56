/** @jsxRuntime automatic */
import type { CSSProperties, ReactNode } from 'react';
import { SPARK } from '../charts/line.js';
import { lineFiles } from './digest-lines.js';
import { type DigestMail, type DigestView, digestView } from './digest-view.js';
import { colours, draw, Frame, Part, Say, Soft, Title, Toned, tie } from './frame.js';
import { heading } from './plain-text.js';
import type { Rendered } from './rows.js';

const SMALL: CSSProperties = { fontSize: '14px', lineHeight: '20px' };
const TIGHT: CSSProperties = { paddingBottom: '18px' };

/** A word that leads to where its number stands; the word alone where nothing is known of a dashboard. */
const Linked = ({ to, children }: { to: string | undefined; children: ReactNode }) =>
  to === undefined ? (
    children
  ) : (
    <a href={to} className="ink" style={{ color: colours.ink, textDecoration: 'underline', textDecorationColor: '#8592a3' }}>
      {children}
    </a>
  );

const Line = ({ number }: { number: DigestView['numbers'][number] }) =>
  number.weeks.length > 0 ? (
    <img
      src={`cid:${number.name}`}
      alt={number.line}
      width={SPARK.width}
      height={SPARK.height}
      className="soft"
      style={{ display: 'inline-block', fontSize: '10px', lineHeight: '12px', color: colours.soft }}
    />
  ) : null;

const NumberRow = ({ number }: { number: DigestView['numbers'][number] }) => (
  <>
    <tr>
      <td style={{ padding: '7px 8px 0 0' }}>
        <Soft size={12}>
          <Linked to={number.link}>{number.title}</Linked>
          {number.days ? ` · ${tie(number.days)}` : ''}
        </Soft>
        <Say style={{ fontSize: '20px', lineHeight: '26px', fontWeight: 700 }}>{number.now}</Say>
      </td>
      <td style={{ padding: '7px 0 0', width: `${SPARK.width}px`, textAlign: 'right', verticalAlign: 'bottom' }}>
        <Line number={number} />
      </td>
    </tr>
    <tr>
      <td colSpan={2} className="line" style={{ padding: '1px 0 7px', borderBottom: `1px solid ${colours.line}` }}>
        <Soft size={12}>
          <Toned tone={number.tone}>{tie(number.change)}</Toned>
        </Soft>
      </td>
    </tr>
  </>
);

const Changes = ({ view }: { view: DigestView }) => {
  const { changes } = view;
  return (
    <Part style={TIGHT}>
      <Title>{view.changes_heading}</Title>
      {changes ? (
        [changes.rises, changes.falls].map((kind) => (
          <Say key={kind.heading} style={{ ...SMALL, marginBottom: '4px' }}>
            <strong>{kind.heading}</strong>
            {kind.sellers.map(({ what, link }, n) => (
              <span key={what}>
                {n === 0 ? view.colon : view.words.digestPage.apart}
                <Linked to={link}>{what}</Linked>
              </span>
            ))}
            {kind.more ? `${view.words.digestPage.apart}${kind.more}` : ''}
            {'.'}
          </Say>
        ))
      ) : (
        <Say style={SMALL}>{view.words.digestPage.noChanges}</Say>
      )}
    </Part>
  );
};

/** Rows of small numbers; the first column says what they are of. */
const Rows = ({ head, rows }: { head: string[]; rows: { key: string; cells: ReactNode[] }[] }) => {
  const style = (column: number, header: boolean): CSSProperties => ({
    padding: column === 0 ? '3px 4px 3px 0' : '3px 0 3px 5px',
    textAlign: column === 0 ? 'left' : 'right',
    verticalAlign: 'top',
    fontSize: header ? '11px' : '13px',
    lineHeight: '18px',
    fontWeight: header ? 600 : 400,
    color: header ? colours.soft : colours.ink,
    borderBottom: `1px solid ${colours.line}`,
    fontVariantNumeric: 'tabular-nums',
    // Names may break anywhere, within a third of the table, and by syllables where that is known; a number and its head stay whole.
    ...(column === 0 ? { width: '34%', hyphens: 'auto' } : { wordBreak: 'normal', overflowWrap: 'normal' }),
  });
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ borderCollapse: 'collapse' }}>
      <thead>
        <tr>
          {head.map((text, column) => (
            <th key={text} scope="col" className="line soft" style={style(column, true)}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, column) => (
              <td key={head[column]} className="line ink" style={style(column, false)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Metrics = ({ view }: { view: DigestView }) => {
  const { digest, digestPage: say } = view.words;
  const { labelled } = view.words.grammar;
  return (
    <Part style={TIGHT}>
      <Title>{say.metricsHeading(28)}</Title>
      <Rows
        head={[digest.metric, digest.accountable, digest.raw, say.change28]}
        rows={view.metrics.map((metric) => ({
          key: metric.title,
          cells: [
            <span key="title">
              <Linked to={metric.link}>{metric.title}</Linked>
              <span className="soft" style={{ fontSize: '11px', color: colours.soft }}>{` ${tie(metric.days)}`}</span>
            </span>,
            metric.accountable,
            metric.raw,
            <Toned key="change" tone={metric.tone}>
              {tie(metric.change)}
            </Toned>,
          ],
        }))}
      />
      <Soft size={12} style={{ marginTop: '6px' }}>
        {[say.readMetrics, ...view.not_measured.map((one) => `${labelled(digest.notMeasuredHeading, one)}.`)].join(' ')}
      </Soft>
    </Part>
  );
};

const Regions = ({ view }: { view: DigestView }) => {
  const { digest } = view.words;
  return (
    <Part style={TIGHT}>
      <Title>{digest.regionsHeading(28)}</Title>
      <Rows
        head={[digest.region, digest.kpi.orders, digest.kpi.gmv, view.headline_metric ?? digest.metric]}
        rows={view.regions.map(({ name, orders, value, headline }) => ({
          key: name,
          cells: [
            name,
            `${orders.now} (${orders.change})`,
            value,
            <span key="rate">
              {headline.now} <Toned tone={headline.tone}>({tie(headline.change)})</Toned>
            </span>,
          ],
        }))}
      />
    </Part>
  );
};

const ToDecide = ({ view }: { view: DigestView }) => {
  const say = view.words.decision.forPersons;
  return (
    <Part style={TIGHT}>
      <Title>{say.heading}</Title>
      {view.to_decide.map(({ what, how }) => (
        <Say key={what} style={{ ...SMALL, marginBottom: '4px' }}>
          {tie(what)}
          {how ? (
            <span className="soft" style={{ color: colours.soft }}>
              {` ${say.how(how)}`}
            </span>
          ) : null}
        </Say>
      ))}
      {view.to_decide_more ? <Say style={SMALL}>{view.to_decide_more}</Say> : null}
    </Part>
  );
};

const Besides = ({ view }: { view: DigestView }) => (
  <Part style={TIGHT}>
    <Title>{view.words.digestPage.besidesHeading}</Title>
    {view.besides.map(({ what, link }) => (
      <Say key={what} style={{ ...SMALL, marginBottom: '4px' }}>
        <Linked to={link}>{tie(what)}</Linked>
      </Say>
    ))}
  </Part>
);

const DigestLetter = ({ view }: { view: DigestView }) => {
  const { digest, digestPage: say } = view.words;
  return (
    <Frame
      lang={view.locale}
      title={view.subject}
      preheader={view.preheader}
      kicker={digest.kicker}
      aside={view.run_day}
      footer={view.footer.map((sentence) => (
        <Soft key={sentence} size={12} style={{ marginBottom: '6px' }}>
          {sentence}
        </Soft>
      ))}
    >
      <Part style={{ paddingBottom: '12px' }}>
        <Say style={{ fontSize: '26px', lineHeight: '32px', fontWeight: 700 }}>{view.region}</Say>
        <Soft>{tie(view.intro)}</Soft>
      </Part>
      <Part style={TIGHT}>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
          <tbody>
            {view.numbers.map((number) => (
              <NumberRow key={number.name} number={number} />
            ))}
          </tbody>
        </table>
      </Part>
      <Part style={TIGHT}>
        <Title>{say.movedHeading}</Title>
        {view.moved.map((sentence) => (
          <Say key={sentence} style={{ ...SMALL, marginBottom: '4px' }}>
            {tie(sentence)}
          </Say>
        ))}
      </Part>
      <Changes view={view} />
      {view.to_decide.length > 0 ? <ToDecide view={view} /> : null}
      {view.besides.length > 0 ? <Besides view={view} /> : null}
      {view.regions.length > 0 ? <Regions view={view} /> : null}
      <Metrics view={view} />
      <Part style={TIGHT}>
        {[...view.programmes, say.quality(view.quality)].map((sentence) => (
          <Soft key={sentence} style={{ marginBottom: '4px' }}>
            {tie(sentence)}
          </Soft>
        ))}
        {view.dashboard ? (
          <Say style={SMALL}>
            {say.behind} <Linked to={view.dashboard}>{say.open}</Linked>
          </Say>
        ) : null}
      </Part>
    </Frame>
  );
};

/** The same as text. Where a number stands is said at its end, once. */
function digestText(view: DigestView): string {
  const { digest, digestPage: say, decision } = view.words;
  const { labelled } = view.words.grammar;
  const at = (link: string | undefined): string => (link === undefined ? '' : ` <${link}>`);
  return [
    view.region,
    view.intro,
    '',
    ...view.numbers.flatMap((number) => [
      `${labelled([number.title, ...(number.days ? [number.days] : [])].join(', '), `${number.now} (${number.change})`)}${at(number.link)}`,
      `  ${number.line}`,
    ]),
    ...heading(say.movedHeading),
    ...view.moved,
    ...heading(view.changes_heading),
    ...(view.changes
      ? [view.changes.rises, view.changes.falls].flatMap((kind) => [
          kind.heading,
          ...kind.sellers.map(({ what, link }) => `  ${what}${at(link)}`),
          ...(kind.more ? [`  ${kind.more}`] : []),
        ])
      : [say.noChanges]),
    ...(view.to_decide.length > 0 ? heading(decision.forPersons.heading) : []),
    ...view.to_decide.map(({ what, how }) => (how ? `${what} ${decision.forPersons.how(how)}` : what)),
    ...(view.to_decide_more ? [view.to_decide_more] : []),
    ...(view.besides.length > 0 ? heading(say.besidesHeading) : []),
    ...view.besides.map(({ what, link }) => `${what}${at(link)}`),
    ...(view.regions.length > 0 ? heading(digest.regionsHeading(28)) : []),
    ...view.regions.map(({ name, orders, value, headline }) =>
      labelled(name, `${orders.now} (${orders.change}), ${value}, ${view.headline_metric} ${headline.now} (${headline.change})`),
    ),
    ...heading(say.metricsHeading(28)),
    ...view.metrics.map((metric) =>
      labelled(
        metric.title,
        `${digest.accountable.toLowerCase()} ${metric.accountable} (${metric.change}), ${digest.raw.toLowerCase()} ${metric.raw}, ${digest.counted(metric.counted)}, ${metric.days}`,
      ),
    ),
    say.readMetrics,
    ...view.not_measured.map((one) => labelled(digest.notMeasuredHeading, one)),
    '',
    ...view.programmes,
    say.quality(view.quality),
    ...(view.dashboard ? ['', `${say.behind}${at(view.dashboard)}`] : []),
    '',
    '--',
    ...view.footer,
    '',
  ].join('\n');
}

/** The weekly digest of one region, or of all, on one page. Computes nothing but the change between two published numbers. */
export async function renderDigest(mail: DigestMail): Promise<Rendered> {
  const view = digestView(mail);
  const html = draw(<DigestLetter view={view} />);
  return { subject: view.subject, html, text: digestText(view), attachments: lineFiles(view.numbers) };
}
