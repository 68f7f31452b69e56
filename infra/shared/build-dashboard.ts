import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HOME } from './home.js';

const APP = join(HOME, 'dashboard');
/** Folder of the built pages. */
export const BUILT = join(APP, 'dist');

/** Builds dashboard/dist with Vite when it is missing or older than a source. Says one line when it does. */
export async function buildDashboard(say: (line: string) => void): Promise<void> {
  const built = await stat(join(BUILT, 'index.html')).catch(() => undefined);
  const sources = [
    APP,
    ...['charts', 'contracts', 'metrics', 'policies', 'wording', 'package-lock.json'].map((name) => join(HOME, name)),
  ];
  const newest = Math.max(...(await Promise.all(sources.map(newestChange))));
  if (built && built.mtimeMs >= newest) return;
  say(built ? 'Building the dashboard: its sources have changed.' : 'Building the dashboard: first time here.');
  const { build } = await import('vite');
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production'; // Vite takes React's development build under any other
  try {
    await build({ configFile: join(APP, 'vite.config.ts'), logLevel: 'error' });
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
}

async function newestChange(path: string): Promise<number> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  const inside = (await readdir(path)).filter((name) => name !== 'dist' && name !== 'node_modules');
  return Math.max(0, ...(await Promise.all(inside.map((name) => newestChange(join(path, name))))));
}
