import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Settings } from '../settings.js';

/** The account that the environment's credentials belong to. */
export async function signedInTo(region: string): Promise<string> {
  const { Account } = await new STSClient({ region, maxAttempts: 2 }).send(new GetCallerIdentityCommand({}));
  return Account ?? '';
}

/**
 * Refuses to deploy a stage to another account than its own. Returns what is to be said of a stage that has none.
 *
 * @throws when the account is another, or cannot be learned of a stage that has its own
 */
export async function rightAccount(
  { stage, account, groups }: Pick<Settings, 'stage' | 'account' | 'groups'>,
  askAccount: (region: string) => Promise<string> = signedInTo,
): Promise<string[]> {
  const where = `stage ${stage} is for account ${account} (infra/aws/settings.ts)`;
  let found: string;
  try {
    found = await askAccount(groups[0]!.awsRegion);
  } catch (error) {
    // Without an account of its own the stage goes wherever CDK finds credentials, and CDK says what is wrong with them.
    if (!account) return [];
    throw new Error(`${where}, and AWS does not say whose these credentials are: ${(error as Error).message.split('\n')[0]}`);
  }
  if (!account)
    return [`stage ${stage}: goes to account ${found}; to hold it there, say account: '${found}' in infra/aws/settings.ts`];
  if (found !== account) throw new Error(`${where}, and these credentials are of ${found}; choose another --profile`);
  return [];
}
