import { Aws, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { groupOfRegion, LEADERSHIP_GROUP } from '../../../contracts/run/may-read.js';
import { PATHS } from '../../../lambdas/sign-in/handler.js';
import { acknowledge } from '../nag.js';

/** Letters. why 14: long is what makes a password hard to guess; the second factor does the rest. */
const PASSWORD = { minLength: 14, requireLowercase: true, requireUppercase: true, requireDigits: true, requireSymbols: true };

/** A user pool of its own for those who read the dashboard: nobody signs up by themselves, and each has a second factor. */
export function userPool(
  stack: Stack,
  base: string,
  host: string,
): { pool: cognito.UserPool; issuer: string; clientId: string; signOut: string } {
  const pool = new cognito.UserPool(stack, 'ReadersPool', {
    userPoolName: `${base}-readers`,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    passwordPolicy: { ...PASSWORD, tempPasswordValidity: Duration.days(3) },
    mfa: cognito.Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  acknowledge(
    pool,
    'AwsSolutions-COG8',
    'Its Plus plan costs by the reader; nobody signs up alone, and each has a second factor.',
  );
  const home = `https://${host}/`;
  const client = pool.addClient('Dashboard', {
    userPoolClientName: base,
    generateSecret: false, // PKCE stands for it
    preventUserExistenceErrors: true,
    authFlows: { userSrp: true },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL, cognito.OAuthScope.PROFILE],
      callbackUrls: [`https://${host}${PATHS.signedIn}`],
      logoutUrls: [home],
    },
    supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
    idTokenValidity: Duration.minutes(5),
    accessTokenValidity: Duration.minutes(5),
    // A working day: until then whoever comes back is signed in anew without being asked.
    refreshTokenValidity: Duration.hours(12),
  });
  const domain = pool.addDomain('SignInPage', { cognitoDomain: { domainPrefix: `${base}-${Aws.ACCOUNT_ID}` } });
  const issuer = `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}/${pool.userPoolId}`;
  const signOut = `${domain.baseUrl()}/logout?client_id=${client.userPoolClientId}&logout_uri=${encodeURIComponent(home)}`;
  return { pool, issuer, clientId: client.userPoolClientId, signOut };
}

/** A group for leadership, and one for each region: `region-GB`. */
export function groupsOfReaders(stack: Stack, pool: cognito.IUserPool, regions: readonly string[]): void {
  const group = (id: string, groupName: string, description: string) =>
    new cognito.UserPoolGroup(stack, id, { userPool: pool, groupName, description });
  group('LeadershipGroup', LEADERSHIP_GROUP, 'Reads the scorecards of all regions');
  for (const region of [...regions].sort())
    group(`Group-${region}`, groupOfRegion(region), `Reads the scorecards of ${region} alone`);
}
