/**
 * Who may read what of the published runs: one rule, which the laptop's server asks and which runs at CloudFront's edge. Readers ask for
 * `/of/<place>/<key of the store>`: the place is a region, or ALL for leadership.
 *
 * why so plain: CloudFront's functions know no destructuring, no spread and no class (infra/aws/edge/). A path is never tidied, it is
 * refused: keys of published files hold small and capital letters, digits and `-_.=` alone, so that whatever is encoded, dotted or
 * doubled names nothing, and nothing is left for S3 or a file system to read another way than this rule did.
 */
import {
  bucketFolder,
  datasetFolder,
  digestListKey,
  digestsFolder,
  manifestKey,
  POINTER,
  readersDatasetFolder,
  readersIndexKey,
  runPrefix,
} from './keys.js';
import { ALL_REGIONS } from './teams.js';

export type MayRead =
  | { allowed: true; place: string; key: string }
  /** 401: nobody has signed in; 403: published, and not for this reader; 404: nothing that is published is named so. */
  | { allowed: false; status: 401 | 403 | 404; because: string };

/** Where readers ask: what lies below is for those of a place. */
export const OF = '/of/';
export const placeUrl = (place: string): string => `${OF}${place}/`;

/** Groups of a sign-in, by their usual names. */
export const LEADERSHIP_GROUP = 'leadership';
export const groupOfRegion = (region: string): string => `region-${region}`;

const PLAIN = /^[A-Za-z0-9_=./-]+$/;
const PLACE = /^\/of\/([A-Z0-9_-]{1,16})\/(.+)$/;
/** A file of a dataset, by the first or a later attempt of its query, in buckets or not. Athena gives its files no ending. */
const FILE = '[A-Za-z0-9_-][A-Za-z0-9_.-]*';

/** A pattern of keys, made of the functions that spell them, with `~` for what is not known beforehand. */
const pattern = (key: string, unknown: readonly string[]): string => {
  let at = 0;
  return key
    .split('.')
    .join('\\.')
    .replace(/~/g, () => unknown[at++]!);
};
const DAY = '\\d{4}-\\d{2}-\\d{2}';
/** A language, and a country or a part of the world. */
const LOCALE = '[a-z]{2,3}-(?:[A-Z]{2}|\\d{3})';
const RUN = [DAY, '\\d{3,}'];
const RUN_ID = `${DAY}-\\d{3,}`;
const BELOW = `(?:retry-\\d+/)?(?:${bucketFolder('\\d{2}-of-\\d{2}')})?${FILE}`;

const either = (names: readonly string[]): string => `(?:${names.join('|')})`;
const whole = (patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`);

/** Keys of the store that somebody may read, by whom. `datasets`: contracts/run/who-reads.ts. */
const published = (datasets: { leadership: readonly string[]; teams: readonly string[] }) => ({
  everybody: whole([pattern(POINTER, [])]),
  leadership: whole([
    pattern(manifestKey(runPrefix('~', '~')), RUN),
    pattern(datasetFolder(runPrefix('~', '~'), '~'), RUN.concat(either(datasets.leadership))) + BELOW,
  ]),
  /** The first group is the region. */
  team: whole([
    pattern(readersIndexKey('~', '~'), [RUN_ID, '([A-Z0-9_-]{1,16})']),
    pattern(readersDatasetFolder('~', '~', '~'), [RUN_ID, '([A-Z0-9_-]{1,16})', either(datasets.teams)]) + BELOW,
    pattern(digestListKey('~'), ['([A-Z0-9_-]{1,16})']),
    `${pattern(digestsFolder('~'), ['([A-Z0-9_-]{1,16})'])}${DAY}(?:\\.${LOCALE})?\\.(?:html|pdf)`,
  ]),
});

const refused = (status: 401 | 403 | 404, because: string): MayRead => ({ allowed: false, status, because });
const NOTHING = 'no such object';

const inWords = (places: readonly string[]): string =>
  places.length === 0 ? 'You are in no group that reads anything.' : `You read ${places.join(', ')}.`;

/**
 * The rule for given datasets. `places`: what a reader's groups give, none for somebody whom they give nothing, undefined for somebody who
 * has not signed in. `path`: as it was asked, with its query string, not decoded.
 */
export function ruleOf(datasets: { leadership: readonly string[]; teams: readonly string[] }) {
  const keys = published(datasets);
  return (places: readonly string[] | undefined, path: string): MayRead => {
    if (places === undefined) return refused(401, 'sign in first');
    const asked = path.split(/[?#]/)[0]!;
    const found = PLAIN.test(asked) ? PLACE.exec(asked) : null;
    if (found === null || /\/(?:\/|\.|$)|\.\./.test(asked)) return refused(404, NOTHING);
    const place = found[1]!;
    const key = found[2]!;
    const team = keys.team.exec(key);
    const ofRegion = team === null ? undefined : team[1] || team[2] || team[3] || team[4];
    if (ofRegion === undefined && !keys.everybody.test(key) && !keys.leadership.test(key)) return refused(404, NOTHING);
    if (places.indexOf(place) < 0) return refused(403, `This is for the readers of ${place}. ${inWords(places)}`);
    const reads = place === ALL_REGIONS || keys.everybody.test(key) || ofRegion === place;
    if (!reads) return refused(403, `This is not for the team of ${place}. ${inWords(places)}`);
    return { allowed: true, place: place, key: key };
  };
}

/** The places whose readers somebody is, by the groups of a sign-in; `named` for groups with names of their own. */
export function placesOfGroups(groups: readonly string[], named?: Readonly<Record<string, string>>): string[] {
  const places = groups.flatMap((group) => {
    if (named) return Object.hasOwn(named, group) ? [named[group]!] : [];
    if (group === LEADERSHIP_GROUP) return [ALL_REGIONS];
    const region = /^region-([A-Z0-9_-]{1,16})$/.exec(group)?.[1];
    return region === undefined || region === ALL_REGIONS ? [] : [region];
  });
  // Leadership reads all that teams do.
  return places.includes(ALL_REGIONS) ? [ALL_REGIONS] : [...new Set(places)].sort();
}
