/**
 * `npm run mutate`: every mutant of the rules and of the night's SQL, and which of them nothing notices.
 *
 *   npm run mutate -- --only metrics/late_dispatch    files whose path holds this
 *   npm run mutate -- --every 10                      each tenth only; --from 3 begins with the fourth
 *   npm run mutate -- --seeds 1                       fewer marketplaces: sooner done, and more survive
 *   npm run mutate -- --verbose                       also says who noticed each
 */
import { parseArgs } from 'node:util';
import { equivalent } from './equivalent.js';
import { mutants } from './mutants.js';
import { oracle, SEEDS } from './oracle.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    every: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    seeds: { type: 'string', default: SEEDS.join(',') },
    verbose: { type: 'boolean' },
  },
});
const { files, noticed, close } = await oracle(values.seeds.split(',').map(Number));
const all = mutants(files)
  .filter(({ path }) => path.includes(values.only))
  .filter((_, nth) => nth % Number(values.every) === Number(values.from));
const chosen = all.filter((mutant) => !equivalent(mutant));
const survivors = [];
const since = performance.now();
for (const mutant of chosen) {
  const found = await noticed({ ...files, [mutant.path]: mutant.text });
  if (values.verbose) console.log(`${mutant.path}:${mutant.line} ${found ?? 'SURVIVES'}: ${mutant.from} -> ${mutant.to}`);
  if (!found) survivors.push(mutant);
}
for (const { path, line, from, to } of survivors) console.log(`survives  ${path}:${line}\n    ${from}\n    ${to}`);
const seconds = ((performance.now() - since) / 1000).toFixed(0);
console.log(`${all.length} mutants, ${all.length - chosen.length} equivalent, ${survivors.length} survive, ${seconds} s`);
await close();
process.exitCode = survivors.length > 0 ? 1 : 0;
