/** @jsxRuntime automatic */
import { type Changed, type DigestMail, type DigestView, digestView } from './digest-view.js';
import { Bar, type Cell, colours, draw, Frame, Numbers, Part, Say, Soft, Title, Toned, tie } from './frame.js';
import type { Rendered } from './rows.js';

const Tile = ({ tile, left }: { tile: DigestView['tiles'][number]; left: boolean }) => (
  <td style={{ width: '50%', padding: left ? '0 4px 8px 0' : '0 0 8px 4px', verticalAlign: 'top' }}>
    <div className="line" style={{ border: `1px solid ${colours.line}`, borderRadius: '10px', padding: '13px 16px' }}>
      <Soft>{tile.title}</Soft>
      <Say style={{ fontSize: '24px', lineHeight: '32px', fontWeight: 700 }}>{tile.now}</Say>
      <Soft>{tile.change}</Soft>
    </div>
  </td>
);

const pairs = <T,>(some: T[]): T[][] => (some.length ? [some.slice(0, 2), ...pairs(some.slice(2))] : []);
const changed = (one: Changed): Cell => ({ text: one.now, below: one.change, belowTone: one.tone });

const Tiers = ({ programme }: { programme: DigestView['programmes'][number] }) => (
  <>
    <Soft style={{ marginBottom: '6px' }}>{programme.title}</Soft>
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
      <tbody>
        {programme.tiers.map((tier) => (
          <tr key={tier.title}>
            <td style={{ padding: '5px 10px 5px 0', width: '34%' }}>
              <Say style={{ fontSize: '14px', lineHeight: '20px' }}>{tier.title}</Say>
            </td>
            <td style={{ padding: '5px 0' }}>
              <Bar share={tier.part} tone={tier.tone} />
            </td>
            <td style={{ padding: '5px 0 5px 12px', width: '28%', textAlign: 'right', whiteSpace: 'nowrap' }}>
              <Say style={{ fontSize: '14px', lineHeight: '20px' }}>
                {tier.share}
                <span className="soft" style={{ color: colours.soft, fontSize: '12px' }}>{` · ${tier.sellers}`}</span>
              </Say>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <Say style={{ marginTop: '8px', fontSize: '14px', lineHeight: '21px' }}>{tie(programme.unjudged)}</Say>
  </>
);

const Tiles = ({ tiles }: Pick<DigestView, 'tiles'>) => (
  <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
    <tbody>
      {pairs(tiles).map((pair) => (
        <tr key={pair[0]?.title}>
          {pair.map((tile) => (
            <Tile key={tile.title} tile={tile} left={tile === pair[0]} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Rates = ({ view }: { view: DigestView }) => {
  const say = view.words.digest;
  return (
    <Part>
      <Title>{say.metricsHeading(28)}</Title>
      <Numbers
        head={[{ text: say.metric }, { text: say.accountable }, { text: say.raw }]}
        rows={view.metrics.map((metric) => [
          { text: metric.title, below: metric.counted },
          { text: metric.accountable, strong: true, below: metric.change.change, belowTone: metric.change.tone },
          { text: metric.raw, soft: true },
        ])}
      />
      <Soft style={{ marginTop: '8px' }}>{say.ratesExplained}</Soft>
      {view.concentration ? (
        <Say style={{ marginTop: '10px', fontSize: '14px', lineHeight: '21px' }}>{tie(view.concentration)}</Say>
      ) : null}
      {view.not_measured.length ? (
        <Say style={{ marginTop: '10px', fontSize: '14px', lineHeight: '21px' }}>
          <Toned tone="warn" style={{ fontWeight: 600 }}>{`${say.notMeasuredHeading}. `}</Toned>
          {view.not_measured.join('; ')}.
        </Say>
      ) : null}
    </Part>
  );
};

const Reasons = ({ view }: { view: DigestView }) => {
  const say = view.words.digest;
  return (
    <Part>
      <Title>{say.reasonsHeading(28)}</Title>
      {view.reasons.length ? (
        <Numbers
          head={[{ text: say.reasonHead }, { text: say.kpi.orders }]}
          rows={view.reasons.map((reason) => [{ text: reason.what, below: reason.metric }, { text: reason.orders }])}
        />
      ) : (
        <Say>{say.noReasons}</Say>
      )}
      {view.excluded ? <Soft style={{ marginTop: '8px' }}>{tie(view.excluded)}</Soft> : null}
    </Part>
  );
};

const ToDecide = ({ view }: { view: DigestView }) => {
  const say = view.words.decision.forPersons;
  return (
    <Part>
      <Title>{say.heading}</Title>
      {view.to_decide.map(({ what, how }) => (
        <Say key={what} style={{ marginBottom: '8px', fontSize: '14px', lineHeight: '21px' }}>
          {tie(what)}{' '}
          <span className="soft" style={{ color: colours.soft }}>
            {say.how(how)}
          </span>
        </Say>
      ))}
    </Part>
  );
};

const DigestLetter = ({ view }: { view: DigestView }) => {
  const say = view.words.digest;
  return (
    <Frame
      lang={view.words.locale}
      title={view.subject}
      preheader={view.preheader}
      kicker={say.kicker}
      aside={view.run_day}
      footer={view.footer.map((sentence) => (
        <Soft key={sentence} size={12} style={{ marginBottom: '6px' }}>
          {sentence}
        </Soft>
      ))}
    >
      <Part style={{ paddingBottom: '18px' }}>
        <Say style={{ fontSize: '28px', lineHeight: '36px', fontWeight: 700 }}>{view.region}</Say>
        <Say>{tie(view.intro)}</Say>
      </Part>
      <Part>
        <Tiles tiles={view.tiles} />
      </Part>
      {view.to_decide.length ? <ToDecide view={view} /> : null}
      <Rates view={view} />
      {view.regions.length ? (
        <Part>
          <Title>{say.regionsHeading(28)}</Title>
          <Numbers
            head={[{ text: say.region }, { text: say.kpi.orders }, { text: view.headline_metric ?? say.metric }]}
            rows={view.regions.map((region) => [{ text: region.name }, changed(region.orders), changed(region.headline)])}
          />
        </Part>
      ) : null}
      {view.programmes.length ? (
        <Part>
          <Title>{say.tiersHeading}</Title>
          {view.programmes.map((programme) => (
            <Tiers key={programme.title} programme={programme} />
          ))}
        </Part>
      ) : null}
      <Reasons view={view} />
      <Part>
        <Title>{say.periodsHeading}</Title>
        <Numbers
          head={[{ text: say.over }, ...view.periods.days.map((days) => ({ text: days }))]}
          rows={view.periods.rows.map((row) => [{ text: row.title }, ...row.cells.map(changed)])}
        />
      </Part>
      <Part>
        <Title>{say.qualityHeading}</Title>
        {view.quality.map((line) => (
          <Say key={line} style={{ fontSize: '14px', lineHeight: '21px' }}>
            {tie(line)}
          </Say>
        ))}
      </Part>
    </Frame>
  );
};

const heading = (text: string): string[] => ['', text, '-'.repeat([...text].length)];
const beside = (one: Changed): string => `${one.now} (${one.change})`;

function digestText(view: DigestView): string {
  const say = view.words.digest;
  return [
    view.region,
    view.intro,
    '',
    ...view.tiles.map((tile) => `${tile.title}: ${beside(tile)}`),
    ...(view.to_decide.length ? heading(view.words.decision.forPersons.heading) : []),
    ...view.to_decide.map(({ what, how }) => `${what} ${view.words.decision.forPersons.how(how)}`),
    ...heading(say.metricsHeading(28)),
    ...view.metrics.map(
      (metric) =>
        `${metric.title}: ${say.accountable.toLowerCase()} ${metric.accountable} (${metric.change.change}), ${say.raw.toLowerCase()} ${metric.raw}, ${metric.counted}`,
    ),
    say.ratesExplained,
    ...(view.concentration ? [view.concentration] : []),
    ...view.not_measured.map((one) => `${say.notMeasuredHeading}: ${one}`),
    ...(view.regions.length
      ? [
          ...heading(say.regionsHeading(28)),
          ...view.regions.map(
            (region) =>
              `${region.name}: ${say.kpi.orders.toLowerCase()} ${beside(region.orders)}, ${view.headline_metric?.toLowerCase()} ${beside(region.headline)}`,
          ),
        ]
      : []),
    ...(view.programmes.length ? heading(say.tiersHeading) : []),
    ...view.programmes.flatMap((programme) => [
      programme.title,
      ...programme.tiers.map((tier) => `  ${tier.title}: ${tier.share}, ${tier.sellers}`),
      `  ${programme.unjudged}`,
    ]),
    ...heading(say.reasonsHeading(28)),
    ...(view.reasons.length
      ? view.reasons.map((reason) => `${reason.orders}  ${reason.what}, ${reason.metric}`)
      : [say.noReasons]),
    ...(view.excluded ? [view.excluded] : []),
    ...heading(say.periodsHeading),
    ...view.periods.rows.map(
      (row) => `${row.title}: ${row.cells.map((cell, n) => `${view.periods.days[n]} ${beside(cell)}`).join('; ')}`,
    ),
    ...heading(say.qualityHeading),
    ...view.quality,
    '',
    '--',
    ...view.footer,
    '',
  ].join('\n');
}

/** The weekly digest of one region, or of all. Computes nothing but the change between two published numbers. */
export async function renderDigest(mail: DigestMail): Promise<Rendered> {
  const view = digestView(mail);
  return { subject: view.subject, html: await draw(<DigestLetter view={view} />), text: digestText(view) };
}
