import { randomUUID } from 'node:crypto';
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  paginateQuery,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  type Claim,
  LedgerContradicted,
  type LedgerEntry,
  type LedgerKey,
  type SendLedger,
} from '../../../lambdas/shared/send-ledger.js';

/** why 400 days: longer than any period is looked at again; a year later the same week has another name. */
const KEPT_SECONDS = 400 * 86_400;

type Item = Record<string, AttributeValue>;

const keyOf = ({ campaign, period, recipient }: LedgerKey): Item => ({
  pk: { S: `${encodeURIComponent(campaign)}/${encodeURIComponent(period)}` },
  sk: { S: recipient },
});
const named = (key: LedgerKey): string => `${key.campaign} ${key.period} ${key.recipient}`;

function entryOf(item: Item): LedgerEntry {
  const text = (name: string): string => item[name]?.S ?? '';
  return {
    campaign: text('campaign'),
    period: text('period'),
    recipient: text('sk'),
    state: text('state') as LedgerEntry['state'],
    plan_id: text('plan_id'),
    claims: Number(item.claims?.N),
    ...(item.message_id ? { message_id: text('message_id') } : {}),
    ...(item.because ? { because: text('because') } : {}),
  };
}

/**
 * The ledger as one DynamoDB item per mail: pk campaign and period, sk recipient, expires_at for DynamoDB to forget it by.
 * Every step is one conditional write, so of any number of simultaneous claims DynamoDB itself lets one through.
 */
export class DynamoLedger implements SendLedger {
  /** `now` answers the present moment in milliseconds; it decides only when DynamoDB forgets an item. */
  constructor(
    private readonly dynamo: DynamoDBClient,
    private readonly table: string,
    private readonly now: () => number,
  ) {}

  async claim(key: LedgerKey, planId: string): Promise<Claim> {
    // why a mark of this very call: a claim whose answer was lost is sent again by the client, and must know itself.
    const mark = randomUUID();
    const values: Item = {
      ':claimed': { S: 'claimed' },
      ':failed': { S: 'failed' },
      ':plan': { S: planId },
      ':mark': { S: mark },
      ':campaign': { S: key.campaign },
      ':period': { S: key.period },
      ':none': { N: '0' },
      ':one': { N: '1' },
      ':expires': { N: String(Math.ceil(this.now() / 1000) + KEPT_SECONDS) },
    };
    const failure = await this.update(
      key,
      'SET #state = :claimed, plan_id = :plan, claim_mark = :mark, campaign = :campaign, #period = :period, ' +
        'claims = if_not_exists(claims, :none) + :one, expires_at = :expires REMOVE because, message_id',
      'attribute_not_exists(pk) OR #state = :failed',
      values,
      { '#state': 'state', '#period': 'period' },
    );
    if (failure === undefined) return 'claimed';
    const entry = entryOf(failure);
    if (failure.claim_mark?.S === mark && entry.state === 'claimed') return 'claimed';
    if (entry.state === 'failed') return this.claim(key, planId);
    return { already: entry.state, entry };
  }

  markSent(key: LedgerKey, messageId: string): Promise<void> {
    return this.mark(
      key,
      'sent',
      'SET #state = :to, message_id = :value REMOVE because',
      'attribute_exists(pk) AND (#state <> :sent OR message_id = :value)',
      messageId,
    );
  }

  markFailed(key: LedgerKey, because: string): Promise<void> {
    return this.markOpen(key, 'failed', because);
  }

  markInDoubt(key: LedgerKey, because: string): Promise<void> {
    return this.markOpen(key, 'in_doubt', because);
  }

  private markOpen(key: LedgerKey, state: LedgerEntry['state'], because: string): Promise<void> {
    return this.mark(
      key,
      state,
      'SET #state = :to, because = :value REMOVE message_id',
      'attribute_exists(pk) AND #state <> :sent',
      because,
    );
  }

  private async mark(
    key: LedgerKey,
    state: LedgerEntry['state'],
    change: string,
    condition: string,
    value: string,
  ): Promise<void> {
    const values: Item = { ':to': { S: state }, ':sent': { S: 'sent' }, ':value': { S: value } };
    const failure = await this.update(key, change, condition, values, { '#state': 'state' });
    if (failure === undefined) return;
    if (!failure.pk) throw new LedgerContradicted(`${named(key)}: marked ${state} but never claimed`);
    throw new LedgerContradicted(`${named(key)}: already sent as ${failure.message_id?.S}; cannot become ${state}`);
  }

  /** Undefined when the condition held; else the item as it was, empty when there was none. */
  private async update(
    key: LedgerKey,
    UpdateExpression: string,
    ConditionExpression: string,
    ExpressionAttributeValues: Item,
    ExpressionAttributeNames: Record<string, string>,
  ): Promise<Item | undefined> {
    try {
      await this.dynamo.send(
        new UpdateItemCommand({
          TableName: this.table,
          Key: keyOf(key),
          UpdateExpression,
          ConditionExpression,
          ExpressionAttributeValues,
          ExpressionAttributeNames,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return undefined;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return error.Item ?? {};
    }
  }

  async list(campaign: string, period: string): Promise<LedgerEntry[]> {
    const { pk } = keyOf({ campaign, period, recipient: '' });
    const pages = paginateQuery(
      { client: this.dynamo },
      {
        TableName: this.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk! },
        ConsistentRead: true,
      },
    );
    const entries: LedgerEntry[] = [];
    for await (const { Items = [] } of pages) entries.push(...Items.map(entryOf));
    return entries.sort((a, b) => (a.recipient < b.recipient ? -1 : a.recipient > b.recipient ? 1 : 0));
  }
}
