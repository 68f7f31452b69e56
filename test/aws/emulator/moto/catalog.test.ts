import { randomUUID } from 'node:crypto';
import { CreateDatabaseCommand, CreateTableCommand, GetPartitionsCommand, GlueClient } from '@aws-sdk/client-glue';
import { afterAll, describe, expect, it } from 'vitest';
import { GlueCatalog } from '../../../../infra/aws/adapters/catalog.js';
import { moto } from '../../servers/moto.js';
import { isRunning, type Running, serverOrSkip } from '../../servers/server.js';

const server = await serverOrSkip('the tables in Glue', moto);

describe.skipIf(!isRunning(server))('Glue as moto speaks it', () => {
  const { stop, ...client } = server as Running;
  const glue = isRunning(server) ? new GlueClient(client) : (undefined as never);
  afterAll(() => stop?.());

  async function freshTable() {
    const DatabaseName = `db_${randomUUID().replaceAll('-', '_')}`;
    await glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: DatabaseName } }));
    await glue.send(
      new CreateTableCommand({
        DatabaseName,
        TableInput: {
          Name: 'scorecards',
          PartitionKeys: [{ Name: 'run_date', Type: 'string' }],
          StorageDescriptor: {
            Location: 's3://store/runs/',
            Columns: [{ Name: 'seller_id', Type: 'string' }],
            SerdeInfo: { SerializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
          },
        },
      }),
    );
    const catalog = new GlueCatalog(glue, DatabaseName, (prefix) => `s3://store/${prefix}`);
    const partitions = async () => {
      const { Partitions = [] } = await glue.send(new GetPartitionsCommand({ DatabaseName, TableName: 'scorecards' }));
      return Partitions;
    };
    return { catalog, partitions };
  }

  it('makes the partition of a day, with the columns and format of its table', async () => {
    const { catalog, partitions } = await freshTable();
    await catalog.point('scorecards', '2026-11-16', 'runs/2026-11-16/001/scorecards/');
    expect(await partitions()).toMatchObject([
      {
        Values: ['2026-11-16'],
        StorageDescriptor: {
          Location: 's3://store/runs/2026-11-16/001/scorecards/',
          Columns: [{ Name: 'seller_id', Type: 'string' }],
          SerdeInfo: { SerializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
        },
      },
    ]);
  });

  it('moves it when the day is judged anew, and doing it twice is doing it once', async () => {
    const { catalog, partitions } = await freshTable();
    for (const seq of ['001', '002', '002'])
      await catalog.point('scorecards', '2026-11-16', `runs/2026-11-16/${seq}/scorecards/`);
    await catalog.point('scorecards', '2026-11-17', 'runs/2026-11-17/001/scorecards/');
    const places = (await partitions()).map(({ Values, StorageDescriptor }) => [Values?.[0], StorageDescriptor?.Location]);
    expect(places.sort()).toEqual([
      ['2026-11-16', 's3://store/runs/2026-11-16/002/scorecards/'],
      ['2026-11-17', 's3://store/runs/2026-11-17/001/scorecards/'],
    ]);
  });

  it('says what to do when a dataset has no table yet', async () => {
    const { catalog } = await freshTable();
    await expect(catalog.point('brand_new', '2026-11-16', 'runs/x/')).rejects.toThrow(
      /\.brand_new: there is no such table; deploy again/,
    );
  });
});
