import { existsSync } from 'node:fs';
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
  /** A folder where objects may lie under their keys, byte for byte. */
  alsoIn: string | undefined;

  constructor(
    private readonly glue: GlueClient,
    private readonly store: S3Store,
    private readonly folder: string,
  ) {}

  /** A SELECT over the table's rows with its partition key as a column, in DuckDB's words. Only partitions that the query names. */
  async rowsOf(database: string, name: string, query: string): Promise<string> {
    const { Table: table } = await this.glue.send(new GetTableCommand({ DatabaseName: database, Name: name }));
    const columns = table?.StorageDescriptor?.Columns ?? [];
    const keys = table?.PartitionKeys ?? [];
    if (!table || keys.length === 0 || columns.length === 0)
      throw new Error(`${database}.${name}: has no columns or no partition key`);
    const names = columns.map((column) => column.Name!).join(', ');
    const typed = (value: string, nth: number) =>
      `CAST(${quoted(value)} AS ${DUCK_TYPES[keys[nth]!.Type!]}) AS ${keys[nth]!.Name}`;
    const parts: string[] = [];
    for (const { values, prefix } of await this.partitionsOf(database, table, query)) {
      const paths = await this.below(prefix);
      if (paths.length === 0) continue;
      parts.push(`SELECT ${names}, ${values.map(typed).join(', ')} FROM ${files(paths)}`);
    }
    const none = [...columns, ...keys].map((column) => `CAST(NULL AS ${DUCK_TYPES[column.Type!]}) AS ${column.Name}`);
    return parts.length > 0 ? parts.join('\nUNION ALL\n') : `SELECT ${none.join(', ')} WHERE false`;
  }

  private async partitionsOf(database: string, table: Table, query: string): Promise<{ values: string[]; prefix: string }[]> {
    const parameters = table.Parameters ?? {};
    const keyOf = (address: string): string => {
      if (!address.startsWith(this.store.url(''))) throw new Error(`${table.Name}: lies at ${address}, outside the store`);
      return address.slice(this.store.url('').length);
    };
    if (parameters['projection.enabled'] === 'true') {
      const template = keyOf(parameters['storage.location.template']!);
      if (parameters['projection.landing_day.range']) return this.daysOf(template, table, query);
      return namedIn(query, table).map((values) => ({
        values,
        prefix: values.reduce((at, value, nth) => at.replace(`\${${table.PartitionKeys![nth]!.Name}}`, value), template),
      }));
    }
    const found: { values: string[]; prefix: string }[] = [];
    for await (const page of paginateGetPartitions({ client: this.glue }, { DatabaseName: database, TableName: table.Name }))
      for (const { Values, StorageDescriptor } of page.Partitions ?? [])
        if (query.includes(quoted(Values![0]!)))
          found.push({ values: [Values![0]!], prefix: keyOf(StorageDescriptor!.Location!) });
    return found;
  }

  /** Days on which there is anything, within what is projected and what the query names. */
  private async daysOf(template: string, table: Table, query: string): Promise<{ values: string[]; prefix: string }[]> {
    const [before = '', after = ''] = template.split('${landing_day}');
    const days = new Set<string>();
    for (const { key } of await this.store.list(before)) {
      const day = key.slice(before.length, before.length + 10);
      if (key.slice(before.length + 10).startsWith(after)) days.add(day);
    }
    const [first = ''] = table.Parameters!['projection.landing_day.range']!.split(',');
    const asked = daysIn(query, table.Name!);
    return [...days]
      .filter((day) => day >= first && asked(day))
      .sort()
      .map((value) => ({ values: [value], prefix: `${before}${value}${after}` }));
  }

  private async below(prefix: string): Promise<string[]> {
    const keys = (await this.store.list(prefix)).map(({ key }) => key).filter((key) => !/\/[._][^/]*$/.test(key));
    return Promise.all(keys.map((key) => this.fetch(key)));
  }

  private fetch(key: string): Promise<string> {
    const known = this.fetched.get(key);
    if (known) return known;
    const here = this.alsoIn && join(this.alsoIn, key);
    if (here && existsSync(here)) return Promise.resolve(here);
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

/** Whether a day is one that the query looks at, in any of the places in which it reads the table. */
function daysIn(query: string, table: string): (day: string) => boolean {
  const DAYS = /WHERE landed\.landing_day (?:IN \((.*?)\)|BETWEEN DATE '(.*?)' AND DATE '(.*?)')/;
  const places = query.split(`"${table}" AS landed\n`).slice(1);
  const bounds = places.map((text) => DAYS.exec(text)!);
  return (day) => bounds.some(([, days, from, to]) => (days ? days.includes(day) : day >= from! && day <= to!));
}

/** Values of the partition keys that a query names, each combination once. As Athena, refuses a query that names none. */
function namedIn(query: string, table: Table): string[][] {
  const keys = table.PartitionKeys!.map(({ Name }) => `${Name} = '([^']*)'`).join(' AND ');
  const places = query.split(new RegExp(`\\b${table.Name}"? WHERE `)).slice(1);
  const named = places.map((text) => new RegExp(`^${keys}`).exec(text)?.slice(1));
  if (named.some((values) => values === undefined))
    throw new Error(`CONSTRAINT_VIOLATION: ${table.Name} is read without a value for each of its injected partition columns`);
  return [...new Map(named.map((values) => [values!.join(' '), values!])).values()];
}
