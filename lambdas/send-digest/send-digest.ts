import { addDays } from '../../contracts/days.js';
import { USUAL_LOCALE } from '../../contracts/languages.js';
import { decisionFigures } from '../../contracts/published/decision-figures.js';
import { decisionRecords } from '../../contracts/published/decision-records.js';
import { evaluations } from '../../contracts/published/evaluations.js';
import { leads } from '../../contracts/published/leads.js';
import { onboardingFunnel } from '../../contracts/published/onboarding-funnel.js';
import { proposedIncidents } from '../../contracts/published/proposed-incidents.js';
import { regionKpis } from '../../contracts/published/region-kpis.js';
import { regionMetrics } from '../../contracts/published/region-metrics.js';
import { regionWeeks } from '../../contracts/published/region-weeks.js';
import { runQuality } from '../../contracts/published/run-quality.js';
import { tierChanges } from '../../contracts/published/tier-changes.js';
import { tierMix } from '../../contracts/published/tier-mix.js';
import { digestKey, doneKey, planKey } from '../../contracts/run/keys.js';
import type { MailCounts, MailPlan } from '../../contracts/run/mail-plan.js';
import { ALL_REGIONS } from '../../contracts/run/teams.js';
import { renderDigest } from '../../emails/digest.js';
import type { Named, SellerChange } from '../../emails/digest-changes.js';
import { standalone } from '../../emails/digest-lines.js';
import type { MoverRow } from '../../emails/digest-moved.js';
import { digestPdf } from '../../emails/digest-pdf.js';
import { type DigestMail, digestView } from '../../emails/digest-view.js';
import type { Rendered } from '../../emails/rows.js';
import { mailableAddress } from '../../policies/address.js';
import { endOfDay } from '../../wording/calendar.js';
import type { DecisionRow } from '../../wording/decision.js';
import { speechFor } from '../../wording/words.js';
import { countsOf, type Delivering, deliver, type PendingMail } from '../shared/deliver.js';
import { type ObjectStore, toJson } from '../shared/object-store.js';
import { need } from '../shared/read-run-files.js';
import { openRun, type Run } from '../shared/run-reader.js';
import { readFonts } from './fonts.js';
import { type DigestFiles, keepDigests, localesKept } from './keep-digests.js';

export interface SendingDigests extends Delivering {
  store: ObjectStore;
  prefix: string;
  /** In which all are written, instead of in those of their readers, and no files are: for whoever looks at mails. */
  locale?: string;
}

/** Sends the digest to the readers that the plan froze; none on days without a digest. Answers the counts. */
export async function sendDigest(given: SendingDigests): Promise<MailCounts> {
  const { store, prefix } = given;
  const plan = await need<MailPlan>(store, planKey(prefix));
  const mails = plan.digest.readers.length ? await pendingMailsOf(given, plan) : [];
  const report = await deliver(mails, plan.plan_id, given);
  await store.write(doneKey(digestKey(prefix)), toJson(report));
  return countsOf(report);
}

/** What digests are made of, in a week. */
async function digestsOf(run: Run, period: string): Promise<Omit<DigestMail, 'region'>> {
  const records = run.has('decision_records') ? await run.rows(decisionRecords) : [];
  const evaluated = run.policies.programmes.some(({ evaluation }) => evaluation);
  const changes = evaluated ? changesOfWeek(records, period) : await changesOfRun(run);
  const movers = run.has('region_movers')
    ? ((await run.columns('region_movers', MOVER_COLUMNS)) as unknown as MoverRow[])
    : undefined;
  const sellers = new Set([
    ...changes.map(({ seller_id }) => seller_id),
    ...(movers ?? []).flatMap(({ dimension, member }) => (dimension === 'seller' && member !== null ? [member] : [])),
  ]);
  const { run_id, run_date, policies, not_measured } = run;
  return {
    ...{ run_id, run_date, period, policies, not_measured },
    kpis: await run.rows(regionKpis),
    metrics: await run.rows(regionMetrics),
    tiers: await run.rows(tierMix),
    quality: await run.rows(runQuality),
    ...(run.has('region_weeks') ? { weeks: await run.rows(regionWeeks) } : {}),
    ...(movers ? { movers } : {}),
    ...(run.has('onboarding_funnel') ? { applications: await run.rows(onboardingFunnel) } : {}),
    ...(run.has('leads') ? { leads: await run.rows(leads) } : {}),
    ...{ changes, changes_of_run: !evaluated, named: await namesOf(run, sellers) },
    to_decide: {
      records,
      figures: run.has('decision_figures') ? await run.rows(decisionFigures) : [],
      incidents: run.has('proposed_incidents') ? await run.rows(proposedIncidents) : [],
      evaluations: run.has('evaluations') ? await run.rows(evaluations) : [],
    },
  };
}

const MOVER_COLUMNS = ['region', 'metric', 'window_days', 'dimension', 'place', 'kind', 'member', 'contribution_ppm'] as const;

/** What took effect from the Monday to the Sunday of a week, and stands. */
export const changesOfWeek = (records: readonly DecisionRow[], period: string): SellerChange[] =>
  records.flatMap(({ status, effective_on, seller_id, programme, direction, tier_before, tier_after }) =>
    status === 'in_effect' && effective_on !== null && effective_on > addDays(period, -7) && effective_on <= period
      ? [{ seller_id, programme, direction, from: tier_before, to: tier_after }]
      : [],
  );

async function changesOfRun(run: Run): Promise<SellerChange[]> {
  const rows = run.has('tier_changes') ? await run.rows(tierChanges) : [];
  return rows.flatMap(({ seller_id, programme, direction, previous_tier, tier }) =>
    (direction === 'up' || direction === 'down') && previous_tier !== null
      ? [{ seller_id, programme, direction, from: previous_tier, to: tier }]
      : [],
  );
}

async function namesOf(run: Run, sellers: ReadonlySet<string>): Promise<Map<string, Named>> {
  if (sellers.size === 0) return new Map();
  const rows = await run.columns('scorecards', ['seller_id', 'name', 'home_region', 'orders'], sellers);
  return new Map(
    rows.map(({ seller_id, name, home_region, orders }) => [String(seller_id), { name, home_region, orders } as Named]),
  );
}

/** In which the digest of a region is written: in those of its readers, the usual English first; in that where it has none. */
const localesRead = (
  readers: readonly { region: string; locale: string }[],
  region: string,
  kept: readonly string[],
): string[] => {
  // A run that repeats a week after a language was changed leaves what was mailed in its list, with tonight's numbers.
  const read = new Set([...kept, ...readers.filter((one) => one.region === region).map(({ locale }) => locale)]);
  const others = [...read].filter((locale) => locale !== USUAL_LOCALE).sort();
  return read.size === 0 || read.has(USUAL_LOCALE) ? [USUAL_LOCALE, ...others] : others;
};

/** Of all regions, and of each: the files are written before any mail goes. */
async function pendingMailsOf(
  { store, prefix, locale: given }: Pick<SendingDigests, 'store' | 'prefix' | 'locale'>,
  plan: MailPlan,
): Promise<PendingMail[]> {
  const run = await openRun(store, prefix);
  const readers = plan.digest.readers.map((one) => ({ ...one, locale: speechFor(given ?? one.language).locale }));
  const { run_id, run_date, policies } = run;
  const { period } = plan.digest;
  const data = await digestsOf(run, period);
  const fonts = await readFonts();
  const made = new Date(endOfDay(run_date));
  const drawn = new Map<string, Rendered>();
  for (const region of [ALL_REGIONS, ...policies.regions.map(({ code }) => code)]) {
    const written: DigestFiles[] = [];
    const kept = given === undefined ? await localesKept(store, region, period) : [];
    for (const locale of localesRead(readers, region, kept)) {
      const mail = { ...data, region, locale };
      const rendered = await renderDigest(mail);
      drawn.set(`${region} ${locale}`, rendered);
      const page = standalone(rendered.html, rendered.attachments ?? []);
      written.push({ locale, page, pdf: await digestPdf(digestView(mail), fonts, made) });
    }
    if (given === undefined) await keepDigests(store, region, { period, run_id, run_date }, written);
  }
  return readers.map(({ address, region, locale }) => {
    const key = { campaign: 'digest', period, recipient: `${address} ${region}` };
    return {
      key,
      render: async () => ({
        ...drawn.get(`${region} ${locale}`)!,
        from: policies.mails.from,
        to: mailableAddress(address) ?? address,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Run-Id': run_id },
        date: endOfDay(run_date),
        key,
      }),
    };
  });
}
