import { decisionFigures } from '../../contracts/published/decision-figures.js';
import { decisionRecords } from '../../contracts/published/decision-records.js';
import { evaluations } from '../../contracts/published/evaluations.js';
import { proposedIncidents } from '../../contracts/published/proposed-incidents.js';
import { reasonCounts } from '../../contracts/published/reason-counts.js';
import { regionKpis } from '../../contracts/published/region-kpis.js';
import { regionMetrics } from '../../contracts/published/region-metrics.js';
import { runQuality } from '../../contracts/published/run-quality.js';
import { tierMix } from '../../contracts/published/tier-mix.js';
import { digestKey, doneKey, planKey } from '../../contracts/run/keys.js';
import type { MailCounts, MailPlan } from '../../contracts/run/mail-plan.js';
import { renderDigest } from '../../emails/digest.js';
import type { Rendered } from '../../emails/rows.js';
import { mailableAddress } from '../../policies/address.js';
import { endOfDay } from '../../wording/calendar.js';
import { countsOf, type Delivering, deliver, type PendingMail } from '../shared/deliver.js';
import { type ObjectStore, toJson } from '../shared/object-store.js';
import { need } from '../shared/read-run-files.js';
import { openRun } from '../shared/run-reader.js';

/** Sends the digest to the readers that the plan froze; none on days without a digest. Answers the counts. */
export async function sendDigest(given: Delivering & { store: ObjectStore; prefix: string }): Promise<MailCounts> {
  const { store, prefix } = given;
  const plan = await need<MailPlan>(store, planKey(prefix));
  const mails = plan.digest.readers.length ? await pendingMailsOf(store, prefix, plan) : [];
  const report = await deliver(mails, plan.plan_id, given);
  await store.write(doneKey(digestKey(prefix)), toJson(report));
  return countsOf(report);
}

async function pendingMailsOf(store: ObjectStore, prefix: string, plan: MailPlan): Promise<PendingMail[]> {
  const run = await openRun(store, prefix);
  const data = {
    kpis: await run.rows(regionKpis),
    metrics: await run.rows(regionMetrics),
    tiers: await run.rows(tierMix),
    reasons: await run.rows(reasonCounts),
    quality: await run.rows(runQuality),
    to_decide: {
      records: run.has('decision_records') ? await run.rows(decisionRecords) : [],
      figures: run.has('decision_figures') ? await run.rows(decisionFigures) : [],
      incidents: run.has('proposed_incidents') ? await run.rows(proposedIncidents) : [],
      evaluations: run.has('evaluations') ? await run.rows(evaluations) : [],
    },
  };
  const { run_id, run_date, policies, not_measured } = run;
  const { period } = plan.digest;
  const drawn = new Map<string, Promise<Rendered>>();
  const digestOf = (region: string): Promise<Rendered> => {
    const found = drawn.get(region) ?? renderDigest({ run_id, run_date, period, region, policies, not_measured, ...data });
    drawn.set(region, found);
    return found;
  };
  return plan.digest.readers.map(({ address, region }) => {
    const key = { campaign: 'digest', period, recipient: `${address} ${region}` };
    return {
      key,
      render: async () => ({
        ...(await digestOf(region)),
        from: policies.mails.from,
        to: mailableAddress(address) ?? address,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Run-Id': run_id },
        date: endOfDay(run_date),
        key,
      }),
    };
  });
}
