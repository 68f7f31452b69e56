import type { BacktestReport } from '../contracts/backtest.js';
import { quoted } from '../sql/literals.js';
import { gatesAhead, type TierGateRow } from '../wording/gates.js';
import { heldBecause, type StandingRow } from '../wording/standing.js';
import { inSentence, type TierFacts, type Wording, wordingFor } from '../wording/wording.js';
import type { Backtest } from './backtest.js';
import { lastNight, namesTried, type SideName } from './trial-nights.js';

type Affected = BacktestReport['affected'][number];

/** why 10 and 5: the largest are what most orders depend on; of small ones a few show what chance does to them. */
const LARGEST = 10;
const SMALLEST = 5;

const asDays = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString().slice(0, 10) : value]),
  );

/** Sellers whose tier differs, or who would be below the standard where nothing is compared with: how many, and some of them. */
export async function affectedSellers(asked: Backtest): Promise<Pick<BacktestReport, 'affected_sellers' | 'affected'>> {
  const { duck, sides } = asked;
  const { tiers, standard } = sides.policy;
  const below = tiers.slice(tiers.findIndex(({ key }) => key === standard) + 1).map(({ key }) => quoted(key));
  const is = sides.against ? 'policy IS DISTINCT FROM against' : `policy IN (${below.join(', ')})`;
  const [all] = await duck.run(`SELECT count(*) AS sellers FROM tried_sellers WHERE ${is}`);
  const rows = await duck.run(`
    WITH placed AS (
      SELECT *, row_number() OVER (ORDER BY orders DESC, seller_id) AS from_largest,
        row_number() OVER (ORDER BY orders = 0, orders, seller_id) AS from_smallest
      FROM tried_sellers WHERE ${is}
    )
    SELECT seller_id, name, region, orders, first_order, against, policy FROM placed
    WHERE from_largest <= ${LARGEST} OR from_smallest <= ${SMALLEST} ORDER BY from_largest`);
  const ids = `(${['', ...rows.map((row) => String(row.seller_id))].map(quoted).join(', ')})`;
  const last = async (dataset: Parameters<typeof lastNight>[0]) =>
    (await duck.run(`SELECT * FROM ${lastNight(dataset)} WHERE seller_id IN ${ids}`)).map(asDays);
  const said = {
    ...{ metrics: await last('seller_metrics'), cards: await last('scorecards') },
    ...{ standings: await last('standings'), metricStandings: await last('metric_standings') },
    gates: await last('tier_gates'),
    events: (
      await duck.run(
        `SELECT * FROM metric_days WHERE side = 'policy' AND what IN ('noticed', 'confirmed') AND seller_id IN ${ids} ORDER BY day, metric`,
      )
    ).map(asDays),
  };
  const wording = wordingFor('en', namesTried(asked));
  return {
    affected_sellers: Number(all!.sellers),
    affected: rows.map((row) => affectedSeller(asDays(row), said, asked, wording)),
  };
}

type Said = Record<'metrics' | 'cards' | 'standings' | 'metricStandings' | 'gates' | 'events', Record<string, unknown>[]>;

function affectedSeller(row: Record<string, unknown>, said: Said, { sides }: Backtest, wording: Wording): Affected {
  const of = (rows: Record<string, unknown>[], side: SideName) =>
    rows.filter((one) => one.seller_id === row.seller_id && one.programme === side);
  const metricsOf = (side: SideName): Affected['metrics']['policy'] => {
    const inOrder = of(said.metrics, side).sort(
      (a, b) => wording.metricPlace(String(a.metric)) - wording.metricPlace(String(b.metric)),
    );
    return inOrder.map((m) => {
      const standing = of(said.metricStandings, side).find(({ metric }) => metric === m.metric);
      return {
        ...{ metric: String(m.metric), title: wording.metricTitle(String(m.metric)), fault: m.fault as number | null },
        ...{ counted: m.counted as number | null, rate: m.accountable_rate as number | null, at_most: Number(m.at_most) },
        ...{ allowed: m.allowed as number | null, window_days: Number(m.window_days), verdict: String(m.verdict) },
        standing: standing ? String(standing.verdict) : null,
      };
    });
  };
  const { seller_id, name, region, orders, first_order, against, policy } = row as unknown as Affected;
  return {
    ...{ seller_id, name, region, orders: Number(orders), first_order, against, policy },
    because: becauseOf(
      seller_id,
      sides,
      { ...said, cards: of(said.cards, 'policy'), standings: of(said.standings, 'policy'), gates: of(said.gates, 'policy') },
      wording,
    ),
    metrics: { policy: metricsOf('policy'), against: sides.against ? metricsOf('against') : [] },
  };
}

/** Why the policy has a seller where it has it: what is held and since when, what bounds say, what a tier asks for beside, and which notices there were. */
function becauseOf(seller: string, { policy }: Backtest['sides'], said: Said, wording: Wording): string {
  const own = (rows: Record<string, unknown>[]) => rows.filter((row) => row.seller_id === seller);
  const [standing] = own(said.standings);
  const [card] = own(said.cards);
  const proposed = card ? wording.tierBecause(card as unknown as TierFacts, policy) : 'no orders in any window';
  const asking = { ...policy, programme: 'policy' };
  const gates = gatesAhead(
    own(said.gates) as unknown as TierGateRow[],
    asking,
    String(standing?.official_tier ?? card?.tier),
    wording,
  );
  const bounds = [proposed, ...gates.map((gate) => inSentence(gate.replace(/\.$/, '')))].join('; ');
  if (!policy.evaluation || !standing) return bounds;
  const notices = own(said.events).map(
    ({ metric, what, day }) =>
      `${inSentence(wording.metricTitle(String(metric)))}: ${what === 'noticed' ? 'notice' : 'confirmed'} on ${wording.format.day(String(day))}`,
  );
  return [heldBecause(standing as unknown as StandingRow, wording), `bounds alone: ${bounds}`, ...notices].join('; ');
}
