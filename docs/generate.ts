/** Writes docs/metrics.md, docs/programmes.md, docs/data-dictionary.md and the tables of docs/fairness.md from contracts, policies, sql and figures. `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fairnessText, type Simulated } from '../bench/fairness/table.js';
import YEARS from '../bench/fairness/years.json' with { type: 'json' };
import TRIED from '../bench/olist/tried-programmes.json' with { type: 'json' };
import { readPolicyFiles } from '../policies/files.js';
import { loadPolicies } from '../policies/load.js';
import { readSqlFiles } from '../sql/files.js';
import { dataDictionary } from './data-dictionary.js';
import { metricsPage } from './metrics-page.js';
import { olistSection } from './olist-section.js';
import { programmesPage } from './programmes-page.js';

const HOME = join(import.meta.dirname, '..');

// why this day: the shipped programme is in force on it; the pages hold no date.
const IN_FORCE = '2026-11-16';

const policies = loadPolicies(await readPolicyFiles(join(HOME, 'policies')), IN_FORCE);
const sql = await readSqlFiles();
const fairness = await readFile(join(HOME, 'docs/fairness.md'), 'utf8');
const pages = {
  // Between these two marks, in a page that is written by hand.
  'docs/fairness.md': fairness.replace(
    /(<!-- years -->\n)[\s\S]*(<!-- \/years -->\n)/,
    (_, begins, ends) => `${begins}${fairnessText(YEARS as Simulated)}${ends}`,
  ),
  'docs/metrics.md': metricsPage(),
  'docs/programmes.md': `${programmesPage(policies)}\n${olistSection(TRIED)}`,
  'docs/data-dictionary.md': dataDictionary(sql),
};

for (const [path, text] of Object.entries(pages)) {
  const file = join(HOME, path);
  if (!process.argv.includes('--check')) {
    await writeFile(file, text);
    console.log(`${path} written`);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`${path}: is not what contracts, policies and sql say; run "npm run docs" and commit it`);
    process.exitCode = 1;
  }
}
