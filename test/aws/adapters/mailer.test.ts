import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { SesMailer } from '../../../infra/aws/adapters/mailer.js';
import { SendRate } from '../../../infra/aws/adapters/send-rate.js';
import type { Message } from '../../../lambdas/shared/mailer.js';
import { compose } from '../../../lambdas/shared/mime.js';
import { type Asked, answering, jsonError } from '../servers/answering.js';

const MESSAGE: Message = {
  from: 'Scorecards <scorecards@market.example>',
  to: 'seller-one@shop.example',
  subject: 'Your scorecard – Woche 47',
  html: '<p>Tier: <b>good</b></p>',
  text: 'Tier: good',
  headers: { 'List-Unsubscribe': '<https://market.example/u>' },
  date: '2026-11-16T23:59:59Z',
  key: { campaign: 'scorecard', period: '2026-W47', recipient: 'S-0001' },
};

const json = (body: object) => ({ status: 200, body, headers: { 'content-type': 'application/json' } });
const account = (quota: object = { Max24HourSend: 50_000, MaxSendRate: 400, SentLast24Hours: 0 }) => json({ SendQuota: quota });
type Answer = Awaited<ReturnType<Parameters<typeof answering>[0]>>;

describe('mailing through SES', () => {
  let stop: () => Promise<void> = async () => {};
  afterEach(() => stop());

  async function mailing(send: (n: number) => Answer, quota?: object, settings: object = {}) {
    let sends = 0;
    const server = await answering((asked) => (asked.method === 'GET' ? account(quota) : send(++sends)));
    stop = server.stop;
    const mailer = new SesMailer(server.client, { configurationSet: 'scorecards-dev', senders: 4, ...settings });
    return { mailer, sent: (): Asked[] => server.asked.filter(({ method }) => method === 'POST') };
  }
  const taken = () => json({ MessageId: '0102-abc' });

  it('sends the very bytes that the outbox would hold, under the configuration set, tagged so that the ledger finds it', async () => {
    const { mailer, sent } = await mailing(taken);
    expect(await mailer.send(MESSAGE)).toEqual({ kind: 'sent', messageId: '0102-abc' });
    const body = JSON.parse(sent()[0]!.body);
    expect(Buffer.from(body.Content.Raw.Data, 'base64').equals(await compose(MESSAGE))).toBe(true);
    expect(body.Destination).toEqual({ ToAddresses: ['seller-one@shop.example'] });
    expect(body.ConfigurationSetName).toBe('scorecards-dev');
    expect(body.EmailTags).toEqual([
      { Name: 'campaign', Value: 'scorecard' },
      { Name: 'ledger', Value: expect.stringMatching(/^[0-9a-f]{32}$/) },
      { Name: 'seller', Value: Buffer.from('S-0001').toString('base64url') },
    ]);
    expect(body).not.toHaveProperty('FromEmailAddressIdentityArn');
  });

  it('names the identity of the sender where it belongs to another account', async () => {
    const fromArn = 'arn:aws:ses:eu-west-1:000000000000:identity/market.example';
    const { mailer, sent } = await mailing(taken, undefined, { fromArn });
    await mailer.send(MESSAGE);
    expect(JSON.parse(sent()[0]!.body).FromEmailAddressIdentityArn).toBe(fromArn);
  });

  const CASES: [string, Answer, object][] = [
    [
      'throttled',
      jsonError(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.'),
      { kind: 'not_sent', retryable: true },
    ],
    [
      'the daily quota is used up',
      jsonError(429, 'TooManyRequestsException', 'Daily message quota exceeded.'),
      { kind: 'not_sent', retryable: false },
    ],
    ['a limit of the account', jsonError(400, 'LimitExceededException'), { kind: 'not_sent', retryable: false }],
    ['refused', jsonError(400, 'MessageRejected', 'Email address is not verified.'), { kind: 'not_sent', retryable: false }],
    ['sending is paused', jsonError(400, 'SendingPausedException'), { kind: 'not_sent', retryable: false }],
    ['forbidden', jsonError(403, 'AccessDeniedException'), { kind: 'not_sent', retryable: false }],
    ['an error inside SES', jsonError(500, 'InternalServiceErrorException'), { kind: 'in_doubt' }],
    ['a gateway that gave up waiting for SES', { status: 504, body: 'Gateway Timeout' }, { kind: 'in_doubt' }],
    ['SES is unavailable', { status: 503, body: 'Service Unavailable' }, { kind: 'in_doubt' }],
    ['a request that SES calls too slow', jsonError(408, 'RequestTimeoutException'), { kind: 'in_doubt' }],
    ['a connection that broke after the message was on its way', 'cut', { kind: 'in_doubt' }],
    ['no answer at all', 'silence', { kind: 'in_doubt' }],
    ['an answer that nobody can read', { status: 200, body: '<html>' }, { kind: 'in_doubt' }],
    ['an answer without a message id', json({}), { kind: 'in_doubt' }],
  ];
  for (const [what, answer, outcome] of CASES) {
    it(`${what}: ${Object.values(outcome).join(', retryable ')}; SES is asked once, never twice`, async () => {
      const { mailer, sent } = await mailing(() => answer, undefined, { patience: 300 });
      expect(await mailer.send(MESSAGE)).toMatchObject(outcome);
      expect(sent()).toHaveLength(1);
    });
  }

  it('nobody there: surely not sent, worth another try', async () => {
    const { mailer } = await mailing(taken);
    await mailer.capacity();
    await stop();
    expect(await mailer.send(MESSAGE)).toMatchObject({ kind: 'not_sent', retryable: true });
  });

  it('a connection that never stands is surely not sent', async () => {
    const { mailer } = await mailing(taken);
    await mailer.capacity();
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => closed.once('listening', done));
    const { port } = closed.address() as { port: number };
    await new Promise((done) => closed.close(done));
    const elsewhere = new SesMailer(
      { endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } },
      { configurationSet: 'x', senders: 1 },
    );
    expect(await elsewhere.send(MESSAGE)).toMatchObject({ kind: 'not_sent', retryable: true });
  });

  it('tells what the account may still send today, and knows accounts without a bound', async () => {
    const bounded = await mailing(taken, { Max24HourSend: 50_000, SentLast24Hours: 49_100.5, MaxSendRate: 14 });
    expect(await bounded.mailer.capacity()).toMatchObject({ left: 899 });
    await stop();
    const over = await mailing(taken, { Max24HourSend: 200, SentLast24Hours: 250, MaxSendRate: 1 });
    expect(await over.mailer.capacity()).toMatchObject({ left: 0 });
    await stop();
    const unbounded = await mailing(taken, { Max24HourSend: -1, SentLast24Hours: 7, MaxSendRate: 500 });
    expect(await unbounded.mailer.capacity()).toMatchObject({ left: 'unlimited' });
  });

  it('keeps to its share of the account’s rate', async () => {
    const { mailer, sent } = await mailing(taken, { Max24HourSend: -1, MaxSendRate: 40, SentLast24Hours: 0 });
    const since = performance.now();
    await Promise.all(Array.from({ length: 14 }, () => mailer.send(MESSAGE)));
    // 40 a second over 4 senders is 10 a second: 10 go at once, the other 4 take 100 ms each.
    expect(performance.now() - since).toBeGreaterThan(380);
    expect(sent()).toHaveLength(14);
  });
});

describe('the sending rate', () => {
  /** A clock that moves only when somebody pauses. */
  const clock = () => {
    let now = 0;
    return {
      now: () => now,
      pause: async (ms: number) => {
        now += ms;
      },
      wait: (ms: number) => {
        now += ms;
      },
    };
  };

  it('lets at most a second’s worth through at once, then one at a time', async () => {
    const { now, pause } = clock();
    const rate = new SendRate(5, now, pause);
    const at: number[] = [];
    for (let n = 0; n < 9; n++) {
      await rate.turn();
      at.push(now());
    }
    expect(at).toEqual([0, 0, 0, 0, 0, 200, 400, 600, 800]);
  });

  it('goes below one a second, as a sandbox shared by four does', async () => {
    const { now, pause } = clock();
    const rate = new SendRate(0.25, now, pause);
    for (let n = 0; n < 3; n++) await rate.turn();
    expect(now()).toBe(8_000);
  });

  it('saves up no more than a second’s worth while nothing is sent', async () => {
    const { now, pause, wait } = clock();
    const rate = new SendRate(2, now, pause);
    wait(3_600_000);
    for (let n = 0; n < 4; n++) await rate.turn();
    expect(now() - 3_600_000).toBe(1_000);
  });
});
