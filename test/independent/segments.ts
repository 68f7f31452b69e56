/** Which orders an entry of a programme counts, from the words of the policy alone. */
import type { ProgrammeMetric } from '../../policies/policy.js';
import type { Entry } from './judge.js';

type Where = NonNullable<ProgrammeMetric['where']>;
type Named = NonNullable<Where['category']>;

/** What nobody knows is in no list, and outside of none. */
function named(value: string | null, { names, not }: Named): boolean {
  if (value === null) return false;
  const listed = names.some((name) => name === value.toLowerCase());
  return not ? !listed : listed;
}

/** Whether an entry counts an outcome: it is of an order of which all is true that the entry asks for. */
export function counts(
  { where }: { where?: Where | undefined },
  { region, of_order }: Pick<Entry, 'region' | 'of_order'>,
): boolean {
  if (!where) return true;
  if (!of_order) return false;
  const { category, fulfilment, carrier, home } = of_order;
  return (
    (!where.category || named(category, where.category)) &&
    (!where.fulfilment || where.fulfilment === fulfilment) &&
    (!where.carrier || named(carrier, where.carrier)) &&
    (!where.region || where.region.includes(region)) &&
    (where.cross_border === undefined || (home !== null && (home !== region) === where.cross_border))
  );
}
