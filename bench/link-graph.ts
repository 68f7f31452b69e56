/** Families of a million accounts: `npx tsx bench/link-graph.ts [--sellers 1000000]`. Fails where a union-find finds others. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { HOME } from '../infra/shared/home.js';
import { LIMITS, openDuck } from '../lambdas/shared/duck.js';
import { readPolicyFiles } from '../policies/files.js';
import { leadsOf } from '../policies/leads-policy.js';
import { loadPolicies } from '../policies/load.js';
import { familiesByHand, type Held } from './link-graph/by-hand.js';
import { findFamilies } from './link-graph/night-queries.js';
import { atLeast } from './options.js';
import { quoted, runScript } from './script.js';

const { sellers } = new Command()
  .option('--sellers <count>', 'accounts', atLeast(1000), 1_000_000)
  .parse()
  .opts<{ sellers: number }>();

const folder = await mkdtemp(join(tmpdir(), 'link-graph-'));
const duck = await openDuck({ memoryLimit: LIMITS.memory, threads: LIMITS.threads, temporaryFolder: join(folder, 'spilled') });
await duck.run('SET preserve_insertion_order = false');
try {
  const identifiers = join(folder, 'identifiers.parquet');
  const script = await readFile(new URL('link-graph/generate.sql', import.meta.url), 'utf8');
  await runScript(duck, script.replaceAll('{{sellers}}', String(sellers)).replaceAll('{{to}}', identifiers));
  for (const table of ['held', 'accounts']) await duck.run(`DROP TABLE ${table}`);
  const policies = loadPolicies(await readPolicyFiles(`${HOME}policies`), '2026-11-16');
  const costs = await findFamilies(duck, { identifiers, folder: join(folder, 'night'), policies });
  for (const { query, rows, seconds, cpu } of Object.values(costs))
    console.log(
      `${query.padEnd(28)} ${rows.toLocaleString('en').padStart(10)} rows ${seconds.toFixed(1).padStart(6)} s ${cpu.toFixed(1).padStart(6)} s of processor`,
    );
  const total = (of: 'seconds' | 'cpu') =>
    Object.values(costs)
      .reduce((sum, cost) => sum + cost[of], 0)
      .toFixed(1);
  console.log(
    `together ${total('seconds')} s, ${total('cpu')} s of processor; peak memory ${Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)} MB`,
  );

  const rows = (await duck.run(
    `SELECT seller_id, kind, value_hash FROM read_parquet(${quoted(identifiers)})`,
  )) as unknown as Held[];
  const byHand = familiesByHand(rows, leadsOf(policies).account_links);
  const found = await duck.run(
    `SELECT seller_id, min(seller_id) OVER (PARTITION BY family) AS first FROM read_parquet(${quoted(costs.account_families!.file)})`,
  );
  const others = found.filter(({ seller_id, first }) => byHand.first.get(String(seller_id)) !== first).length;
  const links = costs.account_links!.rows / 2;
  console.log(
    `${rows.length.toLocaleString('en')} identifiers; accounts of families ${found.length}, by hand ${byHand.first.size}; others ${others}; hubs ${costs.account_hubs!.rows}, by hand ${byHand.hubs}; pairs and kinds ${links}, pairs by hand ${byHand.links.size}`,
  );
  if (
    others > 0 ||
    found.length !== byHand.first.size ||
    costs.account_hubs!.rows !== byHand.hubs ||
    costs.families_not_whole!.rows > 0
  )
    throw new Error('link-graph: a union-find finds other families than the night');
} finally {
  duck.close();
  await rm(folder, { recursive: true, force: true });
}
