/** Datasets of a run that digests are made of. */
export const READ_BY_DIGESTS = [
  ...['region_kpis', 'region_metrics', 'region_weeks', 'region_movers', 'tier_mix', 'run_quality'],
  ...['decision_records', 'decision_figures', 'proposed_incidents', 'tier_changes', 'scorecards', 'evaluations'],
  ...['onboarding_funnel', 'leads'],
] as const;

/** At digestListKey(region): the weeks of a region that have a digest, the newest first. */
export interface DigestList {
  digests: DigestOfWeek[];
}

export interface DigestOfWeek {
  period: string;
  run_id: string;
  run_date: string;
  /** How it was written, a digest each; absent: in the usual English alone. */
  locales?: string[];
}
