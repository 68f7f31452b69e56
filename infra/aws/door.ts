/** What CloudFront says to the function behind it, which answers nobody else. */
export const DOOR_HEADER = 'x-scorecards-door';
