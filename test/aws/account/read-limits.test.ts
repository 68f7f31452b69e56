import { afterEach, describe, expect, it } from 'vitest';
import { tooLow } from '../../../infra/aws/account/limits.js';
import { limitsOf } from '../../../infra/aws/account/read-limits.js';
import { type Asked, answering, jsonError } from '../servers/answering.js';

describe('the limits of an account', () => {
  let stop: () => Promise<void> = async () => {};
  afterEach(() => stop());

  async function limitsOver(answer: (asked: Asked) => object) {
    const server = await answering(answer as never);
    stop = server.stop;
    return limitsOf(server.client as never);
  }
  const ok = (body: object) => ({ status: 200, body, headers: { 'content-type': 'application/json' } });

  it('are read from Lambda without what is reserved, from SES, and from Service Quotas by the name of the quota', async () => {
    const limits = await limitsOver(({ operation, path, body }) => {
      if (path.includes('account-settings'))
        return ok({ AccountLimit: { ConcurrentExecutions: 110, UnreservedConcurrentExecutions: 10 } });
      if (path.includes('/v2/email/account'))
        return ok({ ProductionAccessEnabled: false, SendingEnabled: true, SendQuota: { Max24HourSend: 200, MaxSendRate: 1 } });
      expect(operation).toContain('ListServiceQuotas');
      const { NextToken } = JSON.parse(body);
      return NextToken
        ? ok({ Quotas: [{ QuotaName: 'Active DML queries', Value: 25 }] })
        : ok({ Quotas: [{ QuotaName: 'Active DDL queries', Value: 20 }], NextToken: 'more' });
    });
    expect(await limits.functionsAtOnce()).toBe(10);
    expect(await limits.mails()).toEqual({ production: false, sending: true, aDay: 200, aSecond: 1 });
    expect(await limits.queriesAtOnce()).toBe(25);
  });

  it('that may not be read are lines, and no failure', async () => {
    const limits = await limitsOver(() => jsonError(403, 'AccessDeniedException', 'not authorized to perform this'));
    const lines = await tooLow(limits, 'eu-west-1');
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).toMatch(/^eu-west-1: \w+: not looked at: AccessDenied\w*: .*; allow \w+:\w+ to see/);
  });
});
