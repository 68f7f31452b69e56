import { describe, expect, it } from 'vitest';
import { sellerTag } from '../../lambdas/mail-feedback/feedback.js';
import { mailFeedback } from '../../lambdas/mail-feedback/handler.js';
import {
  addressHash,
  asking,
  changePreferences,
  preferencesKey,
  readPreferences,
} from '../../lambdas/shared/mail-preferences.js';
import { freshStore } from '../helpers/fresh-store.js';

const SELLER = 'Müller & Söhne';
const AT = '2026-11-17T06:00:00.000Z';
const to = (emailAddress: string) => [{ emailAddress }];
/** As SES reports through EventBridge, cut to what matters and with more beside it. */
const event = (what: object, tags: object = { seller: [sellerTag(SELLER)], campaign: ['scorecard'] }) => ({
  ...{ source: 'aws.ses', 'detail-type': 'Email Bounced' },
  detail: { mail: { tags, destination: ['shop@sellers.example'], messageId: 'm' }, ...what },
});
const bounce = (bounceType: string, bounceSubType = 'General', address = 'shop@sellers.example') =>
  event({ bounce: { bounceType, bounceSubType, bouncedRecipients: to(address), timestamp: AT } });
const complaint = (complaintFeedbackType: string | null) =>
  event({ complaint: { complainedRecipients: to('shop@sellers.example'), complaintFeedbackType, timestamp: AT } });

async function reported(...events: object[]) {
  const store = await freshStore();
  for (const one of events) await mailFeedback({ store })(one);
  return { store, known: await readPreferences(store, SELLER) };
}
const bounced = { address_hash: addressHash(SELLER, 'shop@sellers.example'), at: AT, because: 'General' };

describe('what mail systems report', () => {
  it('a mail that came back for good suppresses its address, with day and reason, and keeps what the seller asked for', async () => {
    expect((await reported(bounce('Permanent'))).known).toEqual({ seller_id: SELLER, bounced });
    expect((await reported(bounce('Permanent', 'General', 'Shop <Shop@Sellers.example>'))).known).toEqual({
      seller_id: SELLER,
      bounced,
    });
    const { store } = await reported();
    await changePreferences(store, SELLER, asking('daily', 'page', AT));
    await mailFeedback({ store })(bounce('Permanent'));
    expect(await readPreferences(store, SELLER)).toMatchObject({ bounced, asked: { frequency: 'daily' } });
  });

  it('holds no address', async () => {
    const { store } = await reported(bounce('Permanent'));
    expect((await store.read(preferencesKey(SELLER)))!.body.toString()).not.toContain('@');
  });

  it.each(['Transient', 'Undetermined'])('a mail that came back for now (%s) changes nothing', async (type) => {
    expect((await reported(bounce(type, 'MailboxFull'))).known).toBeUndefined();
  });

  it('a mail reported as unwanted stops all; one reported as wanted changes nothing', async () => {
    const asked = { frequency: 'off', at: AT, by: 'complaint' };
    for (const type of ['abuse', null]) expect((await reported(complaint(type))).known).toEqual({ seller_id: SELLER, asked });
    expect((await reported(complaint('not-spam'))).known).toBeUndefined();
  });

  it('said twice is said once', async () => {
    const { store } = await reported(bounce('Permanent'));
    const { etag } = (await store.read(preferencesKey(SELLER)))!;
    await mailFeedback({ store })(bounce('Permanent', 'Suppressed'));
    expect((await store.read(preferencesKey(SELLER)))!.etag).toBe(etag);
  });

  it('of a mail that is no seller’s, such as a digest, changes nobody', async () => {
    const { store } = await reported({
      ...event({ bounce: (bounce('Permanent').detail as { bounce?: object }).bounce }, { campaign: ['digest'] }),
    });
    expect(await store.list('')).toEqual([]);
  });
});
