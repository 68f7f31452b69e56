/** Reads many nights of the sample as a reader would, with the policy file and what `explain --json` prints: npm run recompute. */
import '../../infra/local/set-environment-defaults.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { atLeast } from '../../bench/options.js';
import { explainSellers } from '../../cli/explain.js';
import { addDays } from '../../contracts/days.js';
import { Explained } from '../../contracts/explanation.js';
import { runNight } from '../../infra/local/night.js';
import { FolderStore } from '../../infra/local/object-store.js';
import { openDuck } from '../../lambdas/shared/duck.js';
import { generateSample } from '../../sample/generate.js';
import { SAMPLE_SIZE } from '../../sample/marketplace.js';
import { STORIES } from '../../sample/stories.js';
import { readSqlFiles } from '../../sql/files.js';
import { printed, Reader } from './nights.js';
import { readFolder } from './policy-files.js';

const asked = new Command('recompute')
  .description(
    'Recomputes tiers of the sample from the policy file and what explain prints; fails on the first night that differs.',
  )
  .option('--sellers <n>', 'so many, the named ones first', atLeast(1), 500)
  .option('--nights <n>', 'so many in a row, up to the last day', atLeast(1), 60)
  .option('--policies <folder>', 'a policy folder', 'policies')
  .option('--programme <name>', 'a programme of it, by the name of its file', 'eu-seller-standards')
  .option('--of-sellers <n>', 'in a sample of so many sellers', atLeast(60), SAMPLE_SIZE.sellers)
  .option('--orders <n>', 'and so many orders', atLeast(1), SAMPLE_SIZE.orders)
  .parse()
  .opts<{ sellers: number; nights: number; ofSellers: number; orders: number; policies: string; programme: string }>();

const folder = await mkdtemp(join(tmpdir(), 'recompute-'));
const [landing, store] = [join(folder, 'landing'), join(folder, 'store')];
const { last_day } = await generateSample({ to: landing, sellers: asked.ofSellers, orders: asked.orders });
const reader = new Reader(...(await readFolder(asked.policies, asked.programme)));
const [duck, sql] = [await openDuck({ temporaryFolder: join(folder, 'duck') }), await readSqlFiles()];
const since = performance.now();
let chosen: string[] = [];
/** why 100: the listed orders of so many fit into memory, whatever the marketplace. */
const AT_ONCE = 100;
for (let day = addDays(last_day, 1 - asked.nights); day <= last_day; day = addDays(day, 1)) {
  const { prefix, error } = await runNight({ runDate: day, landing, store, policies: asked.policies, mails: false });
  if (error || prefix === undefined) throw new Error(`${day}: ${error?.message}`);
  if (chosen.length === 0) {
    const rows = await duck.run(
      `SELECT seller_id FROM read_parquet('${store}/${prefix}/scorecards/**/*.parquet') ORDER BY md5(seller_id)`,
    );
    const named = STORIES.map((story) => story.seller_id);
    chosen = [...new Set([...named, ...rows.map((row) => String(row.seller_id))])].slice(0, asked.sellers);
  }
  for (let from = 0; from < chosen.length; from += AT_ONCE) {
    const sellers = chosen.slice(from, from + AT_ONCE);
    const found = await explainSellers({ store: new FolderStore(store), duck, sql, prefix, sellers });
    for (const one of found) reader.read(printed(Explained.parse(one)));
  }
  const { cards, figures } = reader.seen;
  const minutes = ((performance.now() - since) / 60_000).toFixed(1);
  process.stderr.write(
    `${day}: ${cards} scorecards, ${figures} figures, ${reader.differences.length} differ, ${minutes} minutes\n`,
  );
  if (reader.differences.length > 0) break;
}
duck.close();
await rm(folder, { recursive: true });
const { tiers, verdicts, because, ...counts } = reader.seen;
console.log(
  JSON.stringify(
    { ...counts, tiers: Object.fromEntries(tiers), verdicts: Object.fromEntries(verdicts), because: Object.fromEntries(because) },
    null,
    2,
  ),
);
console.log(reader.differences.slice(0, 40).join('\n'));
process.exitCode = reader.differences.length > 0 ? 1 : 0;
