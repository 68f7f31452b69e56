import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AccountLimits, NIGHT, tooLow } from '../../../infra/aws/account/limits.js';
import { HOME } from '../../../infra/shared/home.js';

const ENOUGH: AccountLimits = {
  functionsAtOnce: async () => 1000,
  mails: async () => ({ production: true, sending: true, aDay: 500_000, aSecond: 100 }),
  queriesAtOnce: async () => 150,
};
const linesWith = (limits: Partial<AccountLimits>) => tooLow({ ...ENOUGH, ...limits }, 'eu-west-1');
const mails = (of: object) => linesWith({ mails: async () => ({ ...(await ENOUGH.mails()), ...of }) });

describe('what a deployment says of the limits of an account', () => {
  it('is nothing where a night has all that it uses', async () => {
    expect(await linesWith({})).toEqual([]);
    expect(await linesWith({ functionsAtOnce: async () => 20, queriesAtOnce: async () => 16 })).toEqual([]);
    expect(await linesWith({ queriesAtOnce: async () => undefined })).toEqual([]);
  });

  it('of a fresh account: ten functions at once, with what a night uses and what to ask for', async () => {
    expect(await linesWith({ functionsAtOnce: async () => 10 })).toEqual([
      'eu-west-1: Lambda runs 10 functions at once and a night uses 20: it ends, later, since functions wait for each other; ask for 1,000: Service Quotas, eu-west-1, AWS Lambda, "Concurrent executions"',
    ]);
    expect(await linesWith({ functionsAtOnce: async () => 19 })).toHaveLength(1);
  });

  it('of a sandbox: how many mails, and to whom', async () => {
    expect(await mails({ production: false, aDay: 200, aSecond: 1 })).toEqual([
      'eu-west-1: SES is in its sandbox: 200 mails a day at 1 a second, to verified addresses only; ask for production access in the SES console of eu-west-1, or run nights with "mails": false',
    ]);
  });

  it('of an account that just left the sandbox: how long its mails take, and with how many sellers to ask for more', async () => {
    expect(await mails({ aDay: 50_000, aSecond: 14 })).toEqual([
      'eu-west-1: SES sends 50,000 mails a day at 14 a second, so all of them in 1.0 hours, and a plan of more is refused before its first mail; with more sellers than that ask for 100,000: Service Quotas, eu-west-1, Amazon SES, "Sending quota"',
    ]);
    expect(await mails({ aDay: 50_001 })).toEqual([]);
    expect(await mails({ aDay: -1 }), 'no limit').toEqual([]);
  });

  it('of an account that SES has stopped: that no mail goes out', async () => {
    expect(await mails({ sending: false })).toEqual([expect.stringMatching(/SES has stopped sending/)]);
  });

  it('of few queries at once: that analysts ask as well', async () => {
    expect(await linesWith({ queriesAtOnce: async () => 15 })).toEqual([
      'eu-west-1: Athena takes 15 queries at once, and a night asks 8 beside those of analysts; ask for 16: Service Quotas, eu-west-1, Amazon Athena, "Active DML queries"',
    ]);
  });

  it('of a limit that may not be read: a line with the permission, and the others as ever', async () => {
    const denied = () =>
      Promise.reject(Object.assign(new Error('User is not authorized\nmore'), { name: 'AccessDeniedException' }));
    expect(await tooLow({ functionsAtOnce: async () => 10, mails: denied, queriesAtOnce: denied }, 'eu-west-1')).toEqual([
      expect.stringMatching(/Lambda runs 10/),
      'eu-west-1: SES: not looked at: AccessDeniedException: User is not authorized; allow ses:GetAccount to see whether it is enough',
      'eu-west-1: Athena: not looked at: AccessDeniedException: User is not authorized; allow servicequotas:ListServiceQuotas to see whether it is enough',
    ]);
  });

  it('of a limit that cannot be read for another reason: the reason alone', async () => {
    expect(await linesWith({ functionsAtOnce: () => Promise.reject(new Error('connect ETIMEDOUT')) })).toEqual([
      'eu-west-1: Lambda: not looked at: Error: connect ETIMEDOUT',
    ]);
  });

  it('is held against what the workflow has at once', () => {
    const definition = readFileSync(join(HOME, 'infra/nightly.asl.json'), 'utf8');
    interface State {
      Type: string;
      MaxConcurrency?: number;
      ItemProcessor?: { States: Record<string, State> };
    }
    const maps = (states: Record<string, State>): State[] =>
      Object.values(states).flatMap((state) => (state.ItemProcessor ? [state, ...maps(state.ItemProcessor.States)] : []));
    const largest = (asks: boolean) =>
      Math.max(
        ...maps(JSON.parse(definition).States)
          .filter(({ ItemProcessor }) => Object.hasOwn(ItemProcessor!.States, 'RunQuery') === asks)
          .map(({ MaxConcurrency }) => MaxConcurrency!),
      );
    expect({ functions: largest(false), queries: largest(true) }).toEqual(NIGHT);
  });
});
