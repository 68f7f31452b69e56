import { type Landed, order } from '../../metrics/case.js';
import { ask, TestMarketplace } from '../night/test-marketplace.js';

/** An example as a marketplace prints it: its rule in the words of our policies, orders of one seller, and the printed answer. */
export interface Example {
  run_date: string;
  /** Text of metrics.yaml. */
  metrics: string;
  /** What the programme says of the one metric in question, as YAML below its key; and of others beside it. */
  programme: { metric: string; text: string; beside?: { metric: string; text: string } };
  /** Whether a scan in time saves a late delivery. */
  on_time_scan_saves?: boolean;
  landed: Landed;
}

export const SELLER = 'the-seller';

/** So many orders of the seller that differ in their ids alone. */
export const orders = (many: number, prefix: string, changes: Parameters<typeof order>[1] = {}) =>
  Array.from({ length: many }, (_, nth) => order(`${prefix}-${nth + 1}`, { seller_id: SELLER, ...changes }));

const entry = ({ metric, text }: { metric: string; text: string }): string =>
  `  ${metric}:\n${text.replace(/^\n/, '').replaceAll(/^/gm, '    ')}`;

/** The row of seller_metrics that the example's night publishes for its seller. */
export async function judged(example: Example) {
  const rows = await judgedAll(example);
  return rows[example.programme.metric] ?? {};
}

/** The same of all that the programme asks for, by key, each with the seller's tier. */
export async function judgedAll({ run_date, metrics, programme, on_time_scan_saves = true, landed }: Example) {
  const files = {
    'regions.yaml': `
regions:
  GB:
    name: United Kingdom
    time_zone: Europe/London
    currency: GBP
    must_land_orders_daily: false
    dispatch_milestone: first_scan
    on_time_scan_saves: ${on_time_scan_saves}
`,
    'metrics.yaml': metrics,
    'standard.yaml': `
programme: standard
title: Standard
version: "1.0"
in_force_from: 2020-01-01
regions: [GB]
tiers:
  - { key: good, title: Good, means: "meets the standard" }
  - { key: below, title: Below, means: "does not" }
standard: good
assessable: { orders: 1, window_days: 366, why: "the example is about one seller" }
metrics:
${[programme, programme.beside ?? []].flat().map(entry).join('\n')}
`,
  };
  const marketplace = await TestMarketplace.make({ files });
  try {
    const lines = Object.entries(landed).flatMap(([dataset, rows]) =>
      rows.map(({ dt, ...row }) => [`${dataset}/dt=${dt}/example.jsonl`, `${JSON.stringify(row)}\n`] as const),
    );
    const byKey = Map.groupBy(lines, ([key]) => key);
    await marketplace.land([...byKey].map(([key, some]) => [key, some.map(([, line]) => line).join('')]));
    const { prefix } = await marketplace.published(run_date);
    const { datasets } = await marketplace.manifest(prefix);
    const of = (dataset: string) => `read_parquet('${marketplace.store}/${datasets[dataset]!.files[0]}')`;
    const rows = await ask(`
      SELECT m.metric, m.met, m.fault, m.forgiven, m.excluded, m.pending, m.counted, m.accountable_rate, m.verdict, m.because,
        s.tier AS tier_of_seller
      FROM ${of('seller_metrics')} AS m JOIN ${of('scorecards')} AS s ON s.seller_id = m.seller_id
      WHERE m.seller_id = '${SELLER}'
    `);
    const plain = (row: object) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]));
    return Object.fromEntries(rows.map(({ metric, ...row }) => [String(metric), plain(row)]));
  } finally {
    await marketplace.gone();
  }
}
