import type { Mutant } from './mutants.js';

/** Changes that change nothing, each with the reason why it cannot. */
const EQUIVALENT: readonly { path: RegExp; change: RegExp; why: string }[] = [
  {
    path: /^metrics\/late_delivery\/rule\.sql$/,
    change: /^delivered_at > deliver_by -> delivered_at >= deliver_by$/,
    why: 'delivered by the promised moment, also at that very moment, is met before',
  },
];

/** Whether a mutant is on the list of those that cannot change a result. `change` is looked for in `from -> to`. */
export const equivalent = (mutant: Mutant): boolean =>
  EQUIVALENT.some(({ path, change }) => path.test(mutant.path) && change.test(`${mutant.from} -> ${mutant.to}`));
