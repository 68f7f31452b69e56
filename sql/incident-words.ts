import { metricOf } from '../metrics/index.js';
import { INCIDENT_DEFAULTS } from '../policies/incidents-policy.js';
import type { ComposedMetric } from './judging.js';
import type { NightFacts } from './render.js';

/** What templates may say of carrier incidents: the metrics that a carrier's failure makes, and when a day is unusual. */
export const incidentWords = ({ policies, not_measured }: NightFacts, composed: ReadonlyMap<string, ComposedMetric>) => {
  const incidents = policies.incidents ?? INCIDENT_DEFAULTS;
  return {
    incidents,
    carrier_metrics: incidents.propose
      ? [...composed.values()].filter(({ metric }) => metricOf(metric)?.by_carrier && !not_measured.includes(metric))
      : [],
  };
};
