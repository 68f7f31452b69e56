import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import { DynamoLedger } from '../../../../infra/aws/adapters/send-ledger.js';
import { describeLedger } from '../../../suites/send-ledger-suite.js';
import { moto } from '../../servers/moto.js';
import { isRunning, type Running, serverOrSkip } from '../../servers/server.js';

const server = await serverOrSkip('the send ledger on DynamoDB', moto);
const NOW = Date.parse('2026-11-17T05:30:00Z');

describe.skipIf(!isRunning(server))('DynamoDB as moto speaks it', () => {
  const { stop, ...client } = server as Running;
  const dynamo = isRunning(server) ? new DynamoDBClient(client) : (undefined as never);
  afterAll(() => stop?.());

  const freshTable = async (): Promise<string> => {
    const TableName = `ledger-${randomUUID()}`;
    await dynamo.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
      }),
    );
    return TableName;
  };

  describeLedger('DynamoDB', async () => new DynamoLedger(dynamo, await freshTable(), () => NOW));

  it('has DynamoDB forget an entry 400 days later, and no sooner', async () => {
    const table = await freshTable();
    await new DynamoLedger(dynamo, table, () => NOW).claim({ campaign: 'scorecard', period: '2026-W47', recipient: 'S-1' }, 'p');
    const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: table }));
    expect(Number(Items[0]?.expires_at?.N)).toBe(Date.parse('2027-12-22T05:30:00Z') / 1000);
  });

  it('lists more entries than one page holds', async () => {
    const ledger = new DynamoLedger(dynamo, await freshTable(), () => NOW);
    const long = 'x'.repeat(900);
    for (let from = 0; from < 1_200; from += 50)
      await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          ledger.claim(
            { campaign: 'scorecard', period: '2026-W47', recipient: `S-${String(from + n).padStart(5, '0')}${long}` },
            'p',
          ),
        ),
      );
    const listed = await ledger.list('scorecard', '2026-W47');
    expect(listed).toHaveLength(1_200);
    expect(listed[1_199]?.recipient).toBe(`S-01199${long}`);
  });
});
