/** Which orders an entry of a programme counts, in words. */
import type { ProgrammeMetric, Region } from '../policies/policy.js';
import type { Names } from '../policies/segments.js';
import type { Format } from './format.js';
import type { Words } from './words.js';

type Regions = readonly Pick<Region, 'code' | 'name'>[];

/** As a sentence without its full stop; undefined where all orders count. */
export function segmentWords({ segment: say }: Words, format: Format, regions: Regions) {
  const spaced = (name: string): string => name.replaceAll('_', ' ');
  const or = (names: readonly string[]): string =>
    names.length < 2 ? (names[0] ?? '') : say.or(names.slice(0, -1).join(', '), names.at(-1)!);
  const named = (words: { of(names: string): string; not(names: string): string }, { names, not }: Names): string =>
    (not ? words.not : words.of)(or(names.map(spaced)));
  const nameOf = (code: string): string => regions.find((region) => region.code === code)?.name ?? code;
  return (asked: Pick<ProgrammeMetric, 'where'> | undefined): string | undefined => {
    const where = asked?.where;
    if (!where) return undefined;
    const clauses = [
      ...(where.category ? [named(say.category, where.category)] : []),
      ...(where.fulfilment ? [say.fulfilment[where.fulfilment]] : []),
      ...(where.carrier_class ? [named(say.carrier_class, where.carrier_class)] : []),
      ...(where.cross_border === undefined ? [] : [where.cross_border ? say.across : say.within]),
      ...(where.region ? [say.region(or(where.region.map(nameOf)))] : []),
    ];
    return say.only(format.list(clauses));
  };
}
