import { AthenaClient } from '@aws-sdk/client-athena';
import { GlueClient } from '@aws-sdk/client-glue';
import { afterEach, describe, expect, it } from 'vitest';
import { AwsLeftovers } from '../../../infra/aws/adapters/leftovers.js';
import { answering } from '../servers/answering.js';

const NOW = Date.UTC(2026, 10, 16, 6);
const HOUR = 3600;
const ok = (body: object) => ({ status: 200, body, headers: { 'content-type': 'application/x-amz-json-1.1' } });

describe('what nights leave behind outside of the store', () => {
  let stop: () => Promise<void> = async () => {};
  afterEach(() => stop());

  /** Statements by name with their age in hours; partitions by table; prefixes below which something lies. */
  async function leftovers(given: {
    statements?: Record<string, number>;
    partitions?: Record<string, Record<string, string>>;
    lying?: string[];
  }) {
    const { statements = {}, partitions = {}, lying = [] } = given;
    const listed: string[] = [];
    const server = await answering(({ operation, body }) => {
      const asked = JSON.parse(body);
      switch (operation.split('.').at(-1)) {
        case 'ListPreparedStatements':
          return ok({
            PreparedStatements: Object.entries(statements).map(([StatementName, hours]) => ({
              ...{ StatementName, LastModifiedTime: NOW / 1000 - hours * HOUR },
            })),
          });
        case 'GetPartitions': {
          const [, key, until] = /^(\w+) < '(.+)'$/.exec(asked.Expression)!;
          expect(key).toBe(asked.TableName.startsWith('night_') ? 'run_id' : 'run_date');
          const old = Object.entries(partitions[asked.TableName] ?? {}).filter(([value]) => value < until!);
          return ok({
            Partitions: old.map(([value, Location]) => ({ Values: [value], StorageDescriptor: { Location } })),
          });
        }
        default:
          return ok({});
      }
    });
    stop = server.stop;
    const parts = new AwsLeftovers({
      athena: new AthenaClient({ ...server.client, maxAttempts: 1 }),
      glue: new GlueClient({ ...server.client, maxAttempts: 1 }),
      store: {
        url: (key) => `s3://store/${key}`,
        holdsAny: async (prefix) => {
          listed.push(prefix);
          return lying.includes(prefix);
        },
      },
      ...{ database: 'scorecards_dev_europe', workGroup: 'scorecards-dev-europe' },
      ...{ datasets: ['orders', 'scorecards', 'order_outcomes'], keep: { runs: 60, work: 4 }, now: () => NOW },
    });
    const cleared = await parts.clear('2026-11-16');
    const deleted = server.asked.flatMap(({ operation, body }) => {
      const { StatementName, TableName, PartitionsToDelete } = JSON.parse(body);
      if (operation.endsWith('DeletePreparedStatement')) return [StatementName];
      if (!operation.endsWith('BatchDeletePartition')) return [];
      return PartitionsToDelete.map(({ Values }: { Values: string[] }) => `${TableName} ${Values[0]}`);
    });
    const calls = server.asked.filter(({ operation }) => operation.endsWith('BatchDeletePartition')).length;
    return { cleared, deleted, listed, calls };
  }

  it('statements of ours that are older than a day go; of tonight, and of others, stay', async () => {
    const { cleared, deleted } = await leftovers({
      statements: {
        orders_0123456789abcdef: 25,
        scorecards_0123456789abcdef: 23,
        by_hand: 900,
      },
    });
    expect(deleted).toEqual(['orders_0123456789abcdef']);
    expect(cleared).toEqual({ statements: 1, partitions: 0 });
  });

  it('partitions of runs whose objects are gone go, sooner for what only its night needed; where anything lies they stay', async () => {
    const at = (dataset: string, day: string) => `s3://store/runs/${day}/001/${dataset}/`;
    const work = (id: string) => `s3://store/work/${id}/orders/`;
    const { cleared, deleted } = await leftovers({
      partitions: {
        night_orders: {
          '2026-11-11-001': work('2026-11-11-001'),
          '2026-11-13-001': work('2026-11-13-001'),
          '2026-10-01-001': work('2026-10-01-001'),
        },
        night_scorecards: { '2026-09-01-001': at('scorecards', '2026-09-01'), '2026-11-01-001': at('scorecards', '2026-11-01') },
        scorecards: { '2026-09-01': at('scorecards', '2026-09-01'), '2026-11-01': at('scorecards', '2026-11-01') },
        night_order_outcomes: { '2025-01-01-001': 's3://store/ledger/order_outcomes/2025-01-01-001/' },
        seller_metrics: { '2026-01-01': 's3://elsewhere/', '2026-01-02': 's3://store/' },
      },
      // Judged anew lately, of a day long past.
      lying: ['work/2026-10-01-001/orders/'],
    });
    expect(deleted.sort()).toEqual(['night_orders 2026-11-11-001', 'night_scorecards 2026-09-01-001', 'scorecards 2026-09-01']);
    expect(cleared.partitions).toBe(3);
  });

  it('of very many partitions some go each night, in calls of 25', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 520 }, (_, n) => [`2020-01-01-${String(n).padStart(3, '0')}`, `s3://store/work/${n}/`]),
    );
    const { cleared, listed, calls } = await leftovers({ partitions: { night_orders: many } });
    expect({ partitions: cleared.partitions, listed: listed.length, calls }).toEqual({ partitions: 500, listed: 500, calls: 20 });
  });
});
