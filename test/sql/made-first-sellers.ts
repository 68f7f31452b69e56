/** Where the list of sellers begins, and what its team reads of it, over made rows. Tiers of `both` are evaluated. */
import { EVALUATED } from './made-evaluations.js';
import { type MadeRows, none, rows } from './made-rows.js';

const CARD = 'seller_id, programme, name, home_region, status, orders, tier, tier_projected, held_back_by';
const CHANGES = 'seller_id, programme, direction, previous_tier';
const AHEAD = 'seller_id, programme, decides, tier_on, looked_until';

/** `a` and `b` have as many orders, `c` has two cards, and `d` has a card and sells nowhere. */
const first: MadeRows = {
  path: 'marts/first_sellers.sql',
  says: 'sellers of each region by their orders and then by id, with what is held, what changed and what comes; and how many there are',
  night: { policies: EVALUATED },
  reads: {
    seller_regions: rows(
      'seller_id, programme, region',
      ...["'b', 'both', 'ALL'", "'a', 'both', 'ALL'", "'c', 'both', 'ALL'", "'c', 'german', 'ALL'"],
      ...["'b', 'both', 'GB'", "'c', 'german', 'DE'", "'no-card', 'both', 'GB'"],
    ),
    scorecards: rows(
      CARD,
      "'a', 'both', 'Shop A', 'GB', 'active', 7, 'good', 'top', 'late_dispatch'",
      "'b', 'both', NULL, NULL, NULL, 7, 'top', 'top', NULL",
      "'c', 'both', 'Shop C', 'DE', 'active', 9, 'below', 'below', NULL",
      "'c', 'german', 'Shop C', 'DE', 'active', 3, 'good', 'good', NULL",
      "'d', 'both', 'Shop D', 'DE', 'closed', 99, 'good', 'good', NULL",
    ),
    standings: rows(
      'seller_id, programme, official_tier',
      ...["'a', 'both', 'top'", "'b', 'both', 'not_evaluated'", "'c', 'german', 'poor'"],
    ),
    tier_changes: rows(CHANGES, "'c', 'both', 'down', 'good'", "'c', 'other', 'up', 'below'"),
    next_tiers: rows(
      AHEAD,
      "'a', 'both', TRUE, DATE '2026-12-01', DATE '2027-02-14'",
      "'a', 'both', FALSE, DATE '2026-12-09', DATE '2027-02-14'",
      "'c', 'german', TRUE, NULL, DATE '2027-02-14'",
    ),
  },
  gives: [
    'ALL 1 c both Shop C DE active 9 below below below - down good - - 4 3',
    'ALL 2 a both Shop A GB active 7 top good top late_dispatch - - 2026-12-01 2027-02-14 4 3',
    'ALL 3 b both - - - 7 top top top - - - - - 4 3',
    'ALL 4 c german Shop C DE active 3 poor good good - - - - 2027-02-14 4 3',
    'DE 1 c german Shop C DE active 3 poor good good - - - - 2027-02-14 1 1',
    'GB 1 b both - - - 7 top top top - - - - - 1 1',
  ],
};

const ids = "'s' || lpad(CAST(i AS VARCHAR), 3, '0') AS seller_id, p.programme";
const crowd = "(VALUES ('both'), ('german')) AS p (programme), (SELECT unnest(range(60)) AS i) AS t";

const hundred: MadeRows = {
  path: 'marts/first_sellers.sql',
  says: 'a hundred of a list, of which each card has a place of its own',
  reads: {
    seller_regions: `(SELECT ${ids}, 'ALL' AS region FROM ${crowd})`,
    scorecards: `(SELECT ${ids}, NULL AS name, NULL AS home_region, NULL AS status, 5 AS orders, 'good' AS tier, 'good' AS tier_projected,
      NULL AS held_back_by FROM ${crowd})`,
    standings: none('seller_id, programme, official_tier'),
    tier_changes: none(CHANGES),
    next_tiers: `(SELECT * FROM ${none(AHEAD.replace('decides, ', ''))}, (VALUES (TRUE)) AS d (decides))`,
  },
  shows: 'place, seller_id, programme, cards, sellers',
  gives: Array.from(
    { length: 100 },
    (_, n) => `${n + 1} s${String(n >> 1).padStart(3, '0')} ${n % 2 ? 'german' : 'both'} 120 60`,
  ),
};

const LISTED =
  'region, place, seller_id, programme, name, home_region, status, orders, tier, proposed, tier_projected, held_back_by, ' +
  'direction, previous_tier, next_tier_on, looked_until, cards, sellers';
const listed = (region: string, place: number, seller: string): string =>
  `'${region}', ${place}, '${seller}', 'both', 'Shop', 'GB', 'active', 9, 'good', 'top', 'below', 'late_dispatch', 'up', 'poor',
    DATE '2026-12-01', DATE '2027-02-14', 4, 3`;
const said = 'both Shop GB active 9 good top below late_dispatch up poor';

const toTeams: MadeRows = {
  path: 'teams/team_first_sellers.sql',
  says: 'its own list to each team, and when the next tier comes to whom the seller is at home with',
  reads: {
    first_sellers: rows(
      LISTED,
      ...[listed('GB', 1, 'here'), listed('DE', 2, 'here'), listed('DE', 1, 'there'), listed('ALL', 1, 'here')],
      listed('DE', 3, 'nowhere'),
    ),
    seller_teams: rows(
      'seller_id, region, programme',
      ...["'here', 'GB', NULL", "'here', 'DE', 'both'", "'there', 'DE', NULL", "'nowhere', 'DE', 'both'"],
    ),
  },
  gives: [
    `DE 1 there ${said} 2026-12-01 2027-02-14 4 3 DE`,
    `DE 2 here ${said} - - 4 3 DE`,
    `DE 3 nowhere ${said} - - 4 3 DE`,
    `GB 1 here ${said} 2026-12-01 2027-02-14 4 3 GB`,
  ],
};

export const MADE_FIRST_SELLERS: readonly MadeRows[] = [first, hundred, toTeams];
