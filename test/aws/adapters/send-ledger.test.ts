import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { DynamoLedger } from '../../../infra/aws/adapters/send-ledger.js';
import { answering, jsonError } from '../servers/answering.js';

const KEY = { campaign: 'scorecard', period: '2026-W47', recipient: 'S-0001' };

/** What DynamoDB does seldom. All else: test/aws/emulator/moto/send-ledger.test.ts. */
describe('the send ledger when DynamoDB loses an answer', () => {
  let stop: () => Promise<void> = async () => {};
  afterEach(() => stop());

  /** The first claim is taken and its answer lost; the second finds what `mark` says. */
  async function losing(mark: (ours: string) => string) {
    const server = await answering((asked, n) => {
      const { ExpressionAttributeValues: values } = JSON.parse(asked.body);
      if (n === 1) return 'cut';
      const refused = jsonError(400, 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException');
      const Item = {
        pk: { S: 'scorecard/2026-W47' },
        sk: { S: 'S-0001' },
        campaign: { S: 'scorecard' },
        period: { S: '2026-W47' },
        state: { S: 'claimed' },
        plan_id: values[':plan'],
        claims: { N: '1' },
        claim_mark: { S: mark(values[':mark'].S) },
      };
      return { ...refused, body: { ...refused.body, Item } };
    });
    stop = server.stop;
    return { ...server, ledger: new DynamoLedger(new DynamoDBClient(server.client), 'ledger', () => 0) };
  }

  it('knows its own claim again, so that the mail goes out and is not in doubt for nothing', async () => {
    const { ledger, asked } = await losing((ours) => ours);
    expect(await ledger.claim(KEY, 'plan-1')).toBe('claimed');
    expect(asked).toHaveLength(2);
  });

  it('does not take another sender’s claim for its own, though it is of the same plan', async () => {
    const { ledger } = await losing(() => 'another');
    expect(await ledger.claim(KEY, 'plan-1')).toEqual({
      already: 'claimed',
      entry: { ...KEY, state: 'claimed', plan_id: 'plan-1', claims: 1 },
    });
  });
});
