import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GetTableCommand, type GlueClient, paginateGetPartitions, type Table } from '@aws-sdk/client-glue';
import type { S3Store } from '../../../infra/aws/adapters/object-store.js';

const DUCK_TYPES: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  bigint: 'BIGINT',
  int: 'INTEGER',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const files = (paths: readonly string[]): string => `read_parquet([${paths.map(quoted).join(', ')}], hive_partitioning = false)`;

/**
 * Tables as Athena would find them: what the catalogue says of columns and partitions, and whatever lies in the store where the
 * catalogue points. Objects are fetched once and kept in a folder; the store never writes a key of a table twice.
 */
export class AthenaTables {
  private readonly fetched = new Map<string, Promise<string>>();

  constructor(
    private readonly glue: GlueClient,
    private readonly store: S3Store,
    private readonly folder: string,
  ) {}

  /** A SELECT over the table's rows with its partition key as a column, in DuckDB's words. Only partitions that the query names. */
  async rowsOf(database: string, name: string, query: string): Promise<string> {
    const { Table: table } = await this.glue.send(new GetTableCommand({ DatabaseName: database, Name: name }));
    const columns = table?.StorageDescriptor?.Columns ?? [];
    const [key] = table?.PartitionKeys ?? [];
    if (!table || !key?.Name || columns.length === 0) throw new Error(`${database}.${name}: has no columns or no partition key`);
    const names = columns.map((column) => column.Name!).join(', ');
    const parts: string[] = [];
    for (const { value, prefix } of await this.partitionsOf(database, table, query)) {
      const paths = await this.below(prefix);
      if (paths.length === 0) continue;
      parts.push(`SELECT ${names}, CAST(${quoted(value)} AS ${DUCK_TYPES[key.Type!]}) AS ${key.Name} FROM ${files(paths)}`);
    }
    const none = [...columns, key].map((column) => `CAST(NULL AS ${DUCK_TYPES[column.Type!]}) AS ${column.Name}`);
    return parts.length > 0 ? parts.join('\nUNION ALL\n') : `SELECT ${none.join(', ')} WHERE false`;
  }

  private async partitionsOf(database: string, table: Table, query: string): Promise<{ value: string; prefix: string }[]> {
    const parameters = table.Parameters ?? {};
    const keyOf = (address: string): string => {
      if (!address.startsWith(this.store.url(''))) throw new Error(`${table.Name}: lies at ${address}, outside the store`);
      return address.slice(this.store.url('').length);
    };
    if (parameters['projection.enabled'] === 'true') {
      const [before = '', after = ''] = keyOf(parameters['storage.location.template']!).split('${landing_day}');
      const days = new Set<string>();
      for (const { key } of await this.store.list(before)) {
        const day = key.slice(before.length, before.length + 10);
        if (key.slice(before.length + 10).startsWith(after)) days.add(day);
      }
      const [first = ''] = parameters['projection.landing_day.range']!.split(',');
      const [, from = '', to = ''] = new RegExp(`"${table.Name}" WHERE landing_day BETWEEN DATE '(.+?)' AND DATE '(.+?)'`).exec(
        query,
      )!;
      const asked = [...days].filter((day) => day >= first && day >= from && day <= to).sort();
      return asked.map((value) => ({ value, prefix: `${before}${value}${after}` }));
    }
    const found: { value: string; prefix: string }[] = [];
    for await (const page of paginateGetPartitions({ client: this.glue }, { DatabaseName: database, TableName: table.Name }))
      for (const { Values, StorageDescriptor } of page.Partitions ?? [])
        if (query.includes(quoted(Values![0]!))) found.push({ value: Values![0]!, prefix: keyOf(StorageDescriptor!.Location!) });
    return found;
  }

  private async below(prefix: string): Promise<string[]> {
    const keys = (await this.store.list(prefix)).map(({ key }) => key).filter((key) => !/\/[._][^/]*$/.test(key));
    return Promise.all(keys.map((key) => this.fetch(key)));
  }

  private fetch(key: string): Promise<string> {
    const known = this.fetched.get(key);
    if (known) return known;
    const fetching = (async () => {
      const path = join(this.folder, key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, (await this.store.read(key))!.body);
      return path;
    })();
    this.fetched.set(key, fetching);
    return fetching;
  }
}
