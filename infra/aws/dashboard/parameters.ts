import { GetParameterCommand, ParameterNotFound, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { Parameters } from './signing-keys.js';

/** Parameters of the account, in a region. */
export function parametersIn(region: string): Parameters {
  const ssm = new SSMClient({ region });
  return {
    async get(Name) {
      try {
        return (await ssm.send(new GetParameterCommand({ Name }))).Parameter?.Value;
      } catch (error) {
        if (error instanceof ParameterNotFound) return undefined;
        throw error;
      }
    },
    async put(Name, Value, secret) {
      const Type = secret ? 'SecureString' : 'String';
      await ssm.send(new PutParameterCommand({ Name, Value, Type, Overwrite: false }));
    },
  };
}
