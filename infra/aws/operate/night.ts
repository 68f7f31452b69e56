import { DescribeExecutionCommand, ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { AskedNight } from '../../../cli/environment.js';
import { executionOfBackfill } from '../../../contracts/run/opened.js';
import type { NightOutcome } from '../../shared/night-outcome.js';
import { follow } from './follow.js';

export interface AskedAwsNight extends AskedNight {
  states: SFNClient;
  /** ARN. */
  stateMachine: string;
  /** Milliseconds between two looks; default 2,000. */
  every?: number;
}

/** why 100: nobody runs the night of one day more often; then a person should look why. */
const MOST_NIGHTS_A_DAY = 100;

/**
 * Starts the night of a day on AWS and follows it to its end. A night of the same day that is running as asked is followed, not
 * started again. Leaving does not stop it.
 */
export async function runNightOnAws(asked: AskedAwsNight, say: (line: string) => void = () => {}): Promise<NightOutcome> {
  const { states } = asked;
  const executionArn = await start(asked);
  say(`  ${consoleOf(executionArn)}  (runs on if you leave)`);
  const outcome = await follow({ states, executionArn, watch: asked.watch, every: asked.every ?? 2_000 });
  const end = await states.send(new DescribeExecutionCommand({ executionArn }));
  if (end.startDate && end.stopDate) outcome.seconds = (end.stopDate.getTime() - end.startDate.getTime()) / 1000;
  if (end.status !== 'SUCCEEDED') {
    outcome.status = 'failed';
    const stopped = end.status === 'ABORTED' ? 'somebody stopped the execution' : `the execution ended as ${end.status}`;
    outcome.error = {
      name: end.error ?? `Night${end.status ?? 'Unknown'}`,
      message: end.cause || `${stopped}; see ${consoleOf(executionArn)}`,
    };
  }
  return outcome;
}

/** Names are the day and a number: Step Functions answers with the running one when name and input are the same. */
async function start({ states, stateMachine, runDate, full, mails, backfill }: AskedAwsNight): Promise<string> {
  const input = JSON.stringify({ run_date: runDate, full, mails });
  for (let n = 1; n <= MOST_NIGHTS_A_DAY; n++) {
    const plain = n === 1 ? runDate : `${runDate}-${n}`;
    const name = backfill ? executionOfBackfill(plain) : plain;
    try {
      const started = await states.send(new StartExecutionCommand({ stateMachineArn: stateMachine, name, input }));
      return started.executionArn!;
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  }
  throw new Error(`the night of ${runDate} was run ${MOST_NIGHTS_A_DAY} times already; see ${consoleOf(stateMachine)}`);
}

/** The page of a state machine or an execution in the AWS console. */
export function consoleOf(arn: string): string {
  const [, , , region = '', , kind] = arn.split(':');
  const page = kind === 'execution' ? 'executions/details' : 'view';
  const place = kind === 'execution' ? 'v2' : 'statemachines';
  return `https://${region}.console.aws.amazon.com/states/home?region=${region}#/${place}/${page}/${arn}`;
}
