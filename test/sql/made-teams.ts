/** Which team reads which rows, over made rows. Regions are GB and DE; programme `both` holds in both, `german` in DE; their windows are 90 days. */
import { MADE_POLICIES, type MadeRows, rows } from './made-rows.js';

const wider = {
  ...MADE_POLICIES,
  programmes: MADE_POLICIES.programmes.map((p) =>
    p.programme === 'both' ? { ...p, assessable: { ...p.assessable, window_days: 30 } } : p,
  ),
};

const sellerTeams: MadeRows = {
  path: 'marts/seller_teams.sql',
  through: ['marts/seller_regions.sql'],
  says: 'one home each: as described, else where most orders of the longest window go; and where it sells in a programme’s window',
  night: { policies: wider },
  reads: {
    sellers: rows('seller_id, home_region', `'at-home', 'GB'`, `'elsewhere', 'GB'`, `'gone', 'DE'`),
    seller_counts: rows(
      'seller_id, region, placed_30, placed_90',
      `'at-home', 'GB', 2, 3`,
      `'at-home', 'DE', 0, 9`,
      `'elsewhere', 'DE', 1, 1`,
      `'equal', 'GB', 2, 5`,
      `'equal', 'DE', 1, 5`,
      `'unknown', 'GB', 0, 4`,
      `'unknown', 'DE', 4, 3`,
      // Nothing sold of late: nobody's but leadership's.
      `'talks', 'GB', 0, 0`,
    ),
  },
  gives: [
    'at-home DE german',
    'at-home GB -',
    'elsewhere DE both',
    'elsewhere DE german',
    'elsewhere GB -',
    'equal DE -',
    'equal GB both',
    'gone DE -',
    'unknown DE both',
    'unknown DE german',
    'unknown GB -',
  ],
};

/** `here` is at home in GB and sells in DE too, in both programmes; `there` is at home in DE; nobody knows where `nowhere` is. */
const seller_teams = rows(
  'seller_id, region, programme',
  ...[`'here', 'GB', NULL`, `'here', 'DE', 'both'`, `'there', 'DE', NULL`, `'nowhere', 'DE', 'german'`],
);
const made = (name: string, says: string, reads: string, gives: readonly string[]): MadeRows => ({
  path: `teams/team_${name}.sql`,
  says,
  reads: { [name]: reads, seller_teams },
  gives,
});
const ofSellers = (column: string, values: readonly string[]): string =>
  rows(`seller_id, programme, ${column}`, ...['here', 'there', 'nowhere'].flatMap((one) => values.map((v) => `'${one}', ${v}`)));

export const MADE_TEAMS: readonly MadeRows[] = [
  sellerTeams,
  made(
    'scorecards',
    'a tier to whoever the seller is at home with, and where it sells in that programme',
    ofSellers('tier', [`'both', 'top'`, `'german', 'good'`]),
    [
      'here both top DE',
      'nowhere german good DE',
      'there both top DE',
      'there german good DE',
      'here both top GB',
      'here german good GB',
    ],
  ),
  made('seller_metrics', 'all of a card to its home alone', ofSellers('metric', [`'both', 'late_dispatch'`]), [
    'there both late_dispatch DE',
    'here both late_dispatch GB',
  ]),
  made(
    'outcome_details',
    'every order to the home of its seller, and once to the region that it is of',
    rows(
      'seller_id, programme, metric, subject_id, region',
      ...['here', 'there', 'nowhere'].flatMap((one) =>
        ['GB', 'DE', 'XX'].map((region) => `'${one}', 'both', 'late_dispatch', 'in-${region}', '${region}'`),
      ),
    ),
    [
      'here both late_dispatch in-DE DE DE',
      'nowhere both late_dispatch in-DE DE DE',
      'there both late_dispatch in-DE DE DE',
      'there both late_dispatch in-GB GB DE',
      'there both late_dispatch in-XX XX DE',
      'here both late_dispatch in-DE DE GB',
      'here both late_dispatch in-GB GB GB',
      'here both late_dispatch in-XX XX GB',
      'nowhere both late_dispatch in-GB GB GB',
      'there both late_dispatch in-GB GB GB',
    ],
  ),
  made(
    'region_kpis',
    'a region to its team; what is of all of them, or of none that is known, to no team',
    rows('region, window_days', ...['ALL', 'DE', 'GB', '?'].map((region) => `'${region}', 7`)),
    ['DE 7 DE', 'GB 7 GB'],
  ),
  made('luck', 'what is about nobody to every team', rows('programme, at_most_ppm, faults', `'both', 40000, 1`), [
    'both 40000 1 DE',
    'both 40000 1 GB',
  ]),
];
