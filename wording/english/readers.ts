/** What pages say to readers about who may see what. Regions come by their names. */
export const readers = {
  /** On each page of a team. */
  own: (region: string) =>
    `What the team of ${region} sees: its orders, and all of the sellers at home there; of others who sell there the tier, and those orders. Other regions, and sums over all, are left out.`,
  /** On the page of a seller that the team sees in part. */
  elsewhere: (region: string) => `At home in ${region}: what lies behind the tier is read by the team there.`,
  nowhere: 'At home nowhere yet: what lies behind the tier is read by leadership.',
  notHere: 'not published to regions',
  warnings: 'What the checks of a night found is about all regions together, and leadership reads it.',
  signOut: 'Sign out',
  nothing: {
    title: 'There is nothing for you to read here',
    says: 'You are signed in, but in no group that reads a region. Ask whoever runs the scorecards to add you to the group of yours.',
  },
  notYet: {
    title: 'This run cannot be read here',
    says: 'It was published by an earlier version of the scorecards. The next night brings one that can be read.',
  },
};
