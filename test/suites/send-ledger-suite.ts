import { beforeEach, describe, expect, it } from 'vitest';
import { LedgerContradicted, type LedgerKey, type SendLedger } from '../../lambdas/shared/send-ledger.js';

/** Everything lambdas/shared/send-ledger.ts promises, against any implementation. `make` answers an empty ledger of its own. */
export function describeLedger(name: string, make: () => Promise<SendLedger>): void {
  describe(`${name} keeps the promises of a send ledger`, () => {
    let ledger: SendLedger;
    const key: LedgerKey = { campaign: 'scorecard', period: '2026-W47', recipient: 'S-0001' };
    const other = (change: Partial<LedgerKey>): LedgerKey => ({ ...key, ...change });

    beforeEach(async () => {
      ledger = await make();
    });

    it('gives a fresh key to the first who claims it', async () => {
      expect(await ledger.claim(key, 'plan-1')).toBe('claimed');
    });

    it('lets exactly one of fifty simultaneous claims send', async () => {
      const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => ledger.claim(key, `plan-${n}`)));
      expect(answers.filter((answer) => answer === 'claimed')).toHaveLength(1);
      const winner = answers.indexOf('claimed');
      expect((await ledger.list('scorecard', '2026-W47'))[0]?.plan_id).toBe(`plan-${winner}`);
    });

    it('never gives a sent mail away again, whatever plan asks', async () => {
      await ledger.claim(key, 'plan-1');
      await ledger.markSent(key, '<id-1@market.example>');
      const answer = await ledger.claim(key, 'plan-2');
      expect(answer).toMatchObject({ already: 'sent', entry: { plan_id: 'plan-1', message_id: '<id-1@market.example>' } });
    });

    it('answers that a claim without an outcome is taken: its sender may have died after sending', async () => {
      await ledger.claim(key, 'plan-1');
      expect(await ledger.claim(key, 'plan-1')).toMatchObject({ already: 'claimed', entry: { plan_id: 'plan-1', claims: 1 } });
    });

    it('never gives a doubtful mail away again, and keeps the reason', async () => {
      await ledger.claim(key, 'plan-1');
      await ledger.markInDoubt(key, 'no answer within 30 s');
      expect(await ledger.claim(key, 'plan-2')).toMatchObject({
        already: 'in_doubt',
        entry: { because: 'no answer within 30 s' },
      });
    });

    it('lets a mail that was surely not sent be claimed again, and counts the claims', async () => {
      await ledger.claim(key, 'plan-1');
      await ledger.markFailed(key, 'throttled');
      expect(await ledger.claim(key, 'plan-2')).toBe('claimed');
      expect(await ledger.list('scorecard', '2026-W47')).toMatchObject([{ state: 'claimed', plan_id: 'plan-2', claims: 2 }]);
      expect((await ledger.list('scorecard', '2026-W47'))[0]).not.toHaveProperty('because');
    });

    it('gives a failed mail to exactly one of twenty who claim it again at once', async () => {
      await ledger.claim(key, 'plan-1');
      await ledger.markFailed(key, 'throttled');
      const answers = await Promise.all(Array.from({ length: 20 }, () => ledger.claim(key, 'plan-2')));
      expect(answers.filter((answer) => answer === 'claimed')).toHaveLength(1);
    });

    it('ends a doubt when the sender learns that the mail went out', async () => {
      await ledger.claim(key, 'plan-1');
      await ledger.markInDoubt(key, 'no answer');
      await ledger.markSent(key, 'id-1');
      expect(await ledger.claim(key, 'plan-1')).toMatchObject({ already: 'sent' });
    });

    it('takes the same news twice', async () => {
      await ledger.claim(key, 'plan-1');
      await ledger.markSent(key, 'id-1');
      await ledger.markSent(key, 'id-1');
      expect(await ledger.list('scorecard', '2026-W47')).toHaveLength(1);
    });

    it('refuses to call a sent mail anything else', async () => {
      await ledger.claim(key, 'plan-1');
      await ledger.markSent(key, 'id-1');
      await expect(ledger.markFailed(key, 'x')).rejects.toThrow(LedgerContradicted);
      await expect(ledger.markInDoubt(key, 'x')).rejects.toThrow(LedgerContradicted);
      await expect(ledger.markSent(key, 'id-2')).rejects.toThrow(LedgerContradicted);
      expect(await ledger.claim(key, 'plan-1')).toMatchObject({ already: 'sent', entry: { message_id: 'id-1' } });
    });

    it('refuses an outcome for a mail that nobody claimed', async () => {
      await expect(ledger.markSent(key, 'id')).rejects.toThrow(LedgerContradicted);
      await expect(ledger.markFailed(key, 'x')).rejects.toThrow(LedgerContradicted);
      await expect(ledger.markInDoubt(key, 'x')).rejects.toThrow(LedgerContradicted);
      expect(await ledger.list('scorecard', '2026-W47')).toEqual([]);
    });

    it('keeps campaigns, periods and recipients apart, however their names are glued', async () => {
      const keys = [
        key,
        other({ campaign: 'digest' }),
        other({ period: '2026-W48' }),
        other({ recipient: 'S-0002' }),
        other({ recipient: 's-0001' }),
        other({ campaign: 'scorecard/2026-W47', period: 'S-0001' }),
        other({ recipient: 'S-0001 ' }),
        other({ recipient: 'team-de@market.example DE' }),
        other({ recipient: '店铺/🧾' }),
      ];
      for (const one of keys) expect(await ledger.claim(one, 'plan-1')).toBe('claimed');
      for (const one of keys) expect(await ledger.claim(one, 'plan-1')).toMatchObject({ already: 'claimed', entry: one });
    });

    it('lists one campaign and period, sorted by recipient, each with its state', async () => {
      for (const recipient of ['S-3', 'S-10', 'S-2', 'S-1']) await ledger.claim(other({ recipient }), 'plan-1');
      await ledger.claim(other({ recipient: 'S-0', period: '2026-W4' }), 'plan-1');
      await ledger.markSent(other({ recipient: 'S-2' }), 'id');
      await ledger.markFailed(other({ recipient: 'S-3' }), 'refused');
      await ledger.markInDoubt(other({ recipient: 'S-10' }), 'silence');
      const listed = await ledger.list('scorecard', '2026-W47');
      expect(listed.map((entry) => [entry.recipient, entry.state])).toEqual([
        ['S-1', 'claimed'],
        ['S-10', 'in_doubt'],
        ['S-2', 'sent'],
        ['S-3', 'failed'],
      ]);
      expect(await ledger.list('digest', '2026-W47')).toEqual([]);
    });
  });
}
