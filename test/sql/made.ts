/** All made rows: what the quick test asks, and the pass over mutants first. */

import { MADE_BENCHMARKS } from './made-benchmarks.js';
import { MADE_BREAKERS } from './made-breakers.js';
import { MADE_BUSINESS } from './made-business.js';
import { MADE_CALLS } from './made-calls.js';
import { MADE_CHECKS } from './made-checks.js';
import { MADE_DECISIONS } from './made-decisions.js';
import { MADE_DRIFT } from './made-drift.js';
import { MADE_EVALUATIONS } from './made-evaluations.js';
import { MADE_EXEMPTIONS } from './made-exemptions.js';
import { MADE_FIRST_DAYS } from './made-first-days.js';
import { MADE_FIRST_SELLERS } from './made-first-sellers.js';
import { MADE_GATES } from './made-gates.js';
import { MADE_INCIDENTS } from './made-incidents.js';
import { MADE_LEADS } from './made-leads.js';
import { MADE_LEDGER } from './made-ledger.js';
import { MADE_LINKS } from './made-links.js';
import { MADE_MARTS } from './made-marts.js';
import { MADE_MOVERS } from './made-movers.js';
import { MADE_NEXT_TIERS } from './made-next-tiers.js';
import { MADE_ONBOARDING } from './made-onboarding.js';
import { MADE_ORPHANS } from './made-orphans.js';
import { MADE_PAUSES } from './made-pauses.js';
import { MADE_POINTS } from './made-points.js';
import { MADE_PROBATIONS } from './made-probations.js';
import { MADE_RELIEFS } from './made-reliefs.js';
import type { MadeRows } from './made-rows.js';
import { MADE_SCORES } from './made-scores.js';
import { MADE_SELLER_WEEKS } from './made-seller-weeks.js';
import { MADE_TEAMS } from './made-teams.js';
import { MADE_THINGS } from './made-things.js';
import { MADE_VERSIONS } from './made-versions.js';
import { MADE_WARNINGS } from './made-warnings.js';
import { MADE_WEEKS } from './made-weeks.js';
import { MADE_WINDOWS } from './made-windows.js';

export const MADE: readonly MadeRows[] = [
  ...[...MADE_CHECKS, ...MADE_DRIFT, ...MADE_EXEMPTIONS, ...MADE_GATES, ...MADE_LEDGER],
  ...[...MADE_DECISIONS, ...MADE_EVALUATIONS, ...MADE_MARTS, ...MADE_ORPHANS, ...MADE_POINTS, ...MADE_VERSIONS],
  ...MADE_BREAKERS,
  ...MADE_BUSINESS,
  ...MADE_CALLS,
  ...MADE_FIRST_DAYS,
  ...MADE_FIRST_SELLERS,
  ...MADE_WEEKS,
  ...MADE_INCIDENTS,
  ...MADE_LEADS,
  ...MADE_ONBOARDING,
  ...MADE_LINKS,
  ...MADE_PAUSES,
  ...MADE_NEXT_TIERS,
  ...MADE_MOVERS,
  ...MADE_PROBATIONS,
  ...MADE_RELIEFS,
  ...MADE_SCORES,
  ...MADE_BENCHMARKS,
  ...MADE_SELLER_WEEKS,
  ...MADE_TEAMS,
  ...MADE_THINGS,
  ...MADE_WARNINGS,
  ...MADE_WINDOWS,
];
