import { randomBytes } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { type SigningKey, signingKey } from '../../../lambdas/sign-in/cookies.js';
import { signIn } from '../../../lambdas/sign-in/handler.js';
import { openId } from '../adapters/open-id.js';
import { fromEnvironment } from '../environment-variables.js';

const ssm = new SSMClient({});
const logger = new Logger({ serviceName: 'sign-in' });
const host = fromEnvironment('HOST');
const clientId = fromEnvironment('CLIENT_ID');
const { CLIENT_SECRET: secretAt, GROUPS: groups, SIGN_OUT: signOut } = process.env;

async function parameter(Name: string): Promise<string> {
  const { Parameter } = await ssm.send(new GetParameterCommand({ Name, WithDecryption: true }));
  return Parameter!.Value!;
}

const keyAt = fromEnvironment('SIGNING_KEY');
const keyPairId = fromEnvironment('KEY_PAIR_ID');
let key: Promise<SigningKey> | undefined;
function signing(): Promise<SigningKey> {
  key ??= parameter(keyAt).then((pem) => signingKey(keyPairId, pem));
  key.catch(() => {
    key = undefined;
  });
  return key;
}

export const handler = signIn({
  host,
  clientId,
  groupsClaim: fromEnvironment('GROUPS_CLAIM'),
  ...(groups ? { groups: JSON.parse(groups) as Record<string, string> } : {}),
  sessionMinutes: Number(fromEnvironment('SESSION_MINUTES')),
  openId: openId({
    issuer: fromEnvironment('ISSUER'),
    clientId,
    clientSecret: async () => (secretAt ? parameter(secretAt) : undefined),
    signOut,
    home: `https://${host}/`,
  }),
  signing,
  now: Date.now,
  secret: () => randomBytes(32).toString('base64url'),
  log: (what, facts) => logger.info(what, facts),
});
