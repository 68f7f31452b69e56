/** The two pictures of the README: the overview, and the mail of a seller with a notice. */

import { mailsOf } from './mails.js';
import type { Runs } from './sample-runs.js';
import type { Studio } from './studio.js';

const IMAGES = 'docs/images';

/** Answers how many it drew. */
export async function readmePictures(studio: Studio, runs: Runs): Promise<number> {
  const mail = (await mailsOf(runs)).find(({ name }) => name === 'mail-slipping-gold');
  if (!mail) throw new Error('the sample sends no mail to slipping-gold');
  const overview = { kind: 'Pages', name: 'overview', says: '', hash: 'overview' };
  await studio.take(overview, { width: 1440, height: 1390, scheme: 'light' }, `${IMAGES}/dashboard.png`, false);
  await studio.take(mail, { width: 640, height: 900, scheme: 'light' }, `${IMAGES}/scorecard.png`);
  return 2;
}
