import {
  type AthenaClient,
  DeletePreparedStatementCommand,
  paginateListPreparedStatements,
  ResourceNotFoundException,
} from '@aws-sdk/client-athena';
import { BatchDeletePartitionCommand, type GlueClient, type Partition, paginateGetPartitions } from '@aws-sdk/client-glue';
import { addDays } from '../../../contracts/days.js';
import { LEDGERS } from '../../../contracts/ledger/parts.js';
import { PUBLISHED } from '../../../contracts/published/index.js';
import { WORKING } from '../../../contracts/run/working.js';
import { inTurns } from '../../../lambdas/shared/in-turns.js';
import type { Leftovers } from '../../../lambdas/shared/leftovers.js';
import type { S3Store } from './object-store.js';

/** As prepare-query names statements. */
const OURS = /_[0-9a-f]{16}$/;
/** Milliseconds. why a day: no night lasts longer than 8 hours, so that nobody will execute a statement of yesterday. */
const STATEMENT_KEPT = 24 * 3600 * 1000;
/** why 500: ten nights' partitions go with each night, at one listing each; what is left goes with the next. */
const MOST_PARTITIONS = 500;
/** why 8: the calls of Glue and Athena are limited to a few per second and account. */
const AT_ONCE = 8;
/** Glue deletes no more in one call. */
const A_CALL = 25;

interface Parts {
  athena: AthenaClient;
  glue: GlueClient;
  store: Pick<S3Store, 'url' | 'holdsAny'>;
  database: string;
  workGroup: string;
  /** Datasets of a night (contracts/ledger/night-columns.json). */
  datasets: readonly string[];
  /** Days for which the store keeps things. */
  keep: { runs: number; work: number };
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * What nights leave behind in Athena and Glue: statements of nights that were killed, of which a work group holds 1,000; and partitions
 * of runs whose objects have expired. why not by age alone: a run of a day long past may be a day old.
 */
export class AwsLeftovers implements Leftovers {
  constructor(private readonly parts: Parts) {}

  async clear(runDate: string): Promise<{ statements: number; partitions: number }> {
    return { statements: await this.statements(), partitions: await this.partitions(runDate) };
  }

  private async statements(): Promise<number> {
    const { athena, workGroup: WorkGroup, now } = this.parts;
    const old: string[] = [];
    for await (const { PreparedStatements = [] } of paginateListPreparedStatements({ client: athena }, { WorkGroup }))
      for (const { StatementName = '', LastModifiedTime } of PreparedStatements)
        if (OURS.test(StatementName) && LastModifiedTime && LastModifiedTime.getTime() < now() - STATEMENT_KEPT)
          old.push(StatementName);
    await inTurns(old, AT_ONCE, async (StatementName) => {
      await athena.send(new DeletePreparedStatementCommand({ StatementName, WorkGroup })).catch((error) => {
        if (!(error instanceof ResourceNotFoundException)) throw error;
      });
    });
    return old.length;
  }

  private async partitions(runDate: string): Promise<number> {
    const { datasets, keep } = this.parts;
    const before = (days: number): string => addDays(runDate, -days);
    const tables = [
      // Parts of a ledger stay.
      ...datasets
        .filter((dataset) => !LEDGERS.includes(dataset))
        .map((dataset) => ({
          ...{ table: `night_${dataset}`, key: 'run_id' },
          until: before(WORKING.includes(dataset) ? keep.work : keep.runs),
        })),
      ...Object.keys(PUBLISHED).map((table) => ({ table, key: 'run_date', until: before(keep.runs) })),
    ];
    let looked = 0;
    let gone = 0;
    for (const { table, key, until } of tables) {
      const old = (await this.partitionsOf(table, `${key} < '${until}'`)).slice(0, MOST_PARTITIONS - looked);
      looked += old.length;
      const empty = await inTurns(old, AT_ONCE, async (partition) => ((await this.isEmpty(partition)) ? [partition] : []));
      gone += await this.deletePartitions(table, empty.flat());
    }
    return gone;
  }

  private async partitionsOf(table: string, Expression: string): Promise<Partition[]> {
    const { glue, database } = this.parts;
    const found: Partition[] = [];
    const asked = { DatabaseName: database, TableName: table, Expression, ExcludeColumnSchema: true };
    for await (const { Partitions = [] } of paginateGetPartitions({ client: glue }, asked)) found.push(...Partitions);
    return found;
  }

  /** A partition that lies elsewhere is not ours to judge. */
  private async isEmpty({ StorageDescriptor }: Partition): Promise<boolean> {
    const { store } = this.parts;
    const home = store.url('');
    const place = StorageDescriptor?.Location ?? '';
    return place.startsWith(home) && place.length > home.length && !(await store.holdsAny(place.slice(home.length)));
  }

  private async deletePartitions(table: string, partitions: readonly Partition[]): Promise<number> {
    const { glue, database } = this.parts;
    for (let from = 0; from < partitions.length; from += A_CALL)
      await glue.send(
        new BatchDeletePartitionCommand({
          DatabaseName: database,
          TableName: table,
          PartitionsToDelete: partitions.slice(from, from + A_CALL).map(({ Values }) => ({ Values })),
        }),
      );
    return partitions.length;
  }
}
