import type { PublishedContract } from '../contract.js';
import { accountFamilies } from './account-families.js';
import { accountHubs } from './account-hubs.js';
import { accountLinks } from './account-links.js';
import { applicants } from './applicants.js';
import { calls } from './calls.js';
import { categoryBenchmarks } from './category-benchmarks.js';
import { decisionFigures } from './decision-figures.js';
import { decisionRecords } from './decision-records.js';
import { earlyWarnings } from './early-warnings.js';
import { evaluations } from './evaluations.js';
import { firstSellers } from './first-sellers.js';
import { landingDrift } from './landing-drift.js';
import { leadEvidence } from './lead-evidence.js';
import { leads } from './leads.js';
import { leadsLookedFor } from './leads-looked-for.js';
import { luck } from './luck.js';
import { mailOrders } from './mail-orders.js';
import { metricStandings } from './metric-standings.js';
import { nextTiers } from './next-tiers.js';
import { onboardingCohorts } from './onboarding-cohorts.js';
import { onboardingFunnel } from './onboarding-funnel.js';
import { onboardingRejections } from './onboarding-rejections.js';
import { onboardingSteps } from './onboarding-steps.js';
import { outcomeDetails } from './outcome-details.js';
import { pointsEntries } from './points-entries.js';
import { pointsStandings } from './points-standings.js';
import { probationExits } from './probation-exits.js';
import { probations } from './probations.js';
import { proposedIncidents } from './proposed-incidents.js';
import { reRegistrations } from './re-registrations.js';
import { reasonCounts } from './reason-counts.js';
import { regionDaily } from './region-daily.js';
import { regionFaults } from './region-faults.js';
import { regionKpis } from './region-kpis.js';
import { regionMetrics } from './region-metrics.js';
import { regionMovers } from './region-movers.js';
import { regionWeeks } from './region-weeks.js';
import { reliefs } from './reliefs.js';
import { restatements } from './restatements.js';
import { runQuality } from './run-quality.js';
import { scoreParts } from './score-parts.js';
import { scorecards } from './scorecards.js';
import { scores } from './scores.js';
import { sellerCategories } from './seller-categories.js';
import { sellerMetrics } from './seller-metrics.js';
import { sellerRegions } from './seller-regions.js';
import { sellerWeeks } from './seller-weeks.js';
import { standings } from './standings.js';
import { thingsToDo } from './things-to-do.js';
import { tierChanges } from './tier-changes.js';
import { tierGates } from './tier-gates.js';
import { tierMix } from './tier-mix.js';

/** The datasets a run publishes for readers, by name. Each is sorted by its key, so that equal rows are equal bytes. */
export const PUBLISHED: Readonly<Record<string, PublishedContract>> = {
  scorecards,
  standings,
  evaluations,
  metric_standings: metricStandings,
  decision_records: decisionRecords,
  decision_figures: decisionFigures,
  luck,
  early_warnings: earlyWarnings,
  next_tiers: nextTiers,
  things_to_do: thingsToDo,
  calls,
  points_entries: pointsEntries,
  points_standings: pointsStandings,
  scores,
  score_parts: scoreParts,
  category_benchmarks: categoryBenchmarks,
  seller_categories: sellerCategories,
  tier_gates: tierGates,
  probations,
  probation_exits: probationExits,
  seller_metrics: sellerMetrics,
  seller_weeks: sellerWeeks,
  outcome_details: outcomeDetails,
  reliefs,
  mail_orders: mailOrders,
  proposed_incidents: proposedIncidents,
  leads,
  lead_evidence: leadEvidence,
  leads_looked_for: leadsLookedFor,
  applicants,
  onboarding_funnel: onboardingFunnel,
  onboarding_steps: onboardingSteps,
  onboarding_rejections: onboardingRejections,
  onboarding_cohorts: onboardingCohorts,
  re_registrations: reRegistrations,
  account_families: accountFamilies,
  account_links: accountLinks,
  account_hubs: accountHubs,
  tier_changes: tierChanges,
  restatements,
  seller_regions: sellerRegions,
  first_sellers: firstSellers,
  tier_mix: tierMix,
  region_kpis: regionKpis,
  region_metrics: regionMetrics,
  region_movers: regionMovers,
  region_faults: regionFaults,
  region_daily: regionDaily,
  region_weeks: regionWeeks,
  reason_counts: reasonCounts,
  run_quality: runQuality,
  landing_drift: landingDrift,
};
