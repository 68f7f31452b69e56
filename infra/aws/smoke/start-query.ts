import { type AthenaClient, StartQueryExecutionCommand } from '@aws-sdk/client-athena';
import { DescribeStateMachineCommand, type SFNClient, TestStateCommand } from '@aws-sdk/client-sfn';
import { DATA_CATALOG } from '../data-catalog.js';

interface Asked {
  text: string;
  token: string;
  database: string;
  workGroup: string;
}

export interface QueryStarter {
  /** With whose rights queries run: the role of the night, or whoever runs the smoke, and then why. */
  as: { who: 'the night' } | { who: 'yourself'; because: string };
  /** Answers the id of the query. */
  query(asked: Asked): Promise<string>;
}

const request = ({ text, token, database, workGroup }: Asked) => ({
  QueryString: text,
  ClientRequestToken: token,
  QueryExecutionContext: { Catalog: DATA_CATALOG, Database: database },
  WorkGroup: workGroup,
});

export const asYourself = (athena: AthenaClient, because: string): QueryStarter => ({
  as: { who: 'yourself', because },
  async query(asked) {
    return (await athena.send(new StartQueryExecutionCommand(request(asked)))).QueryExecutionId!;
  },
});

/** What Step Functions answers of a state that failed. */
class NightRefused extends Error {
  override name = 'NightRefused';
}

/**
 * Starts queries with the role of the workflow and no other. why TestState: only Step Functions may take that role, and this runs one
 * state with it without making a workflow. It knows no `.sync`, so somebody else waits for the query.
 */
function asTheNight(states: SFNClient, roleArn: string): QueryStarter {
  return {
    as: { who: 'the night' },
    async query(asked) {
      const state = {
        Type: 'Task',
        Resource: 'arn:aws:states:::athena:startQueryExecution',
        Parameters: request(asked),
        End: true,
      };
      const definition = JSON.stringify(state);
      const { status, output, error, cause } = await states.send(new TestStateCommand({ definition, roleArn, input: '{}' }));
      if (status !== 'SUCCEEDED') throw new NightRefused(`${error}: ${cause}`);
      return (JSON.parse(output!) as { QueryExecutionId: string }).QueryExecutionId;
    },
  };
}

/** The role of the night, where whoever runs the smoke may have Step Functions use it; else their own rights. */
export async function queryStarter(
  { states, athena }: { states: SFNClient; athena: AthenaClient },
  stateMachineArn: string,
): Promise<QueryStarter> {
  try {
    const { roleArn } = await states.send(new DescribeStateMachineCommand({ stateMachineArn }));
    const nothing = JSON.stringify({ Type: 'Pass', End: true });
    await states.send(new TestStateCommand({ definition: nothing, roleArn, input: '{}' }));
    return asTheNight(states, roleArn!);
  } catch (error) {
    const { name, message } = error as Error;
    return asYourself(
      athena,
      `${name}: ${message.split('\n')[0]}; allow states:DescribeStateMachine, states:TestState and iam:PassRole on the role of the workflow`,
    );
  }
}
