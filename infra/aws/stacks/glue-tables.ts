import { Aws, type Stack } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import { LANDING } from '../../../contracts/landing/index.js';
import { acceptedColumns } from '../../../contracts/ledger/accepted.js';
import { COUNT_COLUMNS } from '../../../contracts/ledger/counts.js';
import columnsOfNight from '../../../contracts/ledger/night-columns.json' with { type: 'json' };
import { LEDGERS } from '../../../contracts/ledger/parts.js';
import { PUBLISHED } from '../../../contracts/published/index.js';
import { INPUT_COLUMNS } from '../../../contracts/run/inputs.js';
import {
  acceptedFolder,
  countsFolder,
  inputFilesFolder,
  readersDatasetFolder,
  runPrefix,
  STORE,
  TEAM_COLUMN,
} from '../../../contracts/run/keys.js';
import { forTeams } from '../../../contracts/run/teams.js';
import { READ_BY_TEAMS } from '../../../contracts/run/who-reads.js';
import { WORKING } from '../../../contracts/run/working.js';
import { type GlueColumn, glueType } from '../glue-types.js';
import type { Names } from '../names.js';
import type { RegionGroup } from '../settings.js';

export interface GlueTable {
  name: string;
  description: string;
  columns: GlueColumn[];
  partitions: GlueColumn[];
  /** Key prefix in the store, with a slash at its end. */
  prefix: string;
  /** Partitions that Athena works out by itself instead of looking them up. */
  projection?: Record<string, string>;
}

const toGlue = (table: string, columns: readonly { name: string; sql: string }[]): GlueColumn[] =>
  columns.map(({ name, sql }) => ({ name, type: glueType(sql, `${table}.${name}`) }));

/** Landing days from the group's first; one day more than today, for markets whose day has begun before UTC's. */
const landingDays = (firstLandingDay: string): Record<string, string> => ({
  'projection.landing_day.type': 'date',
  'projection.landing_day.format': 'yyyy-MM-dd',
  'projection.landing_day.range': `${firstLandingDay},NOW+1DAY`,
  'projection.landing_day.interval': '1',
  'projection.landing_day.interval.unit': 'DAYS',
});

/** Athena puts the landing day in its place. */
const ANY_DAY = '${landing_day}';

/** A query says which run; nothing is looked up, and no other run can be read by mistake. */
const NAMED_RUN: Record<string, string> = {
  'projection.run_date.type': 'injected',
  'projection.seq.type': 'injected',
  'storage.location.template': inputFilesFolder(runPrefix('${run_date}', '${seq}')),
};

/** What landed, and which of it a run reads, as queries see it. */
export const LANDED_TABLES: readonly string[] = [
  ...Object.keys(LANDING).map((dataset) => `accepted_${dataset}`),
  'receipt_counts',
  'run_inputs',
];

/** Every table of the catalogue: accepted rows, their counts, what a run reads and works on, what is published, and what teams read of it. */
export function tablesOf(group: Pick<RegionGroup, 'firstLandingDay'>): GlueTable[] {
  const day = { name: 'landing_day', type: 'date' };
  const days = landingDays(group.firstLandingDay);
  const accepted = Object.values(LANDING).map((contract) => ({
    name: `accepted_${contract.dataset}`,
    description: `Accepted rows as they landed: ${contract.grain}`,
    columns: toGlue(contract.dataset, acceptedColumns(contract)),
    partitions: [day],
    prefix: `${STORE.accepted}${contract.dataset}/`,
    projection: { ...days, 'storage.location.template': acceptedFolder(contract.dataset, ANY_DAY) },
  }));
  const counts = {
    name: 'receipt_counts',
    description: 'Rows landed, accepted and quarantined, by landed file and region.',
    columns: toGlue('receipt_counts', COUNT_COLUMNS),
    partitions: [day],
    prefix: STORE.counts,
    projection: { ...days, 'storage.location.template': countsFolder(ANY_DAY) },
  };
  const inputs = {
    name: 'run_inputs',
    description: 'The landed contents that a run reads, one row each. A query must say run_date and seq.',
    columns: toGlue('run_inputs', INPUT_COLUMNS),
    partitions: ['run_date', 'seq'].map((name) => ({ name, type: 'string' })),
    prefix: STORE.runs,
    projection: NAMED_RUN,
  };
  const night = Object.entries(columnsOfNight).map(([dataset, columns]) => ({
    name: `night_${dataset}`,
    description: `${dataset} while a run computes it; a partition per run, at the attempt that succeeded.`,
    columns: toGlue(dataset, columns),
    partitions: [{ name: 'run_id', type: 'string' }],
    prefix: LEDGERS.includes(dataset) ? STORE.ledger : WORKING.includes(dataset) ? STORE.work : STORE.runs,
  }));
  const published = Object.values(PUBLISHED).map((contract) => ({
    name: contract.dataset,
    description: `Published: ${contract.grain}`,
    columns: toGlue(contract.dataset, contract.columns),
    partitions: [{ name: 'run_date', type: 'string' }],
    prefix: STORE.runs,
  }));
  const teams = READ_BY_TEAMS.map((dataset) => ({
    name: forTeams(dataset),
    description: `What the team of a region reads. A query must say run_id and team. ${PUBLISHED[dataset]!.grain}`,
    columns: toGlue(dataset, PUBLISHED[dataset]!.columns),
    partitions: ['run_id', TEAM_COLUMN].map((name) => ({ name, type: 'string' })),
    prefix: STORE.published,
    projection: {
      'projection.run_id.type': 'injected',
      [`projection.${TEAM_COLUMN}.type`]: 'injected',
      'storage.location.template': readersDatasetFolder('${run_id}', `\${${TEAM_COLUMN}}`, dataset),
    },
  }));
  return [...accepted, counts, inputs, ...night, ...published, ...teams];
}

export function glueTables(stack: Stack, given: { names: Names; group: RegionGroup }): void {
  const { names, group } = given;
  const database = new glue.CfnDatabase(stack, 'Database', {
    catalogId: Aws.ACCOUNT_ID,
    databaseInput: {
      name: names.database,
      description: 'Seller scorecards: published results, and what they were computed from',
    },
  });
  for (const table of tablesOf(group)) {
    const made = new glue.CfnTable(stack, `Table-${table.name}`, {
      catalogId: Aws.ACCOUNT_ID,
      databaseName: names.database,
      tableInput: {
        name: table.name,
        description: table.description.slice(0, 2048),
        tableType: 'EXTERNAL_TABLE',
        parameters: {
          classification: 'parquet',
          EXTERNAL: 'TRUE',
          ...(table.projection ? projected(names, table.projection) : {}),
        },
        partitionKeys: table.partitions,
        storageDescriptor: {
          location: `s3://${names.store}/${table.prefix}`,
          columns: table.columns,
          inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
          serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
        },
      },
    });
    made.addResourceDependency(database);
  }
}

const projected = (names: Names, projection: Record<string, string>): Record<string, string> => ({
  'projection.enabled': 'true',
  ...projection,
  'storage.location.template': `s3://${names.store}/${projection['storage.location.template']}`,
});
