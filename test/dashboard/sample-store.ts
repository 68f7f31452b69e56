import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PUBLISHED } from '../../contracts/published/index.js';
import { loadPolicies } from '../../policies/load.js';
import type { Policies, Programme } from '../../policies/policy.js';
import { openQueries } from './query.js';

const REPO = new URL('../../', import.meta.url);

export interface SampleSize {
  sellers: number;
  /** About as many; every seller has at least one. */
  orders: number;
}

export const SAMPLE_RUN_DATE = '2026-11-20';

/**
 * Writes a store with one published run: every published dataset as Parquet, manifest, policies and pointer.
 * The numbers are believable and seeded, and agree with each other (a card's faults are the rows of `outcome_details`), but no
 * night made them. `folder` must not hold a store yet.
 */
export async function writeSampleStore(folder: string, { sellers, orders }: SampleSize): Promise<void> {
  const runId = `${SAMPLE_RUN_DATE}-001`;
  const prefix = `runs/${SAMPLE_RUN_DATE}/001`;
  const out = join(folder, prefix);
  for (const dataset of Object.keys(PUBLISHED)) await mkdir(join(out, dataset), { recursive: true });
  await mkdir(join(folder, 'published'), { recursive: true });

  const policies = await samplePolicies();
  const scratch = await mkdtemp(join(tmpdir(), 'sample-store-'));
  const duck = await openQueries();
  const rows: Record<string, number> = {};
  try {
    await duck.run(`SET VARIABLE sellers = ${sellers}`);
    await duck.run(`SET VARIABLE orders = ${orders}`);
    await duck.run(`SET VARIABLE run_date = '${SAMPLE_RUN_DATE}'`);
    await writeFile(join(scratch, 'regions.json'), JSON.stringify(policies.regions));
    await writeFile(join(scratch, 'programmes.json'), JSON.stringify(policyRows(policies)));
    const text = await readFile(new URL('sample-store.sql', import.meta.url), 'utf8');
    const sql = text.replaceAll('{{out}}', out).replaceAll('{{scratch}}', scratch);
    for (const statement of sql.split(/;\n/).filter((part) => part.trim() !== '')) await duck.run(statement);
    for (const dataset of Object.keys(PUBLISHED)) {
      const [facts] = await duck.run(`FROM parquet_file_metadata('${join(out, dataset, 'part-0.parquet')}')`);
      rows[dataset] = Number(facts!.num_rows);
    }
  } finally {
    duck.close();
    await rm(scratch, { recursive: true });
  }

  const versions = Object.fromEntries(policies.programmes.map((p) => [p.programme, p.version]));
  const manifest = {
    run_id: runId,
    run_date: SAMPLE_RUN_DATE,
    prefix,
    status: 'published',
    policy_fingerprint: policies.fingerprint,
    datasets: Object.fromEntries(
      Object.keys(PUBLISHED).map((dataset) => [dataset, { files: [`${prefix}/${dataset}/part-0.parquet`], rows: rows[dataset] }]),
    ),
    not_measured: ['seller_fault_return', 'unresolved_case', 'slow_response'],
  };
  const pointer = { run_id: runId, run_date: SAMPLE_RUN_DATE, prefix, policy_versions: versions, previous_run_id: null };
  await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2));
  await writeFile(join(out, 'policies.json'), JSON.stringify(policies, null, 2));
  await writeFile(join(folder, 'published', 'current.json'), JSON.stringify(pointer, null, 2));
}

/** The house's own policies, and a second programme over two regions, so that pages show more than one. */
async function samplePolicies(): Promise<Policies> {
  const folder = new URL('policies/', REPO);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const files = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const)),
  );
  const policies = loadPolicies(files, SAMPLE_RUN_DATE);
  const first = policies.programmes[0]!;
  const pilot: Programme = {
    ...first,
    programme: 'swift-dispatch-pilot',
    title: 'Swift dispatch pilot',
    version: '0.3',
    regions: ['DE', 'FR'],
    metrics: first.metrics.filter(({ metric }) => metric === 'late_dispatch' || metric === 'late_delivery'),
  };
  return { ...policies, programmes: [first, pilot] };
}

const policyRows = (policies: Policies) =>
  policies.programmes.flatMap((p) =>
    p.metrics.map((m) => ({
      programme: p.programme,
      version: p.version,
      regions: p.regions,
      orders_needed: p.assessable.orders,
      assessable_days: p.assessable.window_days,
      metric: m.metric,
      window_days: m.window_days,
      top: m.tiers.top!.at_most,
      good: m.tiers.good!.at_most,
      at_risk: m.tiers.at_risk!.at_most,
    })),
  );
