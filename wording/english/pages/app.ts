/** What stands around every page of the dashboard, and in what all of them are made of. */
import { plural as s } from '../plural.js';

export const app = {
  name: 'Seller scorecards',
  /** The title of the browser's tab. */
  tab: (page: string, runDate: string) => `${page} · Seller scorecards · ${runDate}`,
  opening: 'Opening the published run…',
  skip: 'Skip to the numbers',
  /** Of the links at the top, for whoever hears the page. */
  pages: 'Pages',
  views: {
    overview: 'Overview',
    movers: 'Movers',
    calls: 'Call first',
    leads: 'Leads',
    onboarding: 'Onboarding',
    metrics: 'Metrics',
    sellers: 'Sellers',
    programme: 'Programme',
    quality: 'Data quality',
  },
  region: 'Region',
  language: 'Language',
  run: 'Run',
  runDate: 'Run date',
  policy: 'Policy',
  newer: (run: string) => `Run ${run} has been published since.`,
  showNewer: 'Show it',
  period: 'Period',
  days: (n: number, shown: string) => `${shown} ${s(n, 'day', 'days')}`,
  /** A difference of two rates, short: it stands in tables. */
  points: (shown: string) => `${shown} pp`,
  /** Heard while a part of a page is read. */
  reading: 'Reading',
  /** `dataset` is the name of a file, such as seller_weeks. */
  notPublished: (dataset: string) => `This run did not publish ${dataset}, so there is nothing to show here.`,
  /** `message` is a technical one, in English. */
  failed: (message: string) => `This part could not be read: ${message}`,
  again: 'Try again',
  /** Heard beside the arrow of a change. */
  change: { same: 'unchanged', up: 'up', down: 'down', upWorse: 'up, worse', downBetter: 'down, better' },
  /** Of a long list: how many of the rest come next. */
  more: (some: string, rest: string) => (some === rest ? `Show the other ${rest}` : `Show ${some} more of ${rest}`),
};
