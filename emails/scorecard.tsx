/** @jsxRuntime automatic */
import { Link, Section } from '@react-email/components';
import { wordingFor } from '../wording/wording.js';
import type { Words } from '../wording/words.js';
import { faultsFile } from './faults-file.js';
import { Badge, Bar, Box, colours, draw, Frame, Line, Part, Say, Soft, Title, Toned, tie } from './frame.js';
import { heading } from './plain-text.js';
import type { Rendered } from './rows.js';
import {
  inOwnLanguage,
  type MetricView,
  type OrderView,
  type ProgrammeView,
  type ScorecardMail,
  type ScorecardView,
  scorecardView,
} from './scorecard-view.js';
import { Weeks } from './week-bars.js';

const Tier = ({ programme, words }: { programme: ProgrammeView; words: Words }) => (
  <Part>
    <Box tone={programme.tier.tone}>
      <Soft>{tie(programme.verdict_of)}</Soft>
      <Say style={{ fontSize: '28px', lineHeight: '36px', fontWeight: 700 }}>
        <Toned tone={programme.tier.tone}>{programme.tier.title}</Toned>
      </Say>
      <Say style={{ marginTop: '4px' }}>{programme.tier.means}</Say>
      {programme.tier.effect ? <Say style={{ marginTop: '4px' }}>{tie(programme.tier.effect)}</Say> : null}
      {programme.changed ? <Say style={{ marginTop: '8px', fontWeight: 600 }}>{programme.changed}</Say> : null}
      {programme.at_stake.map((sentence) => (
        <Say key={sentence} style={{ marginTop: '8px', fontWeight: 600 }}>
          {tie(sentence)}
        </Say>
      ))}
      <Soft style={{ marginTop: '8px' }}>{programme.tier.because}</Soft>
    </Box>
    <First programme={programme} words={words} />
    {programme.ladder.length ? <Ladder programme={programme} words={words} /> : null}
  </Part>
);

const First = ({ programme, words }: { programme: ProgrammeView; words: Words }) => (
  <Section className="line" style={{ border: `1px solid ${colours.line}`, borderRadius: '10px', marginTop: '12px' }}>
    <Section style={{ padding: '12px 18px' }}>
      <Soft>{words.scorecard.firstHeading}</Soft>
      <Say style={{ fontWeight: 600 }}>{tie(programme.first)}</Say>
    </Section>
  </Section>
);

const Ladder = ({ programme, words }: { programme: ProgrammeView; words: Words }) => (
  <table
    width="100%"
    cellPadding={0}
    cellSpacing={0}
    border={0}
    aria-label={words.scorecard.tierLadder}
    style={{ marginTop: '14px', tableLayout: 'fixed', borderCollapse: 'separate', borderSpacing: '4px 0' }}
  >
    <tbody>
      <tr>
        {programme.ladder.map((tier) => (
          <td
            key={tier.title}
            className={tier.here ? `m-${programme.tier.tone} t-${programme.tier.tone}` : 'line soft'}
            style={{
              borderTop: `4px solid ${tier.here ? colours.tones[programme.tier.tone].mark : colours.track}`,
              paddingTop: '6px',
              fontSize: '12px',
              lineHeight: '16px',
              verticalAlign: 'top',
              fontWeight: tier.here ? 700 : 400,
              color: tier.here ? colours.tones[programme.tier.tone].ink : colours.soft,
            }}
          >
            {tier.title}
          </td>
        ))}
      </tr>
    </tbody>
  </table>
);

const Metric = ({ metric }: { metric: MetricView }) => (
  <>
    <Line />
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ margin: '12px 0' }}>
      <tbody>
        <tr>
          <td style={{ verticalAlign: 'top' }}>
            <Say style={{ fontWeight: 600 }}>{metric.title}</Say>
          </td>
          <td className="end" style={{ verticalAlign: 'top', textAlign: 'right', whiteSpace: 'nowrap' }}>
            <Badge tone={metric.verdict.tone}>{metric.verdict.word}</Badge>
          </td>
        </tr>
        {metric.rate ? (
          <tr>
            <td colSpan={2} style={{ paddingTop: '2px', paddingBottom: '6px' }}>
              <Say>
                <span style={{ fontSize: '20px', lineHeight: '28px', fontWeight: 700 }}>{metric.rate.now}</span>
                <span className="soft" style={{ color: colours.soft, fontSize: '13px', padding: '0 8px' }}>
                  {metric.rate.allowed}
                </span>
              </Say>
            </td>
          </tr>
        ) : null}
        {metric.used === undefined ? null : (
          <tr>
            <td colSpan={2} style={{ paddingBottom: '6px' }}>
              <Bar share={metric.used} tone={metric.verdict.tone} />
            </td>
          </tr>
        )}
        <tr>
          <td colSpan={2}>
            <Soft>{tie(metric.pieces.join(' · '))}</Soft>
            {metric.weeks ? <Weeks weeks={metric.weeks} /> : null}
            {metric.notes.map((note) => (
              <Say key={note} style={{ fontSize: '14px', lineHeight: '21px', marginTop: '4px' }}>
                {tie(note)}
              </Say>
            ))}
          </td>
        </tr>
      </tbody>
    </table>
  </>
);

const Order = ({ order, words }: { order: OrderView; words: Words }) => (
  <>
    <Line />
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ margin: '10px 0' }}>
      <tbody>
        <tr>
          <td style={{ verticalAlign: 'top' }}>
            <Say style={{ fontWeight: 600, fontSize: '14px', lineHeight: '21px', wordBreak: 'break-word' }}>{order.id}</Say>
          </td>
          <td className="end" style={{ verticalAlign: 'top', textAlign: 'right', whiteSpace: 'nowrap', paddingLeft: '12px' }}>
            <Soft>{order.day}</Soft>
          </td>
        </tr>
        <tr>
          <td colSpan={2}>
            {order.happened.map((one) => (
              <Say key={one.metric} style={{ fontSize: '14px', lineHeight: '21px' }}>
                <span className="soft" style={{ color: colours.soft }}>
                  {`${words.grammar.labelled(one.metric, '').trimEnd()} `}
                </span>
                {tie(one.what)}
              </Say>
            ))}
            <Soft>{tie(order.counts_until)}</Soft>
          </td>
        </tr>
      </tbody>
    </table>
  </>
);

/** Sentences under a heading, one below the other or together; nothing where there are none. */
const Told = ({ heading, sentences, together }: { heading: string; sentences: string[]; together?: boolean }) =>
  sentences.length === 0 ? null : (
    <Part>
      <Title>{tie(heading)}</Title>
      {(together ? [sentences.join(' ')] : sentences).map((sentence) => (
        <Say key={sentence} style={together ? {} : { marginBottom: '8px' }}>
          {tie(sentence)}
        </Say>
      ))}
    </Part>
  );

const Programme = ({ programme, words }: { programme: ProgrammeView; words: Words }) => (
  <>
    <Tier programme={programme} words={words} />
    <Told heading={words.decision.seller.heading} sentences={programme.decisions} together />
    <Told heading={programme.moved?.heading ?? ''} sentences={programme.moved?.lines ?? []} />
    <Part>
      <Title>{words.scorecard.metricsHeading}</Title>
      {programme.weeks_how ? <Soft style={{ marginBottom: '8px' }}>{programme.weeks_how}</Soft> : null}
      {programme.metrics.map((metric) => (
        <Metric key={metric.title} metric={metric} />
      ))}
      {programme.under_metrics.map((sentence) => (
        <Soft key={sentence} style={{ marginTop: '4px' }}>
          {sentence}
        </Soft>
      ))}
    </Part>
    <Told heading={words.score.heading} sentences={programme.score} together />
    <Told heading={words.points.heading} sentences={programme.points} />
    {programme.orders.length ? (
      <Part>
        <Title>{words.scorecard.ordersHeading}</Title>
        {programme.orders.map((order) => (
          <Order key={order.id} order={order} words={words} />
        ))}
        {programme.more_orders ? <Soft>{programme.more_orders}</Soft> : null}
        {programme.all_orders ? (
          <Say style={{ fontSize: '14px', lineHeight: '21px', marginTop: '4px' }}>
            <Link href={programme.all_orders}>{words.scorecard.allOrders}</Link>
          </Say>
        ) : null}
      </Part>
    ) : null}
    <Told heading={words.scorecard.nextHeading} sentences={programme.next} />
  </>
);

const contests = ({ programmes }: ScorecardView): string[] => programmes.flatMap(({ contest }) => contest ?? []);

const ScorecardLetter = ({ view }: { view: ScorecardView }) => (
  <Frame
    lang={view.locale}
    title={view.subject}
    preheader={view.preheader}
    kicker={view.words.scorecard.kicker}
    aside={view.run_day}
    footer={
      <>
        {view.footer.map((sentence) => (
          <Soft key={sentence} size={12} style={{ marginBottom: '6px' }}>
            {sentence}
          </Soft>
        ))}
        <Soft size={12}>
          <Link className="soft" href={view.unsubscribe.href} style={{ color: colours.soft, textDecoration: 'underline' }}>
            {view.unsubscribe.word}
          </Link>
        </Soft>
      </>
    }
  >
    <Part style={{ paddingBottom: '12px' }}>
      <Say>{view.greeting}</Say>
    </Part>
    {view.programmes.map((programme) => (
      <Programme key={programme.title} programme={programme} words={view.words} />
    ))}
    <Part>
      <Box tone="quiet">
        <Say style={{ fontSize: '14px', lineHeight: '21px', fontWeight: 600 }}>{view.words.scorecard.contestHeading}</Say>
        <Say style={{ fontSize: '14px', lineHeight: '21px' }}>{view.words.scorecard.contest}</Say>
        {contests(view).map((sentence) => (
          <Say key={sentence} style={{ fontSize: '14px', lineHeight: '21px', marginTop: '6px' }}>
            {tie(sentence)}
          </Say>
        ))}
        <Soft style={{ marginTop: '6px' }}>{view.decided}</Soft>
      </Box>
    </Part>
  </Frame>
);

/** The verdict of a programme and what it means, a sentence each. */
const verdictOf = ({ verdict_of, tier, changed, at_stake }: ProgrammeView): string[] => [
  verdict_of,
  tier.means,
  ...(tier.effect ? [tier.effect] : []),
  ...(changed ? [changed] : []),
  ...at_stake,
  tier.because,
];

/** How a mail begins, as its first screen and its text part have it: of each programme the verdict, what it means, and what to do first. */
const beginningOf = ({ programmes, words }: ScorecardView): string[][] =>
  programmes.map((programme) => [
    words.grammar.labelled(programme.title, programme.tier.title),
    ...verdictOf(programme),
    words.scorecard.firstHeading,
    programme.first,
  ]);

/** A scorecard mail, and how it begins: of each programme its sentences and headings. */
export interface RenderedScorecard extends Rendered {
  locale: string;
  beginning: string[][];
}

function programmeText(programme: ProgrammeView, words: Words): string[] {
  const say = words.scorecard;
  const { labelled } = words.grammar;
  const bullet = (text: string): string => `* ${text}`;
  return [
    ...heading(labelled(programme.title, programme.tier.title)),
    ...verdictOf(programme),
    ...heading(say.firstHeading),
    programme.first,
    ...(programme.ladder.length
      ? ['', labelled(say.tierLadder, programme.ladder.map((tier) => (tier.here ? `[${tier.title}]` : tier.title)).join(' > '))]
      : []),
    ...(programme.decisions.length ? [...heading(words.decision.seller.heading), ...programme.decisions] : []),
    ...(programme.moved ? [...heading(programme.moved.heading), ...programme.moved.lines.map(bullet)] : []),
    ...heading(say.metricsHeading),
    ...programme.metrics.flatMap((metric) => [
      `${metric.verdict.word.toUpperCase()}  ${metric.rate ? labelled(metric.title, `${metric.rate.now} (${metric.rate.allowed})`) : metric.title}`,
      `    ${metric.pieces.join(' · ')}`,
      ...(metric.weeks ? [`    ${metric.weeks.line}`] : []),
      ...metric.notes.map((note) => `    ${note}`),
    ]),
    ...(programme.under_metrics.length ? ['', ...programme.under_metrics] : []),
    ...(programme.score.length ? [...heading(words.score.heading), programme.score.join(' ')] : []),
    ...(programme.points.length ? [...heading(words.points.heading), ...programme.points] : []),
    ...(programme.orders.length
      ? [
          ...heading(say.ordersHeading),
          ...programme.orders.flatMap((order) => [
            bullet(`${order.id}, ${order.day} (${order.counts_until})`),
            ...order.happened.map((one) => `    ${labelled(one.metric, one.what)}`),
          ]),
          ...(programme.more_orders ? [programme.more_orders] : []),
          ...(programme.all_orders ? [labelled(say.allOrders, programme.all_orders)] : []),
        ]
      : []),
    ...(programme.next.length ? [...heading(say.nextHeading), ...programme.next.map(bullet)] : []),
  ];
}

function letterText(view: ScorecardView): string {
  const say = view.words.scorecard;
  return [
    view.greeting,
    ...view.programmes.flatMap((programme) => programmeText(programme, view.words)),
    ...heading(say.contestHeading),
    say.contest,
    ...contests(view),
    view.decided,
    '',
    '--',
    ...view.footer,
    view.words.grammar.labelled(view.unsubscribe.word, view.unsubscribe.href),
    '',
  ].join('\n');
}

/** One seller's scorecard mail. Computes nothing: every number is a mart's. Throws when the seller has no scorecard. */
export async function renderScorecard(mail: ScorecardMail): Promise<RenderedScorecard> {
  const view = scorecardView(mail);
  const own = inOwnLanguage(mail);
  const attachments = faultsFile(mail.details ?? [], own, wordingFor(mail.seller.locale, own.policies));
  return {
    ...{ subject: view.subject, html: draw(<ScorecardLetter view={view} />), text: letterText(view) },
    ...{ locale: view.locale, beginning: beginningOf(view) },
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}
