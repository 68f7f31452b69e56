/** What the dashboard's pages say before, instead of and above their numbers. Days come written. */
export const pages = {
  nothingPublished: {
    title: 'Nothing has been published yet',
    says: 'The first night puts its numbers here once it is done. If one should be here by now, tell whoever runs the scorecards.',
  },
  signedOut: {
    title: 'Please sign in again',
    says: 'Your session has ended, or your account may not read these numbers. Nothing is wrong with the numbers themselves.',
    again: 'Sign in again',
  },
  unopened: { title: 'The published run could not be opened', again: 'Look again' },
  /** A run that is older than it should be by now. */
  late: (has: string, expected: string) =>
    `These numbers end on ${has}. Those of ${expected} should be here by now: the newest night is late.`,
  /** A run that was made without mails, such as one of a backfill. */
  madeAfterwards: (day: string) =>
    `This run of ${day} was made without mails, as runs are that fill in past days: sellers were not written to about it.`,
  leftOut:
    'Which rows were left out and why, with file and line, is in the page about data quality beside the run, which whoever runs the scorecards has.',
};
