import '../infra/local/set-environment-defaults.js';
import { mkdir } from 'node:fs/promises';
import type { Manifest } from '../contracts/run/manifest.js';
import { HOME } from '../infra/shared/home.js';
import type { AcceptToCopy } from './accept-to-copy.js';
import type { Marketplace } from './marketplace.js';
import { type Cost, NightCost } from './night-cost.js';

/** What a process of the benchmark is asked to do; each step has a process of its own, so that memory is its own. */
export type Step =
  | { step: 'generate'; marketplace: Marketplace; limits: Limits }
  | { step: 'night'; landing: string; store: string; run_date: string; full: boolean; limits: Limits }
  | { step: 'accept to copy'; orders: number; days: number; limits: Limits }
  | { step: 'by hand'; store: string; run_date: string; to: string; scratch: string; limits: Limits };

export interface Limits {
  /** As DuckDB writes it. */
  memory: string;
  threads: number;
}

export interface StepCost {
  seconds: number;
  /** Seconds of processor time. */
  cpu: number;
  /** Highest resident memory of the process, in MB (10^6 bytes). */
  peak_mb: number;
  /** Of a night: its parts, and the files of seller_metrics. */
  parts?: Cost[];
  seller_metrics?: string[];
  base_run_date?: string | null;
  /** Of accepting beside a bare COPY. */
  accept_to_copy?: AcceptToCopy;
}

type Answer = Omit<StepCost, 'seconds' | 'cpu' | 'peak_mb'>;

/** Loads what a step needs, and no more: the script by hand neither waits for a night's modules nor holds them in memory. */
async function prepared(step: Step): Promise<() => Promise<Answer>> {
  switch (step.step) {
    case 'generate': {
      const { generateMarketplace } = await import('./marketplace.js');
      return async () => {
        await generateMarketplace(step.marketplace, step.limits);
        return {};
      };
    }
    case 'by hand': {
      const { runByHand } = await import('./by-hand.js');
      const { limits, ...rest } = step;
      return async () => {
        await mkdir(step.scratch, { recursive: true });
        await runByHand({ ...rest, ...limits });
        return {};
      };
    }
    case 'accept to copy': {
      const { acceptToCopy } = await import('./accept-to-copy.js');
      return async () => ({ accept_to_copy: await acceptToCopy(step) });
    }
    case 'night': {
      const { runNight } = await import('../infra/local/night.js');
      return () => night(step, runNight);
    }
  }
}

type RunNight = typeof import('../infra/local/night.js').runNight;

async function night(step: Step & { step: 'night' }, runNight: RunNight): Promise<Answer> {
  const { landing, store, run_date: runDate, full, limits } = step;
  const watch = new NightCost();
  const outcome = await runNight({ runDate, landing, store, policies: `${HOME}policies`, full, mails: false, limits, watch });
  const parts = watch.end();
  if (outcome.error) throw new Error(`night of ${runDate}: ${outcome.failed_state}: ${outcome.error.message}`);
  return { parts, ...(await published(store, outcome.prefix!)) };
}

/** The files of seller_metrics of a run, and the date of the run whose final outcomes it reused. */
async function published(store: string, prefix: string): Promise<Answer> {
  const { manifestKey } = await import('../contracts/run/keys.js');
  const { FolderStore } = await import('../infra/local/object-store.js');
  const { need } = await import('../lambdas/shared/read-run-files.js');
  const folder = new FolderStore(store);
  const { datasets, base_run_date } = await need<Manifest>(folder, manifestKey(prefix));
  return { seller_metrics: datasets.seller_metrics!.files.map((key) => folder.url(key)), base_run_date: base_run_date ?? null };
}

process.once('message', async (step: Step) => {
  try {
    const work = await prepared(step);
    const since = performance.now();
    const before = process.cpuUsage();
    const answer = await work();
    const { user, system } = process.cpuUsage(before);
    // maxRSS is in kibibytes.
    const peak_mb = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
    process.send!({ cost: { ...answer, seconds: (performance.now() - since) / 1000, cpu: (user + system) / 1e6, peak_mb } });
  } catch (error) {
    process.send!({ error: (error as Error).message });
  }
  process.disconnect();
});
