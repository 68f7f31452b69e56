import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { PUBLISHED } from '../../contracts/published/index.js';
import * as keys from '../../contracts/run/keys.js';
import { OF, placesOfGroups, placeUrl } from '../../contracts/run/may-read.js';
import { forTeams } from '../../contracts/run/teams.js';
import { FILED_FOR_TEAMS, mayRead, READ_BY_LEADERSHIP, READ_BY_TEAMS } from '../../contracts/run/who-reads.js';

const RUN = 'runs/2026-11-16/001';
const ID = keys.runIdOf(RUN);
const FILES = ['part-0.parquet', '20261117_031500_00012_abcde_0e1f', 'retry-2/part-0.parquet', 'bucket=05-of-16/part-0.parquet'];
const REGIONS = ['GB', 'DE', 'GB-NIR', 'G'];
const PLACES = ['ALL', ...REGIONS];
const READERS: Record<string, string[] | undefined> = {
  leadership: ['ALL'],
  'the team of GB': ['GB'],
  'the team of DE': ['DE'],
  'whoever works for two': ['DE', 'GB-NIR'],
  'somebody in no group': [],
  'nobody who signed in': undefined,
};

const digestsOf = (region: string): string[] => [
  keys.digestListKey(region),
  keys.digestPageKey(region, '2026-11-15'),
  keys.digestPdfKey(region, '2026-11-15'),
  keys.digestPageKey(region, '2026-11-15', 'de-CH'),
  keys.digestPdfKey(region, '2026-11-15', 'es-419'),
];
const mailsSaidOf = (region: string): string[] => [
  keys.mailsPlannedKey(ID, region),
  keys.mailsSaidKey(ID, region, keys.saidIn(keys.mailShardKey(RUN, 1))),
];
const ofTeam = (region: string): string[] => [
  ...digestsOf(region),
  keys.readersIndexKey(ID, region),
  ...mailsSaidOf(region),
  ...READ_BY_TEAMS.flatMap((dataset) => FILES.map((file) => `${keys.readersDatasetFolder(ID, region, dataset)}${file}`)),
];
const OF_LEADERSHIP = [
  ...digestsOf('ALL'),
  ...mailsSaidOf('ALL'),
  keys.manifestKey(RUN),
  keys.readersIndexKey(ID, 'ALL'),
  ...READ_BY_LEADERSHIP.flatMap((dataset) => FILES.map((file) => `${keys.datasetFolder(RUN, dataset)}${file}`)),
];
const OF_NOBODY = [
  '',
  ...Object.values(keys.STORE),
  ...[`${RUN}/`, `published/${ID}/`, `published/${ID}/GB`, `published/${ID}/GB/`, 'published/current.json/', 'published'],
  ...[keys.policiesKey(RUN), keys.planKey(RUN), keys.qualityKey(RUN), keys.qualityPageKey(RUN), keys.openedKey(RUN)],
  ...[keys.gateKey(RUN), keys.sqlKey(RUN, 'scorecards', 1), keys.outputKey(RUN, 'scorecards'), keys.digestKey(RUN)],
  ...[keys.publishedLogKey('2026-11-16', '001'), `${keys.checksFolder(RUN)}x/part-0.parquet`],
  ...FILES.map((file) => `${keys.datasetFolder(RUN, 'mail_orders')}${file}`),
  ...FILES.map((file) => `${keys.readersDatasetFolder(ID, 'GB', 'mail_orders')}${file}`),
  ...FILES.map((file) => `${keys.readersDatasetFolder(ID, 'GB', 'decision_figures')}${file}`),
  ...FILES.map((file) => `${keys.workFolder(RUN, forTeams('scorecards'))}team=GB/${file}`),
  ...['sellers', 'orders', 'inputs', 'accept'].map((dataset) => `${keys.datasetFolder(RUN, dataset)}part-0.parquet`),
  ...['accepted', 'landing', 'quarantine', 'receipts', 'ledger', 'query-results', 'analyst-answers/GB'].map(
    (at) => `${at}/x.csv`,
  ),
  ...[`published/${ID}/gb/index.json`, `Published/${ID}/GB/index.json`, `published/${ID}/GB/INDEX.json`],
  ...['published/digests/', 'published/digests/GB/', 'published/digests/GB/x.json', 'published/digests/gb/list.json'],
  ...['2026-11-15.de.html', '2026-11-15..html', '2026-11-15.DE-de.pdf', '2026-11-15.de-CH.x.html'].map(
    (name) => `published/digests/GB/${name}`,
  ),
  ...[`published/2026-11-16/GB/index.json`, `published/GB/index.json`, `published/${ID}/GB/DE/index.json`],
  ...[`published/${ID}/GB/scorecards/.writing-1`, `published/${ID}/GB/scorecards/a/part-0.parquet`],
];
const EVERYTHING = [keys.POINTER, ...REGIONS.flatMap(ofTeam), ...OF_LEADERSHIP, ...OF_NOBODY];
const OURS: Record<string, string[]> = Object.fromEntries(REGIONS.map((region) => [region, [keys.POINTER, ...ofTeam(region)]]));
OURS.ALL = [keys.POINTER, ...OF_LEADERSHIP, ...REGIONS.flatMap(ofTeam)];

describe.each(Object.entries(READERS))('%s', (_, places) => {
  it('reads what is published for those places, and nothing else that a store holds; walked over every place and file', () => {
    for (const place of PLACES) {
      const allowed = EVERYTHING.filter((key) => mayRead(places, placeUrl(place) + key).allowed);
      expect(allowed.sort(), place).toEqual(places?.includes(place) ? [...OURS[place]!].sort() : []);
    }
  });

  it('reads nothing by a path that is written in another way', () => {
    const published = [keys.POINTER, ...REGIONS.flatMap(ofTeam).slice(0, 40), ...OF_LEADERSHIP.slice(0, 20)];
    for (const path of PLACES.flatMap((place) => published.map((key) => placeUrl(place) + key)))
      expect(otherwise(path).filter((other) => mayRead(places, other).allowed)).toEqual([]);
  });
});

const encoded = (text: string): string =>
  [...text].map((letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');

/** The same file, or another team's, as somebody would write it who wants in. */
function otherwise(path: string): string[] {
  const [, of, place, ...rest] = path.split('/');
  const key = rest.join('/');
  const back = REGIONS.map((region) => `/of/${place}/published/${ID}/${region}`);
  return [
    ...[
      encoded(path),
      encoded(encoded(path)),
      path.replace('/of/', '/of%2f'),
      path.replaceAll('/', '%2F'),
      path.replace(of!, '%6ff'),
    ],
    ...[path.replaceAll('/', '%252f'), path.replace('published', '%70ublished'), `/of/${encoded(place!)}/${key}`],
    ...back.flatMap((at) =>
      ['/../', '/%2e%2e/', '/%252e%252e/', '/./../', '/..%2f', '/..\\', '\\..\\', '/..;/'].map((up) => `${at}${up}GB/index.json`),
    ),
    ...[
      path.replace('/of', '/of/..'),
      path.replace('/of/', '/of//'),
      `/${path}`,
      path.replaceAll('/', '//'),
      `.${path}`,
      path.slice(1),
    ],
    ...[
      `${path}\0`,
      `${path}%00`,
      path.replaceAll('/', '\\'),
      `${path}/`,
      `${path}/.`,
      `${path}/..`,
      `${path} `,
      ` ${path}`,
      `${path}\n`,
    ],
    ...[
      path.replace('/of/', '/OF/'),
      `/of/${place!.toLowerCase()}/${key}`,
      path.replace('published', 'ｐublished'),
      path.replace('/', '∕'),
    ],
    ...[
      `https://scorecards.example${path}`,
      `/of/${place}?/${key}`,
      `/of/${place}#/${key}`,
      `/of/${place}/?${key}`,
      `/of/${place};/${key}`,
    ],
    ...[`/of/${place}/%C0%AE%C0%AE/${key}`, `/of/${place}/\u202e${key}`, `/of/${place}/x/../${key}`, `/of/${place},ALL/${key}`],
  ].filter((one) => one !== path);
}

test('a query string and a fragment change nothing, whatever they say', () => {
  const own = `${placeUrl('GB')}${keys.readersIndexKey(ID, 'GB')}`;
  const other = `${placeUrl('GB')}${keys.readersIndexKey(ID, 'DE')}`;
  for (const more of ['?version=abc', '?/GB/', `?x=${own}`, '#/GB/', '?..%2f..', '?\0']) {
    expect(mayRead(['GB'], own + more), more).toEqual({ allowed: true, place: 'GB', key: keys.readersIndexKey(ID, 'GB') });
    expect(mayRead(['GB'], other + more), more).toMatchObject({ allowed: false, status: 403 });
  }
});

test('whatever a path is made of, a team is given no key but the pointer and those below its region', () => {
  const piece = fc.constantFrom(
    ...[
      '/',
      'of',
      'GB',
      'DE',
      'ALL',
      'published',
      ID,
      'index.json',
      'scorecards',
      'decision_figures',
      'part-0.parquet',
      'current.json',
    ],
    ...['runs', '2026-11-16', '001', 'manifest.json', '..', '.', '%2e', '%2f', '\\', '\0', '?', '#', '%', 'gb', ';', '//', ' '],
  );
  const path = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 10 }).map((pieces) => `${OF}GB/${pieces.join('/')}`),
    fc.tuple(fc.constantFrom(...EVERYTHING), fc.nat(), piece).map(([key, at, more]) => {
      const cut = at % (key.length + 1);
      return `${OF}GB/${key.slice(0, cut)}${more}${key.slice(cut)}`;
    }),
  );
  const teams = `(${FILED_FOR_TEAMS.join('|')})`;
  const own = new RegExp(
    `^published/(current\\.json|\\d{4}-\\d{2}-\\d{2}-\\d{3,}/GB/(index\\.json|${teams}/[A-Za-z0-9_=-][A-Za-z0-9_./=-]*))$`,
  );
  fc.assert(
    fc.property(path, (asked) => {
      const answer = mayRead(['GB'], asked);
      if (!answer.allowed) return answer.because.length > 0;
      return (
        own.test(answer.key) &&
        asked.startsWith(`/of/GB/${answer.key}`) &&
        !answer.key.includes('..') &&
        !answer.key.includes('//')
      );
    }),
    { numRuns: 3000 },
  );
});

test('who is refused is told why, and whether signing in would help', () => {
  const of = (place: string, key: string, places?: string[]) => mayRead(places, placeUrl(place) + key);
  expect(of('GB', keys.POINTER)).toEqual({ allowed: false, status: 401, because: 'sign in first' });
  expect(of('GB', keys.POINTER, ['DE'])).toEqual({
    allowed: false,
    status: 403,
    because: 'This is for the readers of GB. You read DE.',
  });
  expect(of('GB', keys.readersIndexKey(ID, 'DE'), ['GB'])).toEqual({
    ...{ allowed: false, status: 403, because: 'This is not for the team of GB. You read GB.' },
  });
  expect(of('ALL', keys.POINTER, [])).toMatchObject({ because: expect.stringContaining('You are in no group') });
  expect(of('GB', 'accepted/orders/x', ['GB'])).toEqual({ allowed: false, status: 404, because: 'no such object' });
});

test('teams read of every published dataset but those for nobody and for leadership', () => {
  expect(Object.keys(PUBLISHED).filter((dataset) => !READ_BY_TEAMS.includes(dataset))).toEqual([
    'decision_figures',
    'mail_orders',
    'account_hubs',
  ]);
});

test('groups give places: by their usual names, or by names of their own', () => {
  expect(placesOfGroups(['region-GB', 'region-DE', 'region-GB', 'staff'])).toEqual(['DE', 'GB']);
  expect(placesOfGroups(['region-GB', 'leadership'])).toEqual(['ALL']);
  expect(placesOfGroups(['region-ALL', 'region-gb', 'Leadership', 'region-', 'region-../DE', 'xregion-GB'])).toEqual([]);
  expect(placesOfGroups(['sales-uk', 'region-DE', 'toString'], { 'sales-uk': 'GB', board: 'ALL' })).toEqual(['GB']);
  expect(placesOfGroups(['board'], { 'sales-uk': 'GB', board: 'ALL' })).toEqual(['ALL']);
});
