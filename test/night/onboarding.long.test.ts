import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policiesOf } from '../cases/policies.js';
import { scorecards } from '../helpers/scorecards.js';
import { applicantsByHand, countsByHand, drawnOnboarding, landedOnboarding } from './onboarding-by-hand.js';
import { ask, filesOf, TestMarketplace } from './test-marketplace.js';

const NIGHT = '2026-11-15';
const DRAWN = drawnOnboarding(11, NIGHT, 300);

describe('onboarding over drawn applications', () => {
  let marketplace: TestMarketplace;
  let prefix: string;
  const said = (...args: string[]) => scorecards('onboarding', ...args, '--store', marketplace.store);
  const read = async (dataset: string, columns: string, order: string) =>
    ask(`SELECT ${columns} FROM ${await marketplace.relation(prefix, dataset)} ORDER BY ${order}`);

  beforeAll(async () => {
    marketplace = await TestMarketplace.make({ files: filesOf(policiesOf('GB', 'DE')) });
    await marketplace.land(landedOnboarding(DRAWN, NIGHT));
    ({ prefix } = await marketplace.published(NIGHT));
  });
  afterAll(() => marketplace?.gone());

  const applicants = applicantsByHand(DRAWN, NIGHT);
  const counts = countsByHand(applicants);
  const expectRows = async (dataset: string, order: string, expected: readonly Record<string, unknown>[]) => {
    const types = Object.entries(expected[0]!).map(([name, value]) =>
      typeof value === 'number' ? `CAST(${name} AS INTEGER) AS ${name}` : name,
    );
    const days = (row: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'bigint' ? Number(value) : value,
        ]),
      );
    expect((await read(dataset, types.join(', '), order)).map(days)).toEqual(expected);
  };

  it('each application has the days, the queue and the verdict that its rows say', async () => {
    expect(applicants.length).toBeGreaterThan(250);
    expect(new Set(applicants.map(({ waits_for, is_overdue }) => `${waits_for} ${is_overdue}`)).size).toBe(4);
    await expectRows('applicants', 'applicant_id', applicants);
  });

  it('the weeks, steps, reasons and cohorts are counts of them, of every region and channel', async () => {
    expect(counts.cohorts.some(({ still_selling, passed }) => Number(still_selling) > 0 && still_selling !== passed)).toBe(true);
    await expectRows('onboarding_funnel', 'region, channel, week', counts.funnel);
    await expectRows('onboarding_steps', 'region, channel, step', counts.steps);
    await expectRows('onboarding_rejections', 'region, channel, reject_code', counts.rejections);
    await expectRows('onboarding_cohorts', 'region, channel, month, days', counts.cohorts);
  });

  it('are told in words, with who waits for too long', async () => {
    const { out, code } = await said('--region', 'GB');
    expect(code).toBe(0);
    const step = counts.steps.find((row) => row.region === 'GB' && row.channel === 'ALL' && row.step === 'approved')!;
    expect(out).toContain(`: ${step.applications} applications for GB made in the last 730 days.`);
    expect(out).toMatch(new RegExp(`approved +${step.reached} .* ${step.median_days} days +${step.p90_days} days\n`));
    const late = applicants.filter(({ region, is_overdue }) => region === 'GB' && is_overdue);
    expect(late.length).toBeGreaterThan(2);
    expect(out).toContain(`${late.length} of them for more than the 10 days of policy`);
  });

  it('of a region or channel that there is not are refused with those that there are', async () => {
    const region = await said('--region', 'UK');
    expect(region.code).toBe(2);
    expect(region.err).toContain('--region UK: is no region of the run; did you mean GB?');
    expect((await said('--channel', 'post')).err).toContain(
      '--channel post: nobody came by it; there are fair, not_said and web',
    );
  });

  it('are rows of applicants in JSON', async () => {
    const json = JSON.parse((await said('--channel', 'web', '--json')).out) as { applicants: object[]; steps: object[] };
    expect(json.applicants).toHaveLength(applicants.filter(({ channel }) => channel === 'web').length);
    expect(json.steps).toHaveLength(6);
  });
});

it('onboarding without landed applications is said to be none, and how it lands', async () => {
  const marketplace = await TestMarketplace.make({ files: filesOf(policiesOf('GB', 'DE')) });
  try {
    await marketplace.land(landedOnboarding({ applications: [], checks: [], orders: DRAWN.orders }, NIGHT).slice(0, 1));
    await marketplace.published(NIGHT);
    const { out, code } = await scorecards('onboarding', '--store', marketplace.store);
    expect(code).toBe(0);
    expect(out).toContain('no application in the days that policy looks back on. They land as the dataset applications.');
  } finally {
    await marketplace.gone();
  }
});
