/** What onboarding comes to, worked out from landed rows and the text of docs/onboarding.md alone. */
import { Random } from '../../sample/random.js';

export interface LandedApplication {
  applicant_id: string;
  seller_id?: string;
  region?: string;
  channel?: string;
  submitted_at: string;
  completed_at?: string;
  status: string;
  decided_at?: string;
  reject_code?: string;
  first_listed_at?: string;
  updated_at: string;
}
export interface LandedCheck {
  verification_id: string;
  applicant_id?: string;
  seller_id?: string;
  kind: string;
  requested_at: string;
  checked_at?: string;
  result: string;
  updated_at: string;
}
export interface LandedOrder {
  seller_id: string;
  order_id: string;
  region: string;
  placed_at: string;
}

const ZONES: Readonly<Record<string, string>> = { GB: 'Europe/London', DE: 'Europe/Berlin' };
const dayIn = (zone: string, moment: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(moment),
  );
const plus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const between = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const monday = (day: string): string => plus(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** Applications of some months with everything that may be said or left out of them, the checks and the orders of their sellers. */
export function drawnOnboarding(seed: number, last: string, count: number) {
  const random = new Random(seed, 'onboarding');
  const at = (from: number, to: number): string => {
    const day = plus(last, -random.whole(to, from));
    // Often within two hours of midnight, where days differ by zone.
    const hour = random.chance(0.5) ? random.pick([22, 23, 0, 1]) : random.whole(0, 23);
    return `${day}T${String(hour).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}:00Z`;
  };
  const later = (moment: string, most: number): string =>
    new Date(Date.parse(moment) + random.whole(0, most * 24 * 60) * 60_000).toISOString().replace('.000', '');
  const applications: LandedApplication[] = [];
  const checks: LandedCheck[] = [];
  const orders: LandedOrder[] = [];
  for (let nth = 0; nth < count; nth++) {
    const applicant_id = `a${nth}`;
    const submitted_at = at(120, 0);
    const seller_id = random.chance(0.6) ? `s${random.whole(0, count)}` : undefined;
    const region = random.oneOf({ GB: 0.45, DE: 0.45, none: 0.1 });
    const channel = random.oneOf({ fair: 0.4, web: 0.4, ALL: 0.05, none: 0.15 });
    applications.push({
      applicant_id,
      ...(seller_id ? { seller_id } : {}),
      ...(region === 'none' ? {} : { region }),
      ...(channel === 'none' ? {} : { channel }),
      submitted_at,
      status: random.pick(['submitted', 'complete', 'approved', 'approved', 'rejected', 'withdrawn']),
      ...(random.chance(0.7) ? { completed_at: later(submitted_at, 9) } : {}),
      ...(random.chance(0.6) ? { decided_at: later(submitted_at, 20) } : {}),
      ...(random.chance(0.4) ? { reject_code: random.pick(['bank', 'id']) } : {}),
      ...(random.chance(0.4) ? { first_listed_at: later(submitted_at, 30) } : {}),
      updated_at: submitted_at,
    });
    for (const kind of ['id', 'bank', 'tax', 'address']) {
      if (random.chance(0.2)) continue;
      const by = random.chance(0.7) || !seller_id ? { applicant_id } : { seller_id };
      checks.push({
        ...{ verification_id: `v${nth}${kind}`, ...by, kind, requested_at: submitted_at, updated_at: submitted_at },
        result: random.oneOf({ passed: 0.8, failed: 0.1, open: 0.1 }),
        ...(random.chance(0.8) ? { checked_at: later(submitted_at, 12) } : {}),
      });
    }
  }
  for (let nth = 0; nth < count * 4; nth++) {
    const region = random.pick(['GB', 'DE']);
    orders.push({ seller_id: `s${random.whole(0, count)}`, order_id: `o${nth}`, region, placed_at: at(118, 0) });
  }
  return { applications, checks, orders };
}

const lines = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

/** The same as files that land on the last day. */
export function landedOnboarding({ applications, checks, orders }: ReturnType<typeof drawnOnboarding>, last: string) {
  const whole = orders.map((order) => ({
    ...order,
    ...{ fulfilment: 'seller', gmv_minor: 1000, currency: order.region === 'DE' ? 'EUR' : 'GBP', updated_at: order.placed_at },
  }));
  return [
    [`orders/dt=${last}/a.jsonl`, lines(whole)],
    [`applications/dt=${last}/a.jsonl`, lines(applications)],
    [`verifications/dt=${last}/a.jsonl`, lines(checks)],
  ] as const;
}

type Row = Record<string, string | number | boolean | null>;

/** The rows of `applicants`. */
export function applicantsByHand({ applications, checks, orders }: ReturnType<typeof drawnOnboarding>, last: string) {
  const policy = { decide_within: 10, kinds: ['id', 'bank', 'tax'] };
  const rows: Row[] = [];
  const noted = applications.some((a) => a.completed_at && dayIn(ZONES[a.region ?? ''] ?? 'UTC', a.completed_at) <= last);
  for (const a of applications) {
    const region = a.region && ZONES[a.region] ? a.region : null;
    const day = (moment: string | undefined): string | null => {
      if (!moment) return null;
      const local = dayIn(region ? ZONES[region]! : 'UTC', moment);
      return local <= last ? local : null;
    };
    const applied = day(a.submitted_at);
    if (applied === null) continue;
    const firstPassed = policy.kinds.map((kind) =>
      checks
        .filter((c) => c.result === 'passed' && c.kind === kind)
        .filter((c) => (c.applicant_id ? c.applicant_id === a.applicant_id : c.seller_id === a.seller_id))
        .map((c) => c.checked_at ?? c.updated_at)
        .sort((x, y) => Date.parse(x) - Date.parse(y))
        .at(0),
    );
    const verified = firstPassed.includes(undefined)
      ? null
      : day((firstPassed as string[]).sort((x, y) => Date.parse(x) - Date.parse(y)).at(-1));
    const sold = orders
      .filter((o) => o.seller_id === a.seller_id)
      .map((o) => dayIn(ZONES[o.region]!, o.placed_at))
      .filter((placed) => placed >= applied && placed <= last)
      .sort()[0];
    const stillSelling = (first: string | undefined) =>
      Object.fromEntries(
        [30, 60, 90].map((days) => {
          if (!first || plus(first, days + 29) > last) return [`sold_after_${days}`, null];
          const sold_again = orders.some((o) => {
            const after = between(first, dayIn(ZONES[o.region]!, o.placed_at));
            return o.seller_id === a.seller_id && after >= days && after < days + 30;
          });
          return [`sold_after_${days}`, sold_again];
        }),
      );
    const whole = day(a.completed_at);
    const open = a.status === 'complete' || a.status === 'submitted';
    const waits_for = !open ? null : a.status === 'complete' || !noted ? 'marketplace' : 'applicant';
    const since = waits_for === 'marketplace' ? (whole ?? applied) : applied;
    const days_waiting = waits_for ? between(since, last) : null;
    rows.push({
      ...{ applicant_id: a.applicant_id, seller_id: a.seller_id ?? null, region, status: a.status },
      channel: a.channel && a.channel !== 'ALL' ? a.channel : 'not_said',
      ...{ reject_code: a.reject_code ?? null, week: monday(applied), applied_on: applied, completed_on: whole },
      ...{ verified_on: verified, decided_on: day(a.decided_at), listed_on: day(a.first_listed_at), sold_on: sold ?? null },
      ...stillSelling(sold),
      ...{ waits_for, days_waiting, is_overdue: waits_for === 'marketplace' && days_waiting! > policy.decide_within },
    });
  }
  return rows.sort((x, y) => (String(x.applicant_id) < String(y.applicant_id) ? -1 : 1));
}

const REGIONS = ['ALL', 'DE', 'GB'];
const CHANNELS = ['ALL', 'fair', 'not_said', 'web'];
const TAKEN: Readonly<Record<string, (row: Row) => boolean>> = {
  applied: () => true,
  completed: (row) => row.completed_on !== null,
  verified: (row) => row.verified_on !== null,
  approved: (row) => row.status === 'approved',
  listed: (row) => row.listed_on !== null,
  sold: (row) => row.sold_on !== null,
};
const DAY_OF: Readonly<Record<string, string>> = { approved: 'decided_on' };
/** The least number of days that so large a part did not take longer than. */
const nearestRank = (days: readonly number[], part: number): number | null =>
  [...days].sort((a, b) => a - b)[Math.ceil(part * days.length) - 1] ?? null;

/** What applicants come to, of every region and channel that has any. */
export function countsByHand(rows: readonly Row[]) {
  const funnel: Row[] = [];
  const steps: Row[] = [];
  const rejections: Row[] = [];
  const cohorts: Row[] = [];
  for (const region of REGIONS)
    for (const channel of CHANNELS) {
      const of = rows.filter(
        (row) => (region === 'ALL' || row.region === region) && (channel === 'ALL' || row.channel === channel),
      );
      if (of.length === 0) continue;
      const count = (some: readonly Row[], which: (row: Row) => boolean) => some.filter(which).length;
      for (const week of [...new Set(of.map((row) => String(row.week)))].sort()) {
        const made = of.filter((row) => row.week === week);
        funnel.push({
          ...{ region, channel, week },
          ...Object.fromEntries(Object.entries(TAKEN).map(([step, taken]) => [step, count(made, taken)])),
          rejected: count(made, (row) => row.status === 'rejected'),
          withdrawn: count(made, (row) => row.status === 'withdrawn'),
          waiting: count(made, (row) => row.waits_for !== null),
          overdue: count(made, (row) => row.is_overdue === true),
        });
      }
      for (const [step, taken] of Object.entries(TAKEN).sort(([a], [b]) => (a < b ? -1 : 1))) {
        const days = of
          .filter((row) => taken(row) && row[DAY_OF[step] ?? `${step}_on`] !== null)
          .map((row) => between(String(row.applied_on), String(row[DAY_OF[step] ?? `${step}_on`])));
        steps.push({
          ...{ region, channel, step, applications: of.length, reached: count(of, taken), timed: days.length },
          ...{ median_days: nearestRank(days, 0.5), p90_days: nearestRank(days, 0.9) },
        });
      }
      const rejected = of.filter((row) => row.status === 'rejected');
      for (const code of [...new Set(rejected.map((row) => String(row.reject_code ?? 'not_said')))].sort())
        rejections.push({
          ...{ region, channel, reject_code: code },
          applications: count(rejected, (row) => (row.reject_code ?? 'not_said') === code),
        });
      const sold = of.filter((row) => row.sold_on !== null);
      for (const month of [...new Set(sold.map((row) => `${String(row.sold_on).slice(0, 7)}-01`))].sort())
        for (const days of [30, 60, 90]) {
          const first = sold.filter((row) => String(row.sold_on).startsWith(month.slice(0, 7)));
          const passed = first.filter((row) => row[`sold_after_${days}`] !== null);
          const still = passed.filter((row) => row[`sold_after_${days}`]);
          cohorts.push({
            ...{ region, channel, month, days, sellers: first.length, passed: passed.length },
            still_selling: still.length,
          });
        }
    }
  return { funnel, steps, rejections, cohorts };
}
