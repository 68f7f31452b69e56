import {
  GetAccountCommand,
  type GetAccountCommandOutput,
  SESv2Client,
  type SESv2ClientConfig,
  SendEmailCommand,
} from '@aws-sdk/client-sesv2';
import { SELLER_TAG, sellerTag } from '../../../lambdas/mail-feedback/feedback.js';
import type { Capacity, Delivery, Mailer, Message } from '../../../lambdas/shared/mailer.js';
import { compose } from '../../../lambdas/shared/mime.js';
import { keyHash, type LedgerKey } from '../../../lambdas/shared/send-ledger.js';
import { SendRate } from './send-rate.js';
import { deliveryOf } from './ses-delivery.js';

/** Letters that SES takes in a tag. */
const LONGEST_TAG = 256;
/** Whose mail it is, so that what comes back of it is known of that seller. Of a seller whose id is longer than any, nobody. */
function sellerOf({ campaign, recipient }: LedgerKey): { Name: string; Value: string }[] {
  const value = sellerTag(recipient);
  return campaign.startsWith('scorecard') && value.length <= LONGEST_TAG ? [{ Name: SELLER_TAG, Value: value }] : [];
}

export interface SesSettings {
  /** Where SES reports bounces and complaints, and by which it is watched. */
  configurationSet: string;
  /** The identity of the sender when it belongs to another account. */
  fromArn?: string;
  /** How many of these send at the same time; each keeps to its share of the account's rate. */
  senders: number;
  /** Milliseconds until a silent SES counts as doubt. */
  patience?: number;
}

/**
 * Mails through SES, one call each, as the very bytes that a laptop's outbox would hold. The client never repeats a call by itself: SES
 * has no token to tell a repeated message from a new one. Keeps to its share of the account's sending rate.
 */
export class SesMailer implements Mailer {
  private readonly ses: SESv2Client;
  private readonly asking: SESv2Client;
  private account: Promise<GetAccountCommandOutput> | undefined;
  private rate: SendRate | undefined;

  constructor(
    config: SESv2ClientConfig,
    private readonly settings: SesSettings,
  ) {
    const requestTimeout = settings.patience ?? 30_000;
    const requestHandler = { connectionTimeout: 5_000, requestTimeout, throwOnRequestTimeout: true };
    this.ses = new SESv2Client({ ...config, maxAttempts: 1, requestHandler });
    this.asking = new SESv2Client(config);
  }

  async send(message: Message): Promise<Delivery> {
    try {
      await (await this.turns()).turn();
    } catch (error) {
      const because = `the account's sending rate could not be read: ${(error as Error).message}`;
      return { kind: 'not_sent', because, retryable: true };
    }
    let data: Buffer;
    try {
      data = await compose(message);
    } catch (error) {
      return { kind: 'not_sent', because: `could not be composed: ${(error as Error).message}`, retryable: false };
    }
    const { configurationSet, fromArn } = this.settings;
    const command = new SendEmailCommand({
      Destination: { ToAddresses: [message.to] },
      Content: { Raw: { Data: data } },
      ConfigurationSetName: configurationSet,
      ...(fromArn ? { FromEmailAddressIdentityArn: fromArn } : {}),
      // why a hash: what SES reports of a message later is to be found in the ledger, and names nobody.
      EmailTags: [
        { Name: 'campaign', Value: message.key.campaign.replaceAll(/[^A-Za-z0-9_-]/g, '-') },
        { Name: 'ledger', Value: keyHash(message.key) },
        ...sellerOf(message.key),
      ],
    });
    try {
      const { MessageId } = await this.ses.send(command);
      if (!MessageId) return { kind: 'in_doubt', because: 'SES answered without a message id' };
      return { kind: 'sent', messageId: MessageId };
    } catch (error) {
      return deliveryOf(error);
    }
  }

  async capacity(): Promise<Capacity> {
    const quota = (await this.accountFacts()).SendQuota;
    const { Max24HourSend = 0, SentLast24Hours = 0 } = quota ?? {};
    return {
      left: Max24HourSend === -1 ? 'unlimited' : Math.max(0, Math.floor(Max24HourSend - SentLast24Hours)),
      perSecond: await this.share(),
    };
  }

  private async turns(): Promise<SendRate> {
    const perSecond = await this.share();
    this.rate ??= new SendRate(perSecond);
    return this.rate;
  }

  /** Of the account's mails a second, those of one sender. */
  private async share(): Promise<number> {
    return ((await this.accountFacts()).SendQuota?.MaxSendRate ?? 1) / this.settings.senders;
  }

  /** Asked once; asked again only when it failed. */
  private accountFacts(): Promise<GetAccountCommandOutput> {
    this.account ??= this.asking.send(new GetAccountCommand({})).catch((error) => {
      this.account = undefined;
      throw error;
    });
    return this.account;
  }
}
