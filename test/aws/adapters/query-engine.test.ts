import { randomUUID } from 'node:crypto';
import { AthenaClient } from '@aws-sdk/client-athena';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import columns from '../../../contracts/ledger/night-columns.json' with { type: 'json' };
import { AthenaEngine } from '../../../infra/aws/adapters/query-engine.js';
import { FolderStore } from '../../../infra/local/object-store.js';
import { openDuck } from '../../../lambdas/shared/duck.js';
import { freshStore } from '../../helpers/fresh-store.js';
import { type Asked, answering, jsonError } from '../servers/answering.js';

/** A folder that answers as the store's bucket does. */
class BucketFolder extends FolderStore {
  override url(key: string): string {
    return `s3://store/${key}`;
  }
  async size(key: string): Promise<number> {
    return (await this.read(key))!.body.length;
  }
  async readRange(key: string, start: number, end: number): Promise<Buffer> {
    return (await this.read(key))!.body.subarray(start, end);
  }
}

const RUN = { dataset: 'scorecards', run_prefix: 'runs/2026-11-16/001', outputPrefix: 'runs/2026-11-16/001/scorecards/' };
const ok = (body: object) => ({ status: 200, body, headers: { 'content-type': 'application/x-amz-json-1.1' } });
const operationOf = (asked: Asked) => asked.operation.replace('AmazonAthena.', '');

describe('Athena as the night’s engine', () => {
  let store: BucketFolder;
  let pointed: string[];
  let stop: () => Promise<void> = async () => {};
  beforeEach(async () => {
    store = new BucketFolder((await freshStore()).root);
    pointed = [];
  });
  afterEach(() => stop());

  async function engineOver(
    answer: (operation: string, body: Record<string, string>) => object,
    queries: 'prepared' | 'inline' = 'prepared',
  ) {
    const server = await answering((asked) => answer(operationOf(asked), JSON.parse(asked.body)) as never);
    stop = server.stop;
    const engine = new AthenaEngine({
      athena: new AthenaClient({ ...server.client, maxAttempts: 1 }),
      store,
      catalog: { point: async (...call) => void pointed.push(call.join(' ')) },
      database: 'scorecards_dev_europe',
      workGroup: 'scorecards-dev-europe',
      columns,
      queries,
    });
    return { engine, asked: () => server.asked.map(operationOf), bodies: () => server.asked.map((a) => JSON.parse(a.body)) };
  }
  const silent = (queries?: 'prepared' | 'inline') => engineOver(() => ok({}), queries);

  describe('names what a SELECT reads', () => {
    const LANDED = { dataset: 'reviews', run_prefix: 'runs/2026-11-16/002', days: ['2026-10-31', '2026-11-02'] };
    const INPUTS = `JOIN (SELECT file_id, dataset, accepted, is_news FROM "scorecards_dev_europe"."run_inputs" WHERE run_date = '2026-11-16' AND seq = '002') AS inputs ON inputs.file_id = landed.file_id`;

    it('accepted rows in the partitions of their days, joined with the inputs of the run', async () => {
      const { engine } = await silent();
      const said = engine.relation({ ...LANDED, kind: 'accepted' }).split('\n');
      expect(said[0]).toMatch(/^\(SELECT landed\.review_id, .*, landed\.dt, landed\.file_id, landed\.row_hash$/);
      expect(said[0]).not.toContain('landing_day');
      expect(said.slice(1)).toEqual([
        'FROM "scorecards_dev_europe"."accepted_reviews" AS landed',
        INPUTS,
        `WHERE landed.landing_day IN (DATE '2026-10-31', DATE '2026-11-02') AND inputs.dataset = 'reviews' AND inputs.accepted > 0)`,
      ]);
    });

    it('the news among them alone', async () => {
      const { engine } = await silent();
      const said = engine.relation({ ...LANDED, kind: 'accepted_news' });
      expect(said).toMatch(/ AND inputs\.dataset = 'reviews' AND inputs\.accepted > 0 AND inputs\.is_news\)$/);
    });

    it('more than a month of days by the first and the last', async () => {
      const { engine } = await silent();
      const days = Array.from({ length: 32 }, (_, n) => new Date(Date.UTC(2026, 9, 1 + 2 * n)).toISOString().slice(0, 10));
      expect(engine.relation({ ...LANDED, kind: 'accepted', days })).toContain(
        `WHERE landed.landing_day BETWEEN DATE '2026-10-01' AND DATE '2026-12-02' AND`,
      );
      expect(engine.relation({ ...LANDED, kind: 'accepted', days: days.slice(1) })).toContain(`IN (DATE '2026-10-03', `);
    });

    it('counts of the files that are news, out of one table for all datasets', async () => {
      const { engine } = await silent();
      const said = engine.relation({ ...LANDED, kind: 'counts', dataset: 'news', days: ['2026-11-02'] }).split('\n');
      expect(said.slice(1)).toEqual([
        'FROM "scorecards_dev_europe"."receipt_counts" AS landed',
        INPUTS,
        `WHERE landed.landing_day IN (DATE '2026-11-02') AND inputs.is_news)`,
      ]);
    });

    it('a dataset of this run or an earlier one by its run id, also when it has no rows', async () => {
      const { engine } = await silent();
      for (const kind of ['run', 'previous', 'ledger'] as const) {
        const said = engine.relation({
          kind,
          dataset: 'tier_changes',
          parts: [{ run_prefix: 'runs/2026-11-15/002', files: [] }],
        });
        expect(said).toMatch(/FROM "scorecards_dev_europe"\."night_tier_changes" WHERE run_id IN \('2026-11-15-002'\)\)$/);
        expect(said).not.toMatch(/[ ,]run_id\b.* FROM/);
      }
    });

    it('says which command is missing when a dataset is newer than the deployment', async () => {
      const { engine } = await silent();
      expect(() =>
        engine.relation({ kind: 'run', dataset: 'brand_new', parts: [{ run_prefix: 'runs/2026-11-15/002', files: [] }] }),
      ).toThrow(/brand_new: has no columns in contracts\/ledger\/night-columns\.json; run/);
    });
  });

  describe('keeps statements', () => {
    it('wraps a SELECT so that a comment at its end swallows nothing', async () => {
      const { engine } = await silent();
      expect(engine.wrap('SELECT 1 AS one -- the first', 'x', 'runs/2026-11-16/001/x/')).toBe(
        "UNLOAD (\nSELECT 1 AS one -- the first\n) TO 's3://store/runs/2026-11-16/001/x/' WITH (format = 'PARQUET', compression = 'ZSTD')",
      );
    });

    it('wraps what lies in buckets so that each row goes to the folder of its seller, at most 64 of the 100 that Athena writes', async () => {
      const { engine } = await silent();
      const statement = engine.wrap('SELECT 1 AS one -- the first', 'mail_orders', 'runs/2026-11-16/001/mail_orders/', 64);
      expect(statement.split('\n')).toEqual([
        'UNLOAD (',
        "SELECT answer.*, lpad(CAST((from_base(substr(to_hex(md5(to_utf8(seller_id))), 1, 2), 16)) % 64 AS VARCHAR), 2, '0') || '-of-64' AS bucket FROM (",
        'SELECT 1 AS one -- the first',
        ') AS answer ORDER BY bucket, seller_id, programme, place, metric',
        ") TO 's3://store/runs/2026-11-16/001/mail_orders/' WITH (format = 'PARQUET', compression = 'ZSTD', partitioned_by = ARRAY['bucket'])",
      ]);
    });

    it('registers the same statement twice without a word, and refuses another by the same name', async () => {
      const known = new Map<string, string>();
      const { engine, asked } = await engineOver((operation, body) => {
        const name = body.StatementName!;
        if (operation === 'GetPreparedStatement')
          return ok({ PreparedStatement: { StatementName: name, QueryStatement: known.get(name) } });
        if (known.has(name)) return jsonError(400, 'InvalidRequestException', `PreparedStatement ${name} already exists`);
        known.set(name, body.QueryStatement!);
        return ok({});
      });
      const where = { path: 'marts/x.sql', sqlKey: 'runs/x/sql/x.sql' };
      expect(await engine.register('x_0123', 'SELECT 1', where)).toBe('EXECUTE x_0123');
      expect(await engine.register('x_0123', 'SELECT 1', where)).toBe('EXECUTE x_0123');
      await expect(engine.register('x_0123', 'SELECT 2', where)).rejects.toThrow(/x_0123: .* knows another statement/);
      expect(asked().filter((operation) => operation === 'CreatePreparedStatement')).toHaveLength(3);
    });

    it('refuses a statement of 262,145 bytes, naming the SQL file and what to do, and asks Athena nothing', async () => {
      const { engine, asked } = await silent();
      const where = { path: 'staging/orders.sql', sqlKey: 'runs/2026-11-16/001/sql/orders.sql' };
      await engine.register('x_1', 'é'.repeat(131_072), where);
      await expect(engine.register('x_2', `${'é'.repeat(131_072)}x`, where)).rejects.toThrow(
        /^sql\/staging\/orders\.sql: rendered to 262,145 bytes .* say the same in fewer words/,
      );
      expect(asked()).toEqual(['CreatePreparedStatement']);
    });

    it('where a deployment wants it so, has it started by its whole text, and asks Athena to keep and forget nothing', async () => {
      const { engine, asked } = await silent('inline');
      const where = { path: 'marts/x.sql', sqlKey: 'runs/x/sql/x.sql' };
      expect(await engine.register('x_0123', 'UNLOAD (SELECT 1)', where)).toBe('UNLOAD (SELECT 1)');
      await engine.forget('x_0123');
      expect(asked()).toEqual([]);
    });

    it('refuses a text that would not fit into the state of the workflow as JSON writes it, with room for a failure', async () => {
      const { engine } = await silent('inline');
      const where = { path: 'marts/x.sql', sqlKey: 'runs/x/sql/x.sql' };
      await engine.register('x_1', '\n'.repeat(89_999), where);
      await expect(engine.register('x_2', '\n'.repeat(90_000), where)).rejects.toThrow(
        /^sql\/marts\/x\.sql: rendered to 180,002 bytes .* the state of the workflow takes 180,000; say the same in fewer words/,
      );
    });

    it('forgets a statement, and one that is gone already', async () => {
      const { engine, asked } = await engineOver((_, { StatementName }) =>
        StatementName === 'gone' ? jsonError(400, 'ResourceNotFoundException') : ok({}),
      );
      await engine.forget('there');
      await engine.forget('gone');
      expect(asked()).toEqual(['DeletePreparedStatement', 'DeletePreparedStatement']);
    });
  });

  describe('tells what a query wrote', () => {
    const finished = (statistics: object, State = 'SUCCEEDED') =>
      engineOver(() => ok({ QueryExecution: { QueryExecutionId: 'q-1', Status: { State }, Statistics: statistics } }));
    const MANIFEST = 'query-results/q-1-manifest.csv';
    const WITH_MANIFEST = { DataManifestLocation: `s3://store/${MANIFEST}`, DataScannedInBytes: 12 };

    async function writeRows(key: string, rows: number): Promise<void> {
      const duck = await openDuck();
      const path = `${store.root}/${randomUUID()}.parquet`;
      await duck.run(`COPY (SELECT range AS n FROM range(${rows})) TO '${path}' (FORMAT parquet, COMPRESSION zstd)`);
      duck.close();
      await store.fromFile(path, key);
    }

    it('from its data manifest and the footers of its files', async () => {
      const { engine } = await finished(WITH_MANIFEST);
      await writeRows(`${RUN.outputPrefix}20261116_b`, 1500);
      await writeRows(`${RUN.outputPrefix}20261116_a`, 7);
      await store.write(MANIFEST, `s3://store/${RUN.outputPrefix}20261116_b\ns3://store/${RUN.outputPrefix}20261116_a\n`);
      const { files, rows, bytes } = await engine.outputOf({ QueryExecutionId: 'q-1' }, RUN);
      expect(files).toEqual([`${RUN.outputPrefix}20261116_a`, `${RUN.outputPrefix}20261116_b`]);
      expect(rows).toBe(1507);
      expect(bytes).toBe((await store.size(files[0]!)) + (await store.size(files[1]!)));
      expect(pointed).toEqual(['night_scorecards 2026-11-16-001 runs/2026-11-16/001/scorecards/']);
    });

    it('where Athena leaves no manifest: from what lies at the place of the attempt, and nothing that is hidden', async () => {
      await writeRows(`${RUN.outputPrefix}20261116_b`, 1500);
      await writeRows(`${RUN.outputPrefix}20261116_a`, 7);
      await store.write(`${RUN.outputPrefix}_temporary`, 'x');
      for (const statistics of [{}, WITH_MANIFEST]) {
        const { engine } = await finished(statistics);
        const { files, rows } = await engine.outputOf({ QueryExecutionId: 'q-1' }, RUN);
        expect(files).toEqual([`${RUN.outputPrefix}20261116_a`, `${RUN.outputPrefix}20261116_b`]);
        expect(rows).toBe(1507);
        await stop();
      }
    });

    it('a query without rows: no file, with an empty manifest or none, and later queries find nothing there', async () => {
      for (const statistics of [WITH_MANIFEST, {}]) {
        const { engine } = await finished(statistics);
        expect(await engine.outputOf({ QueryExecutionId: 'q-1' }, RUN)).toEqual({ files: [], rows: 0, bytes: 0 });
        await stop();
      }
      await store.write(MANIFEST, '');
      const { engine } = await finished(WITH_MANIFEST);
      expect(await engine.outputOf({ QueryExecutionId: 'q-1' }, RUN)).toEqual({ files: [], rows: 0, bytes: 0 });
      expect(pointed).toHaveLength(3);
    });

    it('a retry is found at its own fresh place', async () => {
      const { engine } = await finished(WITH_MANIFEST);
      await engine.outputOf({ QueryExecutionId: 'q-1' }, { ...RUN, outputPrefix: `${RUN.outputPrefix}retry-2/` });
      expect(pointed).toEqual(['night_scorecards 2026-11-16-001 runs/2026-11-16/001/scorecards/retry-2/']);
    });

    it('a check needs no table: nothing reads it but the gate', async () => {
      const { engine } = await finished(WITH_MANIFEST);
      await engine.outputOf(
        { QueryExecutionId: 'q-1' },
        { ...RUN, dataset: 'orders_judged_once', outputPrefix: 'runs/x/checks/' },
      );
      expect(pointed).toEqual([]);
    });

    it('a file that the manifest does not name is refused, for later queries would read it', async () => {
      const { engine } = await finished(WITH_MANIFEST);
      await store.write(`${RUN.outputPrefix}stray`, 'x');
      await store.write(MANIFEST, '');
      await expect(engine.outputOf({ QueryExecutionId: 'q-1' }, RUN)).rejects.toThrow(
        /q-1: its manifest does not name runs\/2026-11-16\/001\/scorecards\/stray/,
      );
      expect(pointed).toEqual([]);
    });

    it('a manifest that names a file elsewhere is refused', async () => {
      const { engine } = await finished(WITH_MANIFEST);
      await store.write(MANIFEST, 's3://store/runs/2026-11-15/001/scorecards/a\n');
      await expect(engine.outputOf({ QueryExecutionId: 'q-1' }, RUN)).rejects.toThrow(/names s3:\/\/store\/runs\/2026-11-15/);
      await stop();
      const elsewhere = await finished({ DataManifestLocation: 's3://other/q-1-manifest.csv' });
      await expect(elsewhere.engine.outputOf({ QueryExecutionId: 'q-1' }, RUN)).rejects.toThrow(
        /must keep results below s3:\/\/store/,
      );
    });

    it('a query that did not succeed has no output', async () => {
      const { engine } = await finished({}, 'FAILED');
      await expect(engine.outputOf({ QueryExecutionId: 'q-1' }, RUN)).rejects.toThrow(/q-1: is FAILED/);
      expect(pointed).toEqual([]);
    });
  });

  describe('stops a query whose answer was lost', () => {
    const asking = (State: string) =>
      engineOver((operation) =>
        operation === 'StartQueryExecution'
          ? ok({ QueryExecutionId: 'q-7' })
          : ok({ QueryExecution: { QueryExecutionId: 'q-7', Status: { State } } }),
      );

    it('found again by its token, and stopped while it runs or waits', async () => {
      for (const state of ['RUNNING', 'QUEUED']) {
        const { engine, asked, bodies } = await asking(state);
        await engine.stop({ text: 'EXECUTE scorecards_0123', token: 'f'.repeat(64) });
        expect(asked()).toEqual(['StartQueryExecution', 'GetQueryExecution', 'StopQueryExecution']);
        expect(bodies()[0]).toEqual({
          QueryString: 'EXECUTE scorecards_0123',
          ClientRequestToken: 'f'.repeat(64),
          QueryExecutionContext: { Catalog: 'AwsDataCatalog', Database: 'scorecards_dev_europe' },
          WorkGroup: 'scorecards-dev-europe',
        });
        expect(bodies()[2]).toEqual({ QueryExecutionId: 'q-7' });
        await stop();
      }
    });

    it('left as it is when it has ended', async () => {
      for (const state of ['SUCCEEDED', 'FAILED', 'CANCELLED']) {
        const { engine, asked } = await asking(state);
        const account = await engine.stop({ text: 'EXECUTE scorecards_0123', token: 'f'.repeat(64) });
        expect(asked()).not.toContain('StopQueryExecution');
        // Cancelled is what this very call left behind, when it is made again.
        expect(account).toBe(state === 'FAILED' ? '{"Status":{"State":"FAILED"}}' : undefined);
        await stop();
      }
    });
  });
});
