/**
 * `npm run fuzz`: 300 mutated files of every dataset and format, landed; `npm run fuzz -- import` imports them. Behind that may stand a
 * dataset, a format and the seed of one file. FUZZ_SEED and FUZZ_N ask for others and for more.
 */
import type { Format } from './draw-case.js';
import { soak } from './soak.js';

const given = process.argv.slice(2);
const imports = given[0] === 'import';
const [dataset, format, one] = imports ? given.slice(1) : given;
const { asked, findings } = await soak(
  {
    imports,
    seed: Number(one ?? process.env.FUZZ_SEED ?? 1),
    files: one ? 1 : Number(process.env.FUZZ_N ?? 300),
    ...(dataset ? { datasets: [dataset] } : {}),
    ...(format ? { formats: [format as Format] } : {}),
  },
  console.log,
);
console.log(`${asked} mutated files, ${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;
