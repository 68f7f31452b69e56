/** A night over a marketplace in which names, categories and carriers are what nobody wishes for: pages must show them as text, and stay whole. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { runNight } from '../../infra/local/night.js';
import { generateSample } from '../../sample/generate.js';
import { SAMPLE_LAST_DAY } from '../../sample/marketplace.js';
import { landLeads } from './land-leads.js';

/** One word of any length, HTML, a formula, text that turns around, and signs of several units. */
export const HOSTILE = {
  long: 'Donaudampfschifffahrtsgesellschaft'.repeat(9),
  html: `<img src=x onerror="document.title='taken over'">`,
  script: `"><script>document.title='taken over'</script>`,
  formula: '=HYPERLINK("http://example.invalid","click")',
  turned: 'Shop \u202egnihtemos\u202c',
  emoji: '👩‍👩‍👧‍👦 Família & Fils 🛒',
} as const;
/** Who bears which name: sellers that every list shows, as their stories see to it. */
const NAMED: Readonly<Record<string, keyof typeof HOSTILE>> = {
  'slipping-gold': 'long',
  'always-on-time': 'html',
  'exactly-four': 'formula',
  'on-the-mend': 'turned',
  'tiny-teapots': 'emoji',
  'strike-bound': 'script',
};
const RENAMED: readonly (readonly [RegExp, string])[] = [
  [/"category":"kitchen"/g, `"category":${JSON.stringify(HOSTILE.long)}`],
  [/"category":"home"/g, `"category":${JSON.stringify(HOSTILE.html)}`],
  [/"carrier":"Swiftline"/g, `"carrier":${JSON.stringify(HOSTILE.long)}`],
  [/"carrier":"Colis Vif"/g, `"carrier":${JSON.stringify(HOSTILE.script)}`],
];

const quotedCsv = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Lands it and runs the night of its last day; answers the folder of the store. */
export async function hostileNight(): Promise<{ store: string; remove(): Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'hostile-night-'));
  const [landing, store] = [join(root, 'landing'), join(root, 'store')];
  await generateSample({ to: landing, sellers: 60, orders: 4000, days: 100 });
  for (const name of await readdir(join(landing, 'orders'), { recursive: true })) {
    if (!name.endsWith('.jsonl.gz')) continue;
    const path = join(landing, 'orders', name);
    const text = RENAMED.reduce((all, [what, by]) => all.replace(what, by), gunzipSync(await readFile(path)).toString());
    await writeFile(path, gzipSync(text));
  }
  for (const name of await readdir(join(landing, 'sellers'), { recursive: true })) {
    if (!name.endsWith('.csv')) continue;
    const path = join(landing, 'sellers', name);
    const lines = (await readFile(path, 'utf8')).split('\n').map((line) => {
      const [seller = '', , ...rest] = line.split(',');
      return NAMED[seller] ? [seller, quotedCsv(HOSTILE[NAMED[seller]]), ...rest].join(',') : line;
    });
    await writeFile(path, lines.join('\n'));
  }
  await landLeads(landing);
  const { prefix, error } = await runNight({
    ...{ runDate: SAMPLE_LAST_DAY, landing, store, policies: 'policies', limits: { memory: '1GB', threads: 2 } },
  });
  if (!prefix || error) throw new Error(`the night failed: ${error?.message ?? 'no run'}`);
  return { store, remove: () => rm(root, { recursive: true, force: true }) };
}
