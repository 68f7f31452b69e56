import { join } from 'node:path';
import type { Environment } from '../../cli/environment.js';
import { STORE } from '../../contracts/run/keys.js';
import { executionOfBackfill } from '../../contracts/run/opened.js';
import { LIMITS } from '../../lambdas/shared/duck.js';
import { typed } from '../../wording/typed.js';
import { NO_CATALOG } from './catalog.js';
import { DEFAULTS, newestDay, readyLanding, readyPolicies } from './folders.js';
import { FolderStore } from './object-store.js';

/** Folders of this machine. */
export function localEnvironment(folders: { store: string; landing?: string; policies?: string }): Environment {
  const { store, landing = DEFAULTS.landing, policies = DEFAULTS.policies } = folders;
  const given = (name: keyof typeof DEFAULTS, folder: string) => (folder === DEFAULTS[name] ? '' : ` --${name} ${typed(folder)}`);
  const option = given('store', store);
  const folderOf = (prefix: string): string => join(store, prefix.replace(/\/$/, ''));
  return {
    name: store,
    option,
    night_option: given('landing', landing) + option + given('policies', policies),
    store: new FolderStore(store),
    landing: new FolderStore(landing),
    written_over: [],
    catalog: NO_CATALOG,
    async ready(say) {
      readyPolicies(policies);
      await readyLanding(landing, say);
    },
    newestDay: () => newestDay(landing),
    async runNight({ memory, backfill, ...asked }) {
      // Loaded when needed: the engine, React and the rest take a second that --help and a refusal should not.
      const { localExecution, runNight } = await import('./night.js');
      const execution = backfill ? { execution: executionOfBackfill(localExecution()) } : {};
      return runNight({ ...asked, ...execution, landing, store, policies, limits: { ...LIMITS, ...(memory ? { memory } : {}) } });
    },
    openNext: ({ counts: { mails, quarantined } }) => [
      `npm run dashboard${option ? ` --${option}` : ''}`,
      `npm run scorecards -- explain SELLER${option}`,
      `npm run scorecards -- quality${option}  (what landed, what was left out and why)`,
      ...(mails.sent + mails.already_sent > 0 ? [`${folderOf(STORE.outbox)}  (.eml files: any mail program opens them)`] : []),
      ...(quarantined > 0 ? [`${folderOf(STORE.quarantine)}  (rejected rows with file, line and reasons)`] : []),
    ],
  };
}
