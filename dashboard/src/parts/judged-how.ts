import { PAGE } from '../speech.js';

/** Whom a built-in metric is of, and why it takes its days until it is final, as clauses; undefined of a business's own. */
export const judgedHow = (metric: string): { population: string; final: string } | undefined =>
  Object.hasOwn(PAGE.rooms, metric) ? PAGE.rooms[metric as keyof typeof PAGE.rooms] : undefined;
