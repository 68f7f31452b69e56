/** What the dashboard's page about data quality says beside what the mails and the command line say of it. */
import { plural as s } from '../plural.js';

export const qualityPage = {
  title: 'Data quality',
  note: (day: string) => `What had landed by ${day}, and what could not be measured`,
  nothingLanded: 'Nothing has landed.',
  notMeasured: {
    title: 'Not measured',
    none: 'Every metric has the data it needs.',
    /** A sentence that begins with the name of a metric; `columns` are names of data. */
    needs: (metric: string, columns: string) => `${metric} needs ${columns}. Shown as not measured, never as zero.`,
  },
  noWarnings: 'No check found anything.',
  /** A check by its title, and what it says. */
  warning: (check: string, n: number, rows: string, description: string) =>
    `${check} (${rows} ${s(n, 'row', 'rows')}): ${description}`,
  landed: {
    title: 'Landed, accepted, refused',
    note: 'Every landed row is accepted or quarantined; both are kept. Late: landed more than a day after its updated_at.',
    label: 'Landed rows',
    dataset: 'Dataset',
    upTo: 'Up to the run date',
    on: 'On the run date',
    late: 'Late',
    newest: 'Newest record',
    files: 'Files',
    landed: 'Landed',
    accepted: 'Accepted',
    quarantined: 'Quarantined',
    share: 'Share',
    noRegion: 'No known region',
    never: 'Never landed',
  },
  run: {
    title: 'This run',
    note: 'Everything on these pages is read from these datasets.',
    run: 'Run',
    runDate: 'Run date',
    before: 'Published before it',
    fingerprint: 'Policy fingerprint',
    programme: (version: string, day: string, regions: string) => `version ${version}, in force from ${day}, ${regions}`,
    dataset: 'Dataset',
    rows: 'Rows',
    notPublished: 'not published',
  },
};
