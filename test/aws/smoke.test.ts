import { AthenaClient } from '@aws-sdk/client-athena';
import { GlueClient } from '@aws-sdk/client-glue';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NIGHT } from '../../infra/aws/account/limits.js';
import { settingsOf } from '../../infra/aws/settings.js';
import { notAsked, pass, type Question } from '../../infra/aws/smoke/answer.js';
import { askAll } from '../../infra/aws/smoke/ask.js';
import { AtHand } from '../../infra/aws/smoke/at-hand.js';
import { atOnce } from '../../infra/aws/smoke/questions/at-once.js';
import { overlapping } from '../../infra/aws/smoke/questions/files.js';
import { firstDay } from '../../infra/aws/smoke/questions/first-day.js';
import { mail } from '../../infra/aws/smoke/questions/mail.js';
import { pointer } from '../../infra/aws/smoke/questions/pointer.js';
import { unload } from '../../infra/aws/smoke/questions/unload.js';
import { queryStarter } from '../../infra/aws/smoke/start-query.js';
import { type Asked, answering, jsonError, s3Error } from './servers/answering.js';

const MACHINE = 'arn:aws:states:eu-west-1:1:stateMachine:scorecards-dev-europe-night';
const ok = (body: object) => ({ status: 200, body, headers: { 'content-type': 'application/x-amz-json-1.1' } });

describe('the smoke of a deployed stage', () => {
  let lines: string[];
  let stop: () => Promise<void> = async () => {};
  beforeEach(() => {
    lines = [];
  });
  afterEach(() => stop());

  /** A stage whose every service answers as it is told to. */
  async function stage(answer: (asked: Asked) => object, given: Partial<AtHand['given']> = {}) {
    const server = await answering((asked) => answer(asked) as never);
    stop = server.stop;
    const client = { ...server.client, maxAttempts: 1 };
    const clients = {
      athena: new AthenaClient(client),
      glue: new GlueClient(client),
      lambda: new LambdaClient(client),
      s3: new S3Client({ ...client, forcePathStyle: true }),
      ses: new SESv2Client(client),
      // why: TestState is asked at another host name, which a server on this machine has not.
      states: new SFNClient({ ...client, disableHostPrefix: true }),
    };
    const settings = settingsOf('dev');
    const at = new AtHand({
      at: {
        ...{ stage: 'dev', group: 'europe', region: 'eu-west-1', landingBucket: 'landing', storeBucket: 'store' },
        ...{ database: 'scorecards_dev_europe', workGroup: 'scorecards-dev-europe', stateMachine: MACHINE },
      },
      ...{ settings, clients, group: settings.groups[0]! },
      limits: {
        functionsAtOnce: async () => 1000,
        queriesAtOnce: async () => 200,
        mails: async () => ({ production: false, sending: true, aDay: 200, aSecond: 1 }),
      },
      start: await queryStarter(clients, MACHINE),
      ...{ rights: 'judged', sender: undefined, digits: 4, now: new Date('2026-11-16T05:30:00Z') },
      ...given,
    });
    return { at, asked: server.asked };
  }
  const asked = async (question: Question, answer: (asked: Asked) => object, given: Partial<AtHand['given']> = {}) => {
    const { at } = await stage(answer, given);
    return (await question.ask(at)).map(({ verdict, says }) => `${verdict} ${says}`);
  };

  it('tells one line an answer, asks on after a question that broke, cleans up, and counts what failed', async () => {
    const { at } = await stage(() => s3Error(403, 'AccessDenied'));
    const questions: Question[] = [
      { about: 'rights', ask: async () => [pass('all is well')] },
      { about: 'files', ask: () => Promise.reject(new TypeError('no footer\nat somewhere')) },
      { about: 'mails', ask: async () => [notAsked('nobody wants one')] },
    ];
    expect(await askAll(at, (line) => lines.push(line), questions)).toBe(2);
    expect(lines).toEqual([
      'PASS       rights                 all is well',
      'FAIL       files                  TypeError: no footer; look at the right or the service that is named',
      'NOT ASKED  mails                  nobody wants one',
      'FAIL       cleaning up            AccessDenied: AccessDenied; delete what lies below s3://store/work/smoke-20261116053000/',
    ]);
  });

  /** A bucket that holds one object, at the key of the smoke's own, and answers on the pointer as it is told to. */
  function bucket(onPointer: Record<'stale' | 'plain' | 'gone', string>) {
    let held: { body: string; etag: string } | undefined;
    return ({ method, path, body, headers }: Asked) => {
      // Asked whether the role of the night may be used.
      if (method === 'POST') return s3Error(403, 'AccessDenied');
      const condition = headers['if-match'] ?? headers['if-none-match'];
      if (path.includes('published/current.json')) {
        const answer = method === 'DELETE' ? onPointer.gone : condition ? onPointer.stale : onPointer.plain;
        return answer === '' ? { status: 200, body: '', headers: {} } : s3Error(answer === 'AccessDenied' ? 403 : 412, answer);
      }
      if (method === 'GET') return { status: 200, body: held!.body, headers: { etag: held!.etag } };
      const fits = headers['if-match'] ? headers['if-match'] === held?.etag : held === undefined;
      if (!fits) return s3Error(412, 'PreconditionFailed');
      held = { body, etag: `"${body}"` };
      return { status: 200, body: '', headers: { etag: held.etag } };
    };
  }

  it('passes a pointer that is written only by compare-and-set and never deleted', async () => {
    const safe = { stale: 'PreconditionFailed', plain: 'AccessDenied', gone: 'AccessDenied' };
    const told = await asked(pointer, bucket(safe));
    expect(told.map((line) => line.split(' ')[0])).toEqual(['PASS', 'PASS', 'PASS', 'PASS']);
  });

  it('fails a pointer that the bucket lets anybody overwrite or delete, with what to do', async () => {
    const open = { stale: 'PreconditionFailed', plain: 'BadDigest', gone: 'PreconditionFailed' };
    expect((await asked(pointer, bucket(open))).slice(2)).toEqual([
      'FAIL a write of the pointer without a condition is not denied but answered BadDigest; the bucket policy of the store is not ours; deploy',
      'FAIL deleting the pointer is not denied but answered PreconditionFailed; the bucket policy of the store is not ours; deploy',
    ]);
    await stop();
    const worst = { stale: '', plain: 'AccessDenied', gone: 'AccessDenied' };
    expect((await asked(pointer, bucket(worst)))[1]).toBe('FAIL a stale write of the pointer went through; run no night');
  });

  /** Step Functions that lets the role of the night be used, and Athena that refuses to execute a prepared UNLOAD. */
  const athena = ({ operation, body }: Asked) => {
    const said = JSON.parse(body || '{}');
    switch (operation.split('.').at(-1)) {
      case 'DescribeStateMachine':
        return ok({ roleArn: 'arn:aws:iam::1:role/night' });
      case 'TestState': {
        const { Type, Parameters } = JSON.parse(said.definition);
        if (Type === 'Pass') return ok({ status: 'SUCCEEDED', output: '{}' });
        const QueryExecutionId = Parameters.QueryString.startsWith('EXECUTE') ? 'prepared' : Parameters.ClientRequestToken;
        return ok({ status: 'SUCCEEDED', output: JSON.stringify({ QueryExecutionId }) });
      }
      case 'GetQueryExecution':
        return ok({ QueryExecution: { Status: { State: 'FAILED', StateChangeReason: 'UNLOAD is not supported in EXECUTE' } } });
      default:
        return ok({});
    }
  };

  it('names the setting that lets nights run where Athena does not execute a prepared UNLOAD', async () => {
    const told = await asked(unload, athena);
    expect(told[0]).toBe(
      "FAIL EXECUTE of a prepared UNLOAD did not: Error: UNLOAD is not supported in EXECUTE; set queries: 'inline' in infra/aws/settings.ts and deploy",
    );
  });

  it('asks with the role of the night, in its work group and database', async () => {
    const { at, asked: calls } = await stage(athena);
    await at.start('SELECT 1');
    const [, , test] = calls.map(({ body }) => JSON.parse(body));
    expect(test.roleArn).toBe('arn:aws:iam::1:role/night');
    expect(JSON.parse(test.definition)).toMatchObject({
      Resource: 'arn:aws:states:::athena:startQueryExecution',
      Parameters: {
        QueryString: 'SELECT 1',
        QueryExecutionContext: { Catalog: 'AwsDataCatalog', Database: 'scorecards_dev_europe' },
        WorkGroup: 'scorecards-dev-europe',
      },
    });
  });

  it('says whose rights were tried where it may not use the role of the night', async () => {
    const { at } = await stage(() => jsonError(400, 'AccessDeniedException', 'not authorized to perform: iam:PassRole'));
    expect(at.given.start.as).toMatchObject({
      who: 'yourself',
      because: expect.stringMatching(/^AccessDeniedException: not authorized to perform: iam:PassRole; allow .*states:TestState/),
    });
  });

  it('tells what the account allows too little of, and a query that finds no place beside the others', async () => {
    const few = {
      functionsAtOnce: async () => 10,
      queriesAtOnce: async () => undefined,
      mails: () => Promise.reject(new Error('x')),
    };
    let started = 0;
    const full = ({ operation }: Asked) => {
      if (!operation.endsWith('StartQueryExecution')) return ok({});
      return ++started === NIGHT.queries
        ? jsonError(400, 'TooManyRequestsException', 'You have exceeded the limit')
        : ok({ QueryExecutionId: 'q' });
    };
    expect(await asked(atOnce, full, { limits: few })).toEqual([
      expect.stringMatching(/^FAIL eu-west-1: Lambda runs 10 functions at once and a night uses 20: .*; ask for 1,000/),
      'FAIL of 8 queries at once one was refused: TooManyRequestsException: You have exceeded the limit; nights ask again, and take longer',
    ]);
  });

  it('lands nothing while a night runs', async () => {
    const { at, asked: calls } = await stage(({ operation }) =>
      ok(
        operation.endsWith('ListExecutions')
          ? { executions: [{ name: 'night' }] }
          : { Table: { Name: 'accepted_orders', Parameters: { 'projection.landing_day.range': '2026-07-02,NOW+1DAY' } } },
      ),
    );
    expect((await firstDay.ask(at)).map(({ verdict, says }) => `${verdict} ${says}`)).toEqual([
      'FAIL tables begin at 2026-07-02, and infra/aws/settings.ts says 2026-07-01; deploy',
      'NOT ASKED whether a file before it is refused: a night is running, and would meet the file; ask when it is done',
    ]);
    expect(calls.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('tells rows of one seller that lie in several places from rows that lie apart', () => {
    const group = (first: string, last: string) => ({ key: 'k', rows: 1, first, last });
    expect(overlapping([group('d', 'f'), group('a', 'b'), group('b', 'd')])).toBe(0);
    expect(overlapping([group('a', 'c'), group('b', 'd')])).toBe(1);
    expect(overlapping([group('a', 'z'), group('b', 'c'), group('d', 'e')])).toBe(2);
  });

  it('says what of mails is missing, and sends none unasked', async () => {
    const { at, asked: calls } = await stage(() =>
      ok({ VerifiedForSendingStatus: false, DkimAttributes: { Status: 'PENDING' } }),
    );
    expect((await mail.ask(at)).map(({ verdict, says }) => `${verdict} ${says}`)).toEqual([
      'FAIL marketplace.example is not verified (DKIM: PENDING); put its DKIM records into your DNS, and wait',
      'FAIL SES is in its sandbox: 200 mails a day at 1 a second, to verified addresses only; ask for production access in the SES console',
      'NOT ASKED whether a mail goes out: say --mail, and one goes to success@simulator.amazonses.com',
    ]);
    expect(calls.filter(({ path }) => /outbound-emails/.test(path))).toEqual([]);
  });
});
