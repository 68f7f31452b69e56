import { describe, expect, it } from 'vitest';
import type { MailPlan, MailShard } from '../../contracts/run/mail-plan.js';
import { planEmails } from '../../lambdas/plan-emails/handler.js';
import { type ObjectStore, readJson } from '../../lambdas/shared/object-store.js';
import { isoWeek } from '../../wording/calendar.js';
import { freshStore } from '../helpers/fresh-store.js';
import { card, mailRows, policies, type RunRows, seller, writeRun } from '../helpers/mail-run.js';

interface Planned {
  prefix: string;
  shards: string[];
  planned: number;
  digest: boolean;
}

const planned = async (rows: RunRows = mailRows(), options: Parameters<typeof writeRun>[2] = {}) => {
  const store = await freshStore();
  const prefix = await writeRun(store, rows, options);
  const answer = (await planEmails({ store })({ prefix })) as Planned;
  return {
    store,
    prefix,
    answer,
    plan: (await readJson<MailPlan>(store, `${prefix}/mail/plan.json`))!,
    mails: await mailsOf(store, answer),
  };
};

const mailsOf = async (store: ObjectStore, { shards }: Planned) =>
  (await Promise.all(shards.map((key) => readJson<MailShard>(store, key)))).flatMap((shard) => shard!.mails);

describe('planning the mails of a night', () => {
  it('writes of a drop at once, of other changes to who asked for them, and else on the morning of the seller', async () => {
    const { mails } = await planned();
    expect(mails.map((mail) => [mail.seller_id, mail.campaign, mail.period])).toEqual([
      ['S-0001', 'scorecard-change', '2026-11-16'],
      ['S-0002', 'scorecard-change', '2026-11-16'],
      ['S-0004', 'scorecard', '2026-W47'],
    ]);
  });

  it('says of everybody with a scorecard why there is no mail', async () => {
    const { plan, answer } = await planned();
    expect(plan.left_out).toEqual({
      address_unreadable: 1, // two addresses in one
      closed: 1,
      no_address: 1,
      nothing_changed: 2, // no change, and a first scorecard, which is no change
      not_described: 1,
      not_its_day: 1,
      wants_none: 1,
    });
    expect(answer).toMatchObject({ left_out: plan.left_out });
  });

  it('writes nobody a mail whose address could become two, or a header', async () => {
    const rows = mailRows();
    const addresses = [
      'a@x.example,b@x.example',
      'a@x.example\r\nBcc: b@x.example',
      '<a@x.example>',
      'a b@x.example',
      'nobody',
      '@x.example',
    ];
    rows.sellers = addresses.map((email, n) => seller(`S-${n}`, 'Shop', { email }));
    rows.scorecards = addresses.map((_, n) => card(`S-${n}`, 'good'));
    const { plan } = await planned(rows);
    expect(plan.planned).toBe(0);
    expect(plan.left_out).toEqual({ address_unreadable: addresses.length });
  });

  it('writes one mail per seller, however many programmes judge it', async () => {
    const rows = mailRows();
    rows.scorecards.push({ ...card('S-0001', 'good'), programme: 'express' });
    const { mails } = await planned(rows);
    expect(mails.filter((mail) => mail.seller_id === 'S-0001')).toMatchObject([
      { programmes: ['eu-seller-standards', 'express'] },
    ]);
  });

  it('plans the digest for leadership and each region that has a team', async () => {
    const { plan, answer } = await planned();
    expect(answer.digest).toBe(true);
    expect(plan.digest).toEqual({
      period: '2026-11-15',
      readers: [
        { address: 'leadership@market.example', region: 'ALL' },
        { address: 'team-de@market.example', region: 'DE' },
        { address: 'team-gb@market.example', region: 'GB' },
        { address: 'second-gb@market.example', region: 'GB' },
      ],
    });
  });

  it('plans each reader’s digest in its language, and one digest for whoever is named twice', async () => {
    const german = { address: 'bern@market.example', language: 'de-CH' };
    const regional_teams = { DE: [german, 'team-de@market.example', 'Team-DE@market.example'] };
    const { plan } = await planned(mailRows(), { policies: { ...policies, mails: { ...policies.mails, regional_teams } } });
    expect(plan.digest.readers).toEqual([
      { address: 'leadership@market.example', region: 'ALL' },
      { address: 'bern@market.example', region: 'DE', language: 'de-CH' },
      { address: 'Team-DE@market.example', region: 'DE' },
    ]);
  });

  it('keeps a frozen plan: a second look at changed rows answers what was planned first', async () => {
    const { store, prefix, answer, plan } = await planned();
    const rows = mailRows();
    rows.sellers = rows.sellers.map((one) => ({ ...one, email_frequency: 'off' }));
    await writeRun(store, rows);
    expect(await planEmails({ store })({ prefix })).toEqual(answer);
    expect(await readJson<MailPlan>(store, `${prefix}/mail/plan.json`)).toEqual(plan);
  });

  it('plans nobody when no seller was ever described', async () => {
    const rows: Partial<RunRows> = mailRows();
    delete rows.sellers;
    const { answer, plan } = await planned(rows as RunRows);
    expect(answer.planned).toBe(0);
    expect(plan.left_out).toEqual({ not_described: 11 });
  });

  it('carries keys, not rows: 31,000 mails stay under 8 kB of state, in shards that split every seller once', async () => {
    const rows = mailRows();
    const friday = { run_date: '2026-11-19' };
    const ids = Array.from({ length: 31_000 }, (_, n) => `S-${String(n).padStart(6, '0')}`);
    rows.sellers = ids.map((id) => seller(id, 'Shop'));
    rows.scorecards = ids.map((id) => card(id, 'good'));
    const { answer, mails, store } = await planned(rows, friday);
    expect(JSON.stringify(answer).length).toBeLessThan(8_000);
    expect(answer.shards).toHaveLength(60);
    expect(mails.map((mail) => mail.seller_id)).toEqual(ids);
    const some = { sellers: rows.sellers.slice(0, 1001), scorecards: rows.scorecards.slice(0, 1001) };
    const small = (await planned({ ...rows, ...some }, friday)).answer;
    expect(small.shards).toHaveLength(3);
    expect((await readJson<MailShard>(store, answer.shards[0]!))!.mails[0]).toEqual({
      card: expect.stringMatching(/^[0-9a-f]{12}$/),
      campaign: 'scorecard',
      period: '2026-W47',
      seller_id: 'S-000000',
      programmes: ['eu-seller-standards'],
    });
  }, 60_000);

  it('refuses an event without a prefix, naming the field', async () => {
    await expect(planEmails({ store: await freshStore() })({})).rejects.toThrow(/prefix/);
  });
});

describe('weeks', () => {
  it('numbers weeks as ISO 8601 does, also around New Year', () => {
    expect(
      ['2026-11-16', '2026-11-22', '2026-11-23', '2024-12-30', '2027-01-03', '2027-01-04', '2021-01-01'].map(isoWeek),
    ).toEqual(['2026-W47', '2026-W47', '2026-W48', '2025-W01', '2026-W53', '2027-W01', '2020-W53']);
  });
});
