/** Segments: entries of a programme that count some orders only, by what is known of an order. */
import * as z from 'zod';
import { OTHER_CARRIERS } from './for-pages.js';
import { didYouMean, nearestRegion } from './nearest.js';
import type { JudgedMetric, Region } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { why } from './values.js';

/** What is named, or where `not` is set whatever else is known. */
export interface Names {
  names: readonly string[];
  not?: true;
}

/** Which orders an entry counts: those of which all of this is true. What is not known of an order is not true of it. */
export interface Segment {
  /** Categories of goods, in lower case. */
  category?: Names;
  fulfilment?: 'seller' | 'platform';
  /** Classes of carriers by the name that policy gives them, and `other`. */
  carrier_class?: Names;
  /** The carriers that these classes come down to, in lower case. */
  carrier?: Names;
  /** Whether the order is delivered to another region than the one its seller is managed by. */
  cross_border?: boolean;
  /** Regions of delivery. */
  region?: readonly string[];
}

/** Carriers in lower case, by the name of their class. */
export type CarrierClasses = Readonly<Record<string, readonly string[]>>;

const CLASS_KEY = /^[a-z][a-z0-9_]{0,30}$/;
const carrier = z.string().refine((name) => name.trim() !== '', 'is empty; write the name of a carrier as orders land with it');

export const CarrierClassesYaml = z.record(
  z.string().regex(CLASS_KEY, 'names of classes are small letters, digits and _'),
  z.strictObject({ carriers: z.array(carrier).min(1, 'needs at least one carrier'), why }),
);

const plain = (name: string): string => name.trim().toLowerCase();

/** Classes as a file declares them; problems stay with the file. */
export function carrierClasses(file: PolicyFile, yaml: z.output<typeof CarrierClassesYaml> | undefined): CarrierClasses {
  const classes = Object.entries(yaml ?? {});
  const first = new Map<string, string>();
  for (const [name, { carriers }] of classes) {
    if (name === OTHER_CARRIERS)
      file.refuse(['carrier_classes', name], 'is our word for carriers that no class names; choose another name');
    for (const [at, one] of carriers.entries()) {
      const known = first.get(plain(one));
      if (known)
        file.refuse(
          ['carrier_classes', name, 'carriers', at],
          `${one} is one of ${known} already; a carrier is in one class, so keep one`,
        );
      first.set(plain(one), name);
    }
  }
  return Object.fromEntries(classes.map(([name, { carriers }]) => [name, carriers.map(plain).sort()]));
}

const ofNames = 'needs a list such as [books, media], or { not: [books, media] }';
const list = z.array(z.string().min(1), { error: ofNames }).min(1, ofNames);
const names = z.union([list, z.strictObject({ not: list })], { error: ofNames });

export const SegmentYaml = z.strictObject({
  category: names.optional(),
  fulfilment: z.enum(['seller', 'platform']).optional(),
  carrier_class: names.optional(),
  cross_border: z.boolean().optional(),
  region: names.optional(),
});
type SegmentYaml = z.output<typeof SegmentYaml>;

const namesOf = (yaml: z.output<typeof names>): Names =>
  Array.isArray(yaml) ? { names: [...new Set(yaml)].sort() } : { names: [...new Set(yaml.not)].sort(), not: true };
const lower = ({ names: some, ...rest }: Names): Names => ({ ...rest, names: [...new Set(some.map(plain))].sort() });

/** Carriers of classes; `other` is whoever is in no class, so that with it all are named that are not meant. */
function carriersOf({ names: named, not }: Names, classes: CarrierClasses): Names {
  const without = named.includes(OTHER_CARRIERS);
  const which = (name: string): boolean => named.includes(name) !== without;
  const carriers = Object.keys(classes)
    .filter(which)
    .flatMap((name) => classes[name]!);
  return { names: carriers.sort(), ...((not === true) !== without ? { not: true as const } : {}) };
}

/** Regions of a programme that are meant. */
const regionsOf = ({ names: named, not }: Names, regions: readonly string[]): string[] =>
  regions.filter((code) => named.includes(code) !== (not === true)).sort();

/** As a night asks for it, of what a file says without a mistake. */
export function segmentOf(yaml: SegmentYaml, given: { classes: CarrierClasses; regions: readonly string[] }): Segment {
  const { category, fulfilment, carrier_class, cross_border, region } = yaml;
  return {
    ...(category ? { category: lower(namesOf(category)) } : {}),
    ...(fulfilment ? { fulfilment } : {}),
    ...(carrier_class
      ? { carrier_class: namesOf(carrier_class), carrier: carriersOf(namesOf(carrier_class), given.classes) }
      : {}),
    ...(cross_border === undefined ? {} : { cross_border }),
    ...(region ? { region: regionsOf(namesOf(region), given.regions) } : {}),
  };
}

export interface SegmentEntry {
  of?: string | undefined;
  where?: SegmentYaml | undefined;
}

/** What may be asked of segments: undefined where the file that says it is not in order. */
interface Known {
  judged: readonly JudgedMetric[] | undefined;
  regions: readonly Region[] | undefined;
  /** Codes of the programme's regions. */
  covered: readonly string[] | undefined;
  classes: CarrierClasses | undefined;
}

/** What a segment cannot say: of what is no order, of nothing, of what nobody knows. */
export function checkSegment(file: PolicyFile, key: string, { of, where }: SegmentEntry, known: Known): void {
  if (!where) return;
  const at = ['metrics', key, 'where'];
  const metric = known.judged?.find((one) => one.metric === of);
  const cannot = whyNoSegment(key, of, where, metric);
  if (cannot) {
    file.refuse(at, cannot);
    return;
  }
  if (where.fulfilment === 'platform' && metric?.settings.platform_fulfilled === 'left_out')
    file.refuse(
      [...at, 'fulfilment'],
      `platform names orders that ${of} leaves out (platform_fulfilled), so that nobody is ever judged; write seller, or have ${of} count them in metrics.yaml`,
    );
  checkRegions(file, at, where, known);
  checkClasses(file, at, where, known.classes);
}

function whyNoSegment(
  key: string,
  of: string | undefined,
  where: SegmentYaml,
  metric: JudgedMetric | undefined,
): string | undefined {
  if (of === undefined)
    return `would narrow ${key} itself, which readers know as that of all orders; write an entry under a key and a title of its own, with of: ${key}`;
  if (metric?.subject === 'conversation')
    return `asks for some orders, and ${of} counts conversations, of which none of this is known; take where out, or ask for a metric of orders`;
  if (metric?.subject === 'landed')
    return `asks for some orders, and ${of} counts what lands as outcomes, of which none of this is known; take where out, or land a metric of its own for each segment`;
  if (Object.values(where).every((one) => one === undefined))
    return 'is empty and leaves nothing out; name one of category, fulfilment, carrier_class, cross_border, region, or take it out';
  return undefined;
}

const written = (yaml: z.output<typeof names>): { path: string[]; names: readonly string[] } =>
  Array.isArray(yaml) ? { path: [], names: yaml } : { path: ['not'], names: yaml.not };

function checkRegions(file: PolicyFile, at: readonly string[], { region }: SegmentYaml, { regions, covered }: Known): void {
  if (!region || !regions || !covered) return;
  const { path, names: named } = written(region);
  const among = regions.filter(({ code }) => covered.includes(code));
  const unknown = named.filter((code) => !covered.includes(code));
  for (const code of unknown) {
    const meant = nearestRegion(code, among);
    const next = meant ? `did you mean ${meant}?` : `choose among ${covered.join(', ')}`;
    file.refuse([...at, 'region', ...path, named.indexOf(code)], `${code} is not a region of this programme; ${next}`);
  }
  if (unknown.length > 0) return;
  const meant = regionsOf(namesOf(region), covered).length;
  if (meant === 0) file.refuse([...at, 'region'], 'leaves no region of this programme; name fewer under not');
  else if (meant === covered.length)
    file.refuse([...at, 'region'], 'names every region of this programme and leaves nothing out; take it out, or name fewer');
}

function checkClasses(
  file: PolicyFile,
  at: readonly string[],
  { carrier_class }: SegmentYaml,
  classes: CarrierClasses | undefined,
): void {
  if (!carrier_class || !classes) return;
  const { path, names: named } = written(carrier_class);
  const all = Object.keys(classes);
  if (all.length === 0) {
    file.refuse(
      [...at, 'carrier_class'],
      `${named.join(', ')}: no class of carriers is declared; write carrier_classes in tracking.yaml, such as express: { carriers: [Swift], why: "arrives next day" }`,
    );
    return;
  }
  const known = [...all, OTHER_CARRIERS];
  const unknown = named.filter((name) => !known.includes(name));
  for (const name of unknown)
    file.refuse(
      [...at, 'carrier_class', ...path, named.indexOf(name)],
      `${name} is not a class of carriers in tracking.yaml; ${didYouMean(name, known)}`,
    );
  if (unknown.length > 0) return;
  const { names: meant, not } = carriersOf(namesOf(carrier_class), classes);
  if (meant.length === 0 && !not) file.refuse([...at, 'carrier_class'], 'leaves no carrier; name fewer under not');
}

/** Whether two entries count the same orders. */
export const sameOrders = (a: SegmentEntry, b: SegmentEntry): boolean => saidOf(a) === saidOf(b);
const saidOf = ({ where }: SegmentEntry): string =>
  where
    ? JSON.stringify(
        Object.entries(where)
          .filter(([, said]) => said !== undefined)
          .map(([attribute, said]) => [attribute, typeof said === 'object' ? namesOf(said) : said])
          .sort(),
      )
    : '';
