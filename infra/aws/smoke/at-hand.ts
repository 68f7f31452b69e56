import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type AthenaClient, GetQueryExecutionCommand, type QueryExecution } from '@aws-sdk/client-athena';
import type { GlueClient } from '@aws-sdk/client-glue';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { SFNClient } from '@aws-sdk/client-sfn';
import columns from '../../../contracts/ledger/night-columns.json' with { type: 'json' };
import { STORE } from '../../../contracts/run/keys.js';
import { inTurns } from '../../../lambdas/shared/in-turns.js';
import type { AccountLimits } from '../account/limits.js';
import { S3Store } from '../adapters/object-store.js';
import { AthenaEngine } from '../adapters/query-engine.js';
import type { Deployed } from '../operate/deployed.js';
import type { RegionGroup, Settings } from '../settings.js';
import type { QueryStarter } from './start-query.js';

export interface Clients {
  s3: S3Client;
  athena: AthenaClient;
  glue: GlueClient;
  lambda: LambdaClient;
  states: SFNClient;
  ses: SESv2Client;
}

interface Given {
  at: Deployed;
  settings: Settings;
  group: RegionGroup;
  clients: Clients;
  limits: AccountLimits;
  start: QueryStarter;
  /** Undefined where whoever answers judges no rights, as an emulator does not: then nobody is asked what is denied. */
  rights: 'judged' | 'not judged';
  /** Of mails.from in the policies, when a mail may go out. */
  sender: string | undefined;
  /** Digits of the number of rows that are written to look at files. why: 6 are a million rows and some 100 MB. */
  digits: number;
  now: Date;
}

/** Seconds between two looks at a query, and until it is given up. why 120: each takes seconds, all are done in five minutes. */
const LOOK = 0.5;
const PATIENCE = 120;
/** Deletions at once. */
const AT_ONCE = 8;

/** A deployed stage, what to ask it with, and one prefix for all that the questions leave behind. */
export class AtHand {
  readonly store: S3Store;
  readonly landing: S3Store;
  readonly engine: AthenaEngine;
  /** Below what a night's own work is kept for days, so that what a killed smoke left is forgotten too. */
  readonly prefix: string;
  /** Tells this smoke from any other. */
  readonly name: string;
  private readonly queries: string[] = [];
  private readonly statements: string[] = [];

  constructor(readonly given: Given) {
    const { at, clients } = given;
    this.store = new S3Store(clients.s3, at.storeBucket);
    this.landing = new S3Store(clients.s3, at.landingBucket);
    this.name = `smoke-${given.now.toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
    this.prefix = `${STORE.work}${this.name}/`;
    this.engine = new AthenaEngine({
      athena: clients.athena,
      store: this.store,
      catalog: { point: () => Promise.reject(new Error('the smoke points no table')) },
      database: at.database,
      workGroup: at.workGroup,
      columns,
      queries: 'prepared',
    });
  }

  /** Has the work group keep a statement, and answers the text that executes it. */
  async prepare(statement: string): Promise<string> {
    const name = `smoke_${this.tokenOf(statement).slice(0, 16)}`;
    this.statements.push(name);
    return this.engine.register(name, statement, { path: 'none, a statement of npm run smoke', sqlKey: this.prefix });
  }

  tokenOf(text: string): string {
    return createHash('sha256').update(`${this.name} ${text}`).digest('hex');
  }

  /** Starts a query as a night does; a text that was started before finds its query again, by its token. */
  async start(text: string, start: QueryStarter = this.given.start): Promise<string> {
    const { at } = this.given;
    const { database, workGroup } = at;
    const id = await start.query({ text, token: this.tokenOf(text), database, workGroup });
    this.queries.push(id);
    return id;
  }

  /** What became of a query. @throws when it has not ended in time */
  async ended(id: string): Promise<QueryExecution> {
    for (let waited = 0; waited < PATIENCE; waited += LOOK) {
      const { QueryExecution: query } = await this.given.clients.athena.send(
        new GetQueryExecutionCommand({ QueryExecutionId: id }),
      );
      const state = query?.Status?.State;
      if (state === 'SUCCEEDED') return query!;
      if (state !== 'RUNNING' && state !== 'QUEUED')
        throw new Error(query?.Status?.StateChangeReason ?? `query ${id} is ${state}`);
      await pause(1000 * LOOK);
    }
    throw new Error(`query ${id}: has not ended after ${PATIENCE} seconds`);
  }

  /** Takes away all that was written: objects below the prefix, answers of the queries, statements. Answers how many objects. */
  async cleanUp(): Promise<number> {
    for (const name of this.statements) await this.engine.forget(name);
    const below = [this.prefix, ...new Set(this.queries.map((id) => `query-results/${id}`))];
    const lists = await inTurns(below, AT_ONCE, (prefix) => this.store.list(prefix));
    const keys = lists.flat().map(({ key }) => key);
    await inTurns(keys, AT_ONCE, (key) => this.store.delete(key));
    return keys.length;
  }
}
