import { env } from 'node:process';
import { GlueClient } from '@aws-sdk/client-glue';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { Environment } from '../../../cli/environment.js';
import { STORE } from '../../../contracts/run/keys.js';
import { newestOf } from '../../shared/newest-day.js';
import { liveOf } from '../live.js';
import { deployed } from '../operate/deployed.js';
import { consoleOf, runNightOnAws } from '../operate/night.js';
import { STAGES } from '../settings.js';
import { GlueCatalog } from './catalog.js';
import { S3Store } from './object-store.js';

/** A deployed stage, with the rights of whoever asks. @throws UsageError */
export async function awsEnvironment(chosen: { stage: string; group?: string; profile?: string }): Promise<Environment> {
  const at = await deployed(chosen);
  if (chosen.profile) env.AWS_PROFILE = chosen.profile;
  const { region } = at;
  const s3 = new S3Client({ region });
  const states = new SFNClient({ region });
  const store = new S3Store(s3, at.storeBucket);
  const landing = new S3Store(s3, at.landingBucket);
  const option = ` --on aws --stage ${at.stage}${chosen.group ? ` --group ${at.group}` : ''}`;
  return {
    name: `${at.stage} ${at.group}`,
    option,
    night_option: option,
    store,
    landing,
    written_over: [
      `Earlier versions of what was written anew, and results of queries of Athena, go from ${at.storeBucket} by themselves after ${STAGES[at.stage]!.keep.oldVersions} days.`,
    ],
    catalog: new GlueCatalog(new GlueClient({ region }), at.database, (prefix) => store.url(prefix)),
    ready: async () => {},
    async newestDay() {
      const days = (await landing.list('orders/dt=')).flatMap(
        ({ key }) => key.match(/^orders\/dt=(\d{4}-\d{2}-\d{2})\//)?.[1] ?? [],
      );
      return newestOf(days, landing.url('orders/'));
    },
    runNight: (asked, say) => runNightOnAws({ states, stateMachine: liveOf(at.stateMachine), ...asked }, say),
    openNext: (report) => [
      `npm run scorecards --${option} explain SELLER`,
      `npm run scorecards --${option} quality  (what landed, what was left out and why)`,
      `${store.url(`${report.prefix}/`)}  (all of the run)`,
      `SELECT * FROM "${at.database}"."scorecards" WHERE run_date = '${report.run_date}'  (in Athena)`,
      ...(report.counts.quarantined > 0 ? [`${store.url(STORE.quarantine)}  (rejected rows with file, line and reasons)`] : []),
      consoleOf(at.stateMachine),
    ],
  };
}
