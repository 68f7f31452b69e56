import '../infra/local/set-environment-defaults.js';
import { mkdir } from 'node:fs/promises';
import { manifestKey } from '../contracts/run/keys.js';
import type { Manifest } from '../contracts/run/manifest.js';
import { runNight } from '../infra/local/night.js';
import { FolderStore } from '../infra/local/object-store.js';
import { HOME } from '../infra/shared/home.js';
import { need } from '../lambdas/shared/read-run-files.js';
import { runByHand } from './by-hand.js';
import { generateMarketplace, type Marketplace } from './marketplace.js';
import { type Cost, NightCost } from './night-cost.js';

/** What a process of the benchmark is asked to do; each step has a process of its own, so that memory is its own. */
export type Step =
  | { step: 'generate'; marketplace: Marketplace; limits: Limits }
  | { step: 'night'; landing: string; store: string; run_date: string; full: boolean; limits: Limits }
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
}

async function run(step: Step): Promise<Omit<StepCost, 'seconds' | 'cpu' | 'peak_mb'>> {
  switch (step.step) {
    case 'generate':
      await generateMarketplace(step.marketplace, step.limits);
      return {};
    case 'by hand': {
      await mkdir(step.scratch, { recursive: true });
      const { limits, ...rest } = step;
      await runByHand({ ...rest, ...limits });
      return {};
    }
    case 'night': {
      const { landing, store, run_date: runDate, full, limits } = step;
      const watch = new NightCost();
      const outcome = await runNight({ runDate, landing, store, policies: `${HOME}policies`, full, mails: false, limits, watch });
      const parts = watch.end();
      if (outcome.error) throw new Error(`night of ${runDate}: ${outcome.failed_state}: ${outcome.error.message}`);
      const folder = new FolderStore(store);
      const { datasets, base_run_date } = await need<Manifest>(folder, manifestKey(outcome.prefix!));
      return {
        parts,
        seller_metrics: datasets.seller_metrics!.files.map((key) => folder.url(key)),
        base_run_date: base_run_date ?? null,
      };
    }
  }
}

process.once('message', async (step: Step) => {
  const since = performance.now();
  const before = process.cpuUsage();
  try {
    const answer = await run(step);
    const { user, system } = process.cpuUsage(before);
    // maxRSS is in kibibytes.
    const peak_mb = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
    process.send!({ cost: { ...answer, seconds: (performance.now() - since) / 1000, cpu: (user + system) / 1e6, peak_mb } });
  } catch (error) {
    process.send!({ error: (error as Error).message });
  }
  process.disconnect();
});
