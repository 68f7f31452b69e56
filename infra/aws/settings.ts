import { PUBLISHED_BY } from '../../contracts/published-by.js';
import { settingsProblems } from './check-settings.js';
import type { DashboardSettings } from './dashboard/settings.js';

/** What differs between stages, in one place. */

/**
 * Markets that are judged together: one night, one set of policies, one pointer, one AWS region that holds their data.
 * Markets whose days end half a world apart, or whose data must stay apart, are two groups.
 */
export interface RegionGroup {
  /** Small letters; part of every name. At most 12. */
  name: string;
  /** AWS region that holds the group's data. */
  awsRegion: string;
  /** Time zone of the market of the group whose day ends last. */
  timeZone: string;
  /** Local time, HH:MM, at which the night of the day before starts. */
  nightAt: string;
  /** Local time, HH:MM, by which that night must be published; after it the alarm `night-missing` rings. */
  publishedBy: string;
  /** Folder of policies that the deployment copies into the store. */
  policies: string;
  /** First landing day there is, YYYY-MM-DD: Athena looks at no day before it, and a night stops for a file that landed for one. */
  firstLandingDay: string;
  /**
   * Who lands files, by dataset: ARNs of roles, users or accounts, of this account or another. Each may put files below its dataset's
   * folder of the landing bucket and nothing else. Who is not named needs rights of its own in this account.
   */
  producers?: Readonly<Record<string, readonly string[]>>;
  /**
   * Who may ask about what is published: ARNs of roles, users or accounts that may take the role of analysts,
   * which reads published datasets
   * and nothing else of the store.
   */
  analysts?: readonly string[];
  /**
   * Who may ask about what is published for one region, by its code in regions.yaml: ARNs as of analysts. The team of a region reads
   * what is about the region and the sellers at home there (docs/architecture.md), and nothing else of the store.
   */
  teams?: Readonly<Record<string, readonly string[]>>;
  /** The dashboard, served on AWS; without it none is, and whoever may read the store serves it on a machine of theirs. */
  dashboard?: DashboardSettings;
  /** Days for which one order lies in landing at all; what a night is expected to scan grows with them. */
  expectedBytesPerNight: number;
}

export interface Settings {
  /** Small letters; part of every name. At most 8. */
  stage: string;
  /** The one AWS account that this stage is deployed to, 12 digits; undefined for that of the profile. */
  account?: string;
  groups: readonly RegionGroup[];
  /** Domain of the sender in the policies (mails.from); a verified SES identity in each group's AWS region. */
  mailDomain: string;
  /**
   * Whether a mail goes only to whoever takes it over TLS (REQUIRE), or in clear text where the other side knows no better (OPTIONAL).
   * Every mail system of note takes TLS; with REQUIRE a seller whose own does not gets no mail, which counts as a bounce.
   */
  mailTls: 'REQUIRE' | 'OPTIONAL';
  /**
   * How many requests of pages of preferences are answered at once; further ones wait for CloudFront to try again. So many functions are then
   * reserved of those that the account may run at once; undefined reserves none, as an account that may run ten lets nobody.
   */
  pagesAtOnce?: number;
  /** Who gets alarms by mail. Each must confirm once. */
  operators: readonly string[];
  /**
   * How the workflow starts a query of the night: `prepared`, by the name of a statement that Athena keeps; or `inline`, by its whole
   * text. why prepared: the text then passes through no state, where it would be logged and paid for. why a choice: that Athena
   * executes a prepared UNLOAD is documented in parts only. `npm run smoke` asks it; should it say no, `inline` and a deployment are
   * all that a first night needs.
   */
  queries: 'prepared' | 'inline';
  /** Athena stops a query that scans more than this. At least 10 MB, which is Athena's own minimum. */
  mostBytesPerQuery: number;
  /** Days for which things are kept. */
  keep: {
    /** Runs: what readers see. The parts of the ledger are kept as long as the store. */
    runs: number;
    /** What the teams of regions see of runs (published/<run>/). What leadership sees of them goes with the runs. */
    published: number;
    /** What only the night itself needs (work/). Long enough to look into a night that failed. */
    work: number;
    /**
     * Landed files; undefined for as long as the bucket. What was accepted of them stays, and every number with it; landing_keeps_days of
     * the policies must say so too, and fewer (`npm run deploy` looks).
     */
    landing?: number;
    /** Rejected rows, raw as they landed: they may hold anything, so not for long. */
    quarantine: number;
    /** Overwritten and deleted versions, such as earlier pointers. */
    oldVersions: number;
    /** Logs of Lambdas, workflow and bucket access. */
    logs: number;
  };
  /** Manifests that nobody can delete for so many days (S3 Object Lock); undefined for none. Cannot be taken back on a bucket. */
  lockManifests?: { mode: 'GOVERNANCE' | 'COMPLIANCE'; days: number };
}

const europe = {
  name: 'europe',
  awsRegion: 'eu-west-1',
  timeZone: 'Europe/Dublin',
  nightAt: '05:30',
  publishedBy: PUBLISHED_BY,
  policies: 'policies',
  firstLandingDay: '2026-07-01',
  // why 5 GB: about 30 times what the sample's night reads; raise it with the marketplace (docs/deploy.md, "What it costs").
  expectedBytesPerNight: 5e9,
} satisfies RegionGroup;

const dev: Settings = {
  stage: 'dev',
  groups: [europe],
  mailDomain: 'marketplace.example',
  mailTls: 'REQUIRE',
  operators: [],
  queries: 'prepared',
  mostBytesPerQuery: 20e9,
  // why work 4: a night that fails on Friday is looked into on Monday.
  keep: { runs: 60, published: 60, work: 4, quarantine: 30, oldVersions: 7, logs: 30 },
};

const prod: Settings = {
  stage: 'prod',
  groups: [{ ...europe, expectedBytesPerNight: 200e9 }],
  mailDomain: 'marketplace.example',
  mailTls: 'REQUIRE',
  pagesAtOnce: 20,
  operators: ['scorecard-operators@marketplace.example'],
  queries: 'prepared',
  // why 500 GB: ten years of a large marketplace scanned once cost 2.50 USD; more is a mistake in a query.
  mostBytesPerQuery: 500e9,
  // why work 7: a week leaves time to look into a night that failed, and each night leaves there what it judged.
  keep: { runs: 400, published: 400, work: 7, quarantine: 90, oldVersions: 90, logs: 180 },
  lockManifests: { mode: 'GOVERNANCE', days: 400 },
};

export const STAGES: Readonly<Record<string, Settings>> = { dev, prod };

/** Settings of a stage. Throws naming the stages there are, or what is wrong with its settings, a line each. */
export function settingsOf(stage: string): Settings {
  const found = STAGES[stage];
  if (!found) throw new Error(`stage ${stage}: is not in infra/aws/settings.ts; choose ${Object.keys(STAGES).join(' or ')}`);
  const problems = settingsProblems(found);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return found;
}
