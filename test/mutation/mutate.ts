/**
 * `npm run mutate`: every mutant of the rules and marts, and which of them nothing notices.
 *
 *   npm run mutate -- --only metrics/late_dispatch    files whose path holds this
 *   npm run mutate -- --every 10                      each tenth only
 */
import { parseArgs } from 'node:util';
import { equivalent } from './equivalent.js';
import { mutants } from './mutants.js';
import { oracle } from './oracle.js';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, every: { type: 'string', default: '1' }, verbose: { type: 'boolean' } },
});
const { files, noticed, close } = await oracle();
const chosen = mutants(files)
  .filter(({ path }) => path.includes(values.only))
  .filter((_, nth) => nth % Number(values.every) === 0);
const survivors = [];
const since = performance.now();
for (const mutant of chosen) {
  if (equivalent(mutant)) continue;
  const found = await noticed({ ...files, [mutant.path]: mutant.text });
  if (values.verbose) console.log(`${mutant.path}:${mutant.line} ${found ?? 'SURVIVES'}: ${mutant.from} -> ${mutant.to}`);
  if (!found) survivors.push(mutant);
}
for (const { path, line, from, to } of survivors) console.log(`survives  ${path}:${line}\n    ${from}\n    ${to}`);
console.log(`${chosen.length} mutants, ${survivors.length} survive, ${((performance.now() - since) / 1000).toFixed(0)} s`);
await close();
process.exitCode = survivors.length > 0 ? 1 : 0;
