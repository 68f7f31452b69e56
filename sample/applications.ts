import { DAY, HOUR, type Moment } from './calendar.js';
import { REGIONS, type RegionCode } from './markets.js';
import { Random } from './random.js';
import type { Application, Marketplace, Seller, Verification } from './records.js';
import type { Span } from './shops.js';

const CHANNELS = { direct: 0.35, paid_search: 0.25, referral: 0.2, trade_fair: 0.1, partner: 0.07, not_said: 0.03 };
const ENTITIES = { company: 0.5, sole_trader: 0.35, partnership: 0.1, private_person: 0.05 } as const;
const REJECT_CODES = { id_not_matching: 0.3, bank_name_differs: 0.3, register_unknown: 0.25, restricted_goods: 0.15 };
const KINDS = ['id', 'bank', 'tax'] as const;

/** Applicants whom a reader may look for, by what became of them. All applied in GB. */
const NAMED: readonly { applicant_id: string; days_ago: number; completed?: number; rejected?: [number, string] }[] = [
  // Whole for 23 days, and nobody has decided.
  { applicant_id: 'a-waits-too-long', days_ago: 26, completed: 23 },
  // Exactly as long as policy lets an application wait.
  { applicant_id: 'a-waits-ten-days', days_ago: 12, completed: 10 },
  // Its papers never came: it waits, but not for the marketplace.
  { applicant_id: 'a-papers-missing', days_ago: 40 },
  { applicant_id: 'a-turned-away', days_ago: 30, completed: 28, rejected: [25, 'bank_name_differs'] },
];

/**
 * Adds who applied: each seller that joined within the days of the sample, weeks before, about as many who did not come so far, and the
 * named ones. Drawn from a stream of their own, so that nobody else changes.
 */
export function addApplications(into: Marketplace, span: Span): void {
  const { seed, first, last, markets } = span;
  const random = new Random(seed, 'applications');
  const newcomers = into.sellers.filter(({ joined, described }) => described && joined > first && joined <= last);
  for (const seller of newcomers) {
    const application = drawApplication(random, `a-${seller.tag}`, seller.home, span, approvedOn(seller, random, span));
    into.applications.push(application);
    into.verifications.push(...checksOf(application, random, true));
  }
  for (let number = 1; number <= newcomers.length; number++) {
    const home = random.pick(REGIONS);
    const submitted = markets[home].zone.at(random.whole(first, last), random.whole(8, 18), random.whole(0, 59));
    const application = drawApplication(random, `a-${String(number).padStart(4, '0')}`, home, span, { submitted });
    into.applications.push(application);
    into.verifications.push(...checksOf(application, random, application.ended?.status !== 'rejected'));
  }
  for (const { applicant_id, days_ago, completed, rejected } of NAMED) {
    const at = (ago: number): Moment => markets.GB.zone.at(last - ago, 10);
    into.applications.push({
      ...{ applicant_id, region: 'GB', market: markets.GB, channel: 'direct', entity_type: 'company', submitted: at(days_ago) },
      ...(completed === undefined ? {} : { completed: at(completed) }),
      ...(rejected ? { ended: { at: at(rejected[0]), status: 'rejected', by: 'quinn', reject_code: rejected[1] } } : {}),
    });
  }
}

/** A seller joins on the day after it is approved. */
function approvedOn({ seller_id, joined, home }: Seller, random: Random, { markets, first }: Span) {
  const { zone } = markets[home];
  const at = zone.at(joined - 1, random.whole(9, 17), random.whole(0, 59));
  const submitted = Math.max(zone.at(first, 8), at - random.whole(3 * 24, 25 * 24) * HOUR);
  return { seller_id, submitted, approved: at };
}

function drawApplication(
  random: Random,
  applicant_id: string,
  home: RegionCode,
  { markets, last }: Span,
  { seller_id, submitted, approved }: { seller_id?: string; submitted: Moment; approved?: Moment },
): Application {
  const channel = random.oneOf(CHANNELS);
  const market = markets[home];
  const completed = submitted + Math.round(random.next() * ((approved ?? submitted + 12 * DAY) - submitted) * 0.7);
  const drawn = random.oneOf({ rejected: 0.4, approved: 0.15, withdrawn: 0.15, complete: 0.15, submitted: 0.15 });
  const application: Application = {
    applicant_id,
    ...(seller_id ? { seller_id } : {}),
    ...(random.chance(0.97) ? { region: home } : {}),
    ...{ market, submitted, entity_type: random.oneOf(ENTITIES) },
    ...(channel === 'not_said' ? {} : { channel }),
  };
  if (approved !== undefined) {
    const listed = approved + random.whole(1, 6 * 24) * HOUR;
    return {
      ...application,
      completed,
      ended: { at: approved, status: 'approved', by: random.pick(['quinn', 'robin']) },
      listed,
    };
  }
  if (drawn === 'submitted') return application;
  const end = completed + random.whole(24, 9 * 24) * HOUR;
  // Some are approved and never sell; half of them offer something.
  if (drawn === 'approved') {
    const listed = random.chance(0.5) ? { listed: end + random.whole(24, 20 * 24) * HOUR } : {};
    const approved_by = { at: end, status: 'approved', by: 'robin' } as const;
    return { ...application, seller_id: `not-yet-${applicant_id}`, completed, ended: approved_by, ...listed };
  }
  if (drawn === 'withdrawn') return { ...application, ended: { at: end, status: 'withdrawn' } };
  // Nobody waits for weeks but the named ones: what is still undecided was whole within the last week.
  if (drawn === 'complete' && completed > market.zone.endOf(last) - 7 * DAY) return { ...application, completed };
  const reject_code = random.oneOf(REJECT_CODES);
  return { ...application, completed, ended: { at: end, status: 'rejected', by: random.pick(['quinn', 'robin']), reject_code } };
}

/** Asked for within the hour; of one that is rejected one check may have failed. */
function checksOf(application: Application, random: Random, allPass: boolean): Verification[] {
  const { submitted, completed, ended } = application;
  const until = ended?.at ?? completed;
  const failing = allPass ? undefined : random.pick(KINDS);
  return KINDS.map((kind) => {
    const passed = kind !== failing;
    const checked = until === undefined ? undefined : Math.round(submitted + random.between(0.3, 0.95) * (until - submitted));
    return {
      ...{ verification_id: `v-${application.applicant_id}-${kind}`, application, kind, requested: submitted + HOUR },
      ...(checked === undefined ? {} : { checked: Math.max(checked, submitted + HOUR) }),
      passed,
      ...(passed ? {} : { reason: `${kind}_not_matching` }),
    };
  });
}
