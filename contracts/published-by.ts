/**
 * By when a night is published in the morning, local time. why eight: teams open the dashboard at nine, and an hour is left to mend a night
 * that failed. A deployment begins with it (infra/aws/settings.ts) and alarms by its own; pages, which know no deployment, call a run
 * late by this.
 */
export const PUBLISHED_BY = '08:00';
