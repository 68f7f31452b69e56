/**
 * The twelve questions over two nights of Olist's real orders, five weeks apart in 2018, under the example's programme with weekly evaluations:
 * the second finds sellers whose notice of the first is confirmed. Under a second programme a person approves that first. Of Olist's 3,094 sellers most have too few orders to be judged; nothing
 * says which carrier took a parcel, and five metrics have nothing to be measured by.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { importToFolder } from '../helpers/import-to-folder.js';
import { TestMarketplace } from '../night/test-marketplace.js';
import { askTwelveQuestions, type Marketplace } from './twelve-questions.js';

const OLIST = process.env.OLIST_DIR;
const EXAMPLE = join(import.meta.dirname, '../../examples/olist');
/** why 35 days: a notice is settled by the 28 days after it, once they are final. */
const NIGHTS = ['2018-07-23', '2018-08-27'];

if (!OLIST) console.warn('SKIPPED: twelve questions over Olist; set OLIST_DIR to the folder of its tables');

async function olistNights(): Promise<Marketplace> {
  const text = (name: string) => readFile(join(EXAMPLE, 'policies', name), 'utf8');
  const olist = parse(await text('olist.yaml'));
  const evaluation = { every: 'monday', why: 'what a week brought is asked on Monday' };
  const approval = { needed_for: 'losses', why: 'so that something waits for a person' };
  const programmes = {
    'olist.yaml': { ...olist, evaluation },
    'approved.yaml': {
      ...{ ...olist, programme: 'person-approves', title: 'Dispatch, where a person approves' },
      metrics: { late_dispatch: olist.metrics.late_dispatch },
      evaluation: { ...evaluation, approval },
    },
  };
  const marketplace = await TestMarketplace.make({
    files: {
      'regions.yaml': await text('regions.yaml'),
      ...Object.fromEntries(Object.entries(programmes).map(([name, programme]) => [name, stringify(programme)])),
    },
  });
  await importToFolder({ mapping: EXAMPLE, from: OLIST!, to: marketplace.landing });
  for (const night of NIGHTS) await marketplace.published(night);
  return { store: marketplace.store, remove: () => marketplace.gone() };
}

askTwelveQuestions('a regional manager of 27 states on the last Monday of August 2018', {
  here: OLIST !== undefined,
  prepare: olistNights,
  programme: 'olist-standards',
  metric: 'late_dispatch',
  unknown: ['carrier'],
  fell: true,
  waits: true,
  notMeasured: ['missing_tracking', 'seller_fault_return', 'unresolved_case', 'order_defect', 'slow_response'],
});
