import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { paginateListServiceQuotas, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { GetAccountCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { AccountLimits } from './limits.js';

/** Where AWS is asked; tests give an address of their own. */
interface At {
  region: string;
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** The limits of the account that the environment's credentials belong to. */
export function limitsOf(at: At): AccountLimits {
  const client = { ...at, maxAttempts: 2 };
  return {
    async functionsAtOnce() {
      const { AccountLimit } = await new LambdaClient(client).send(new GetAccountSettingsCommand({}));
      return AccountLimit?.UnreservedConcurrentExecutions ?? 0;
    },
    async mails() {
      const account = await new SESv2Client(client).send(new GetAccountCommand({}));
      return {
        production: account.ProductionAccessEnabled === true,
        sending: account.SendingEnabled !== false,
        aDay: account.SendQuota?.Max24HourSend ?? 0,
        aSecond: account.SendQuota?.MaxSendRate ?? 0,
      };
    },
    // why by name: the guide names this quota and does not say its code.
    async queriesAtOnce() {
      const pages = paginateListServiceQuotas({ client: new ServiceQuotasClient(client) }, { ServiceCode: 'athena' });
      for await (const { Quotas = [] } of pages) {
        const found = Quotas.find(({ QuotaName }) => /^active dml queries/i.test(QuotaName ?? ''));
        if (found) return found.Value;
      }
      return undefined;
    },
  };
}
