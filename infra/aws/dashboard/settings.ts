import { ALL_REGIONS, REGION_CODE } from '../../../contracts/run/teams.js';

/** The dashboard of a group, served on AWS; without it none is. */
export interface DashboardSettings {
  /** Its address, such as scorecards.marketplace.example; you point it at the distribution. */
  host: string;
  /** ARN of a certificate for the host, in us-east-1, where CloudFront looks for it. */
  certificate: string;
  /** Who signs readers in; a Cognito user pool of its own when left out. */
  signIn?: CompanySignIn;
  /** Minutes after which a reader's groups are looked at anew, and after which one who was taken out of a group reads no more. */
  sessionMinutes: number;
  /** Which signing key signs, from 1. One more and a deployment change it; what open pages read by the one before they go on reading. */
  signingKey: number;
}

/** A sign-in of your own that speaks OpenID Connect. */
export interface CompanySignIn {
  /** As its discovery document says it: https, and no slash at its end that is not there. */
  issuer: string;
  clientId: string;
  /** Name of an SSM parameter (SecureString) that holds the client's secret; left out where the client has none. */
  clientSecret?: string;
  /** The claim of the ID token that lists the reader's groups. */
  groupsClaim: string;
  /** What each of your groups reads: a region by its code, or ALL for leadership. */
  groups: Readonly<Record<string, string>>;
}

const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
const CERTIFICATE = /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/;
/** Minutes. why 12 hours: a working day; whoever is taken out of a group reads no longer than that. */
const LONGEST_SESSION = 720;

function signInProblems({ issuer, groups, clientId, groupsClaim }: CompanySignIn): string[] {
  const wrong = Object.entries(groups).filter(([, place]) => place !== ALL_REGIONS && !REGION_CODE.test(place));
  return [
    ...(issuer.startsWith('https://')
      ? []
      : [`signIn.issuer "${issuer}": is none; write https://..., as its discovery document has it`]),
    ...(clientId && groupsClaim ? [] : ['signIn: needs clientId and groupsClaim']),
    ...(Object.keys(groups).length > 0 ? [] : ['signIn.groups: names none, so that nobody reads; write what each group reads']),
    ...wrong.map(([group, place]) => `signIn.groups of ${group}: "${place}" is no region; write a code of regions.yaml, or ALL`),
  ];
}

/** What is wrong with it, a line each, with what to write instead. */
export function dashboardProblems(settings: DashboardSettings | undefined): string[] {
  if (!settings) return [];
  const { host, certificate, signIn, sessionMinutes, signingKey } = settings;
  return [
    ...(HOST.test(host) ? [] : [`host "${host}": is none; write a name such as scorecards.marketplace.example`]),
    ...(CERTIFICATE.test(certificate)
      ? []
      : [`certificate "${certificate}": is none of us-east-1; "aws acm list-certificates --region us-east-1" answers its ARN`]),
    ...(sessionMinutes >= 5 && sessionMinutes <= LONGEST_SESSION
      ? []
      : [`sessionMinutes ${sessionMinutes}: write 5 to ${LONGEST_SESSION}`]),
    ...(Number.isInteger(signingKey) && signingKey >= 1 ? [] : [`signingKey ${signingKey}: count from 1`]),
    ...(signIn ? signInProblems(signIn) : []),
  ].map((problem) => `dashboard.${problem}`);
}
