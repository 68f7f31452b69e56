/** What the dashboard's page of the programmes says beside their text. */
export const programmePage = {
  title: 'Programme',
  note: 'What is asked of sellers, why, and what it brings or costs them: the policy of this run, as sellers read it.',
  /** Said where a part of the text is not in the reader's language. */
  asWritten: 'Where nobody has translated what this policy says in its own words, it is shown as it is written.',
  programme: 'Programme',
  none: 'No programme was in force on the day of this run.',
  versions: {
    title: 'Versions',
    columns: ['Version', 'In force from', 'To', 'Sellers were told on', 'State'],
    now: 'judged this run',
    later: 'comes later',
    open: 'until a newer one',
    notSaid: 'not said',
    whole: (version: string, day: string) => `Version ${version} as it reads from ${day}`,
  },
};
