import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { startNight } from '../../../lambdas/start-night/handler.js';
import { fromEnvironment } from '../environment-variables.js';

const states = new SFNClient({});
const stateMachineArn = fromEnvironment('STATE_MACHINE_ARN');

export const handler = startNight({
  timeZone: fromEnvironment('TIME_ZONE'),
  publishedBy: fromEnvironment('PUBLISHED_BY'),
  starter: {
    async start(name, input) {
      try {
        await states.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
        return true;
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return false;
        throw error;
      }
    },
  },
});
