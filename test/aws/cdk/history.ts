import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SENDERS } from '../../../infra/aws/parts/mails.js';
import { LONGEST_NIGHT } from '../../../infra/aws/stacks/night-stack.js';
import { HOME } from '../../../infra/shared/home.js';
import { someNight } from '../../../infra/shared/night-columns.js';
import { BETWEEN_LOOKS } from '../../../lambdas/look-for-orders/look-for-orders.js';
import { MOST_SHARDS } from '../../../lambdas/open-run/in-shards.js';
import { SHARD_SECONDS } from '../../../lambdas/plan-emails/cut-into-shards.js';
import { readSqlFiles } from '../../../sql/files.js';
import { queryFilesOf } from '../../../sql/query-files.js';
import { layersOf } from '../../../sql/render.js';
import { MADE_POLICIES } from '../../sql/made-rows.js';

interface State {
  Type: string;
  MaxConcurrency?: number;
  ItemProcessor?: { ProcessorConfig: { Mode: string }; States: Record<string, State> };
}
const { States } = JSON.parse(readFileSync(join(HOME, 'infra/nightly.asl.json'), 'utf8')) as { States: Record<string, State> };
const maps = (states: Record<string, State>): [string, State][] =>
  Object.entries(states).flatMap(([name, state]) =>
    state.ItemProcessor ? [[name, state] as [string, State], ...maps(state.ItemProcessor.States)] : [],
  );

/** Step Functions ends an execution with more (docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html). */
const MOST_EVENTS = 25_000;
/** A state is entered and exited; a function is scheduled, started, and succeeds. */
const TASK = 2 + 3;
/** A query is submitted, too. */
const QUERY = 2 + 4;
/** Each call that is refused is scheduled, started, and fails. */
const REFUSED = 3;
/** A Map is entered, started, succeeds and is exited. */
const MAP = 4;
/** An iteration is started and succeeds. */
const ITEM = 2;
const CHOICE = 2;
const WAIT = 2;

const looks = LONGEST_NIGHT / BETWEEN_LOOKS;
/** As many as can be sent before a night is ended. */
const mailShards = Math.ceil((SENDERS * LONGEST_NIGHT) / SHARD_SECONDS);
const files = await readSqlFiles();
const queries = queryFilesOf(files).length;
/** Those of datasets, of teams and of checks. */
const layers = layersOf(files, someNight(MADE_POLICIES, 'later')).length + 2;

const acceptance = TASK + MAP + MOST_SHARDS * (ITEM + TASK) + CHOICE;
const computing = MAP + layers * (ITEM + MAP) + queries * (ITEM + TASK + QUERY + TASK);
const mails = MAP + mailShards * (ITEM + TASK);
const rest = Object.keys(States).length * TASK;

describe('the history of a night', () => {
  it('is one: items of Maps run inside the night, no more than 40 at once', () => {
    expect(maps(States).map(([name]) => name)).toEqual(['AcceptFiles', 'Compute', 'ComputeLayer', 'SendEmails']);
    for (const [name, { ItemProcessor, MaxConcurrency }] of maps(States)) {
      expect(ItemProcessor!.ProcessorConfig, name).toEqual({ Mode: 'INLINE' });
      expect(MaxConcurrency, name).toBeLessThanOrEqual(40);
    }
  });

  it('of a night that waits for orders for eight hours, accepts 40 shards at each look and mails all it can, is half of what there may be', () => {
    const events = looks * (acceptance + TASK + CHOICE + WAIT) + computing + mails + rest;
    console.log(`events of the longest night: ${events} of ${MOST_EVENTS}`);
    expect(events).toBeLessThan(0.6 * MOST_EVENTS);
  });

  // why eight: as often a call is made again after a fault of the service (infra/nightly.asl.json).
  it('has room for every call of a night to be refused eight times', () => {
    const events = acceptance + computing + mails + rest;
    const calls = MOST_SHARDS + queries * 3 + mailShards + Object.keys(States).length;
    console.log(
      `events of a night: ${events}, and ${Math.floor((MOST_EVENTS - events) / REFUSED / calls)} refusals of each of its ${calls} calls`,
    );
    expect(events + calls * 8 * REFUSED).toBeLessThan(MOST_EVENTS);
  });
});
