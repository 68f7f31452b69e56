/** What an account may do at once in one AWS region. Reading one may fail, for want of a permission. */
export interface AccountLimits {
  /** Functions that run at the same time and are reserved for none. */
  functionsAtOnce(): Promise<number>;
  mails(): Promise<MailLimits>;
  /** Athena's SELECT and UNLOAD, running and waiting; undefined when the account is told of no such limit. */
  queriesAtOnce(): Promise<number | undefined>;
}

export interface MailLimits {
  /** Out of the sandbox, in which mails reach addresses that are verified and no others. */
  production: boolean;
  /** False when SES has stopped the account. */
  sending: boolean;
  aDay: number;
  aSecond: number;
}

/** How many of each a night uses at once: the largest MaxConcurrency of infra/nightly.asl.json over functions, and over queries. */
export const NIGHT = { functions: 20, queries: 8 };

/** why 1,000: what AWS gives an account that is not new. */
const FUNCTIONS_TO_ASK = 1000;
/** why twice: analysts ask in the same account while a night runs. */
const QUERIES_ENOUGH = 2 * NIGHT.queries;
/** why 50,000: what AWS gives first to an account that leaves the sandbox; more must be asked for. */
const MAILS_AT_FIRST = 50_000;

const number = (many: number): string => many.toLocaleString('en');
const increase = (region: string, service: string, quota: string, to: number): string =>
  `ask for ${number(to)}: Service Quotas, ${region}, ${service}, "${quota}"`;

function functionLines(region: string, most: number): string[] {
  if (most >= NIGHT.functions) return [];
  return [
    `Lambda runs ${number(most)} functions at once and a night uses ${NIGHT.functions}: it ends, later, since functions wait for each other; ${increase(region, 'AWS Lambda', 'Concurrent executions', FUNCTIONS_TO_ASK)}`,
  ];
}

function mailLines(region: string, { production, sending, aDay, aSecond }: MailLimits): string[] {
  if (!sending) return ['SES has stopped sending for this account: no mail goes out; the SES console says why'];
  const most = `${number(aDay)} mails a day at ${number(aSecond)} a second`;
  if (!production)
    return [
      `SES is in its sandbox: ${most}, to verified addresses only; ask for production access in the SES console of ${region}, or run nights with "mails": false`,
    ];
  if (aDay < 0 || aDay > MAILS_AT_FIRST) return [];
  const hours = (aDay / aSecond / 3600).toFixed(1);
  return [
    `SES sends ${most}, so all of them in ${hours} hours, and a plan of more is refused before its first mail; with more sellers than that ${increase(region, 'Amazon SES', 'Sending quota', Math.max(2 * aDay, MAILS_AT_FIRST))}`,
  ];
}

function queryLines(region: string, most: number | undefined): string[] {
  if (most === undefined || most >= QUERIES_ENOUGH) return [];
  return [
    `Athena takes ${number(most)} queries at once, and a night asks ${NIGHT.queries} beside those of analysts; ${increase(region, 'Amazon Athena', 'Active DML queries', QUERIES_ENOUGH)}`,
  ];
}

/** Lines that say what is too low for a night and what to ask for; one that cannot be read is a line too, and never an error. */
export async function tooLow(limits: AccountLimits, region: string): Promise<string[]> {
  const told = async <T>(what: string, read: () => Promise<T>, lines: (limit: T) => string[], permission: string) => {
    try {
      return lines(await read());
    } catch (error) {
      const { name, message } = error as Error;
      const allow = /denied|not authorized/i.test(`${name} ${message}`)
        ? `; allow ${permission} to see whether it is enough`
        : '';
      return [`${what}: not looked at: ${name}: ${message.split('\n')[0]}${allow}`];
    }
  };
  const all = await Promise.all([
    told('Lambda', limits.functionsAtOnce, (most) => functionLines(region, most), 'lambda:GetAccountSettings'),
    told('SES', limits.mails, (most) => mailLines(region, most), 'ses:GetAccount'),
    told('Athena', limits.queriesAtOnce, (most) => queryLines(region, most), 'servicequotas:ListServiceQuotas'),
  ]);
  return all.flat().map((line) => `${region}: ${line}`);
}
