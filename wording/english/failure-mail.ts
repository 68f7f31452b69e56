/** What the mail to the operators says when a night stops. */
import { plural as s } from './plural.js';

export const failure = {
  kicker: 'Nightly run',
  subject: (day: string, where: string, what: string) => `Night of ${day} stopped at ${where}: ${what}`,
  nothing: 'Nothing was published and nothing was mailed.',
  published: 'The run is published; some of its mails were not sent.',
  still: (run: string, day: string) => `Readers still see run ${run} of ${day}.`,
  neverPublished: 'No run has been published before.',
  whatHeading: 'What stopped',
  stoppedAt: (where: string) => `Stopped at ${where}`,
  proofHeading: 'The rows that prove it',
  more: (n: number, shown: string) => `and ${shown} more ${s(n, 'row', 'rows')}`,
  nextHeading: 'Next step',
  run: (day: string, run: string | undefined) => (run ? `Run date ${day}, run ${run}` : `Run date ${day}, no run was opened`),
};
