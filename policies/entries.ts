/** Entries of a programme under keys of their own: the same metric once more, on another window. */
import { METRIC_KEYS } from '../metrics/index.js';
import { didYouMean } from './nearest.js';
import { type JudgedMetric, roomOf } from './policy.js';
import type { PolicyFile } from './policy-file.js';
import { type SegmentEntry, sameOrders } from './segments.js';

interface EntryYaml extends SegmentEntry {
  title?: string | undefined;
  window_days: number;
  tiers: Readonly<Record<string, object>>;
  at_least?: Partial<Record<(typeof FLOORS)[number], number | undefined>> | undefined;
}

type Entries = Readonly<Record<string, EntryYaml>>;

/** Metrics that a programme's file asks for, whether or not the rest of it is in order. */
export function metricsNamedIn(file: PolicyFile): string[] {
  const { metrics } = (file.value ?? {}) as { metrics?: unknown };
  if (typeof metrics !== 'object' || metrics === null) return [];
  return Object.entries(metrics).map(([metric, entry]) => {
    const of: unknown = (entry as { of?: unknown } | null)?.of;
    return typeof of === 'string' ? of : metric;
  });
}

/** What entries of one programme cannot say: of what is not judged, under names that are taken, twice the same. */
export function checkEntries(file: PolicyFile, entries: Entries, judged: readonly JudgedMetric[] | undefined): void {
  const known = judged?.map(({ metric }) => metric);
  const earlier: { key: string; metric: string; entry: EntryYaml }[] = [];
  for (const [key, entry] of Object.entries(entries)) {
    const { of, title } = entry;
    const metric = roomOf({ metric: key, of });
    if (of === undefined) checkPlain(file, key, title, known);
    else checkOf(file, key, { of, title }, known);
    for (const other of earlier) {
      const line = file.lineOf(['metrics', other.key]);
      const sameCounts =
        other.metric === metric && other.entry.window_days === entry.window_days && sameOrders(other.entry, entry);
      // Other floors are what a tier may ask for by an entry of its own.
      if (sameCounts && sameFloors(other.entry, entry))
        file.refuse(
          ['metrics', key, 'window_days'],
          `${other.key} (line ${line}) asks for ${metric} over the same ${entry.window_days} days${entry.where ? ' and the same orders' : ''}; ${sameBounds(other.entry, entry) ? 'one of the two says nothing new, so take it out' : 'two bounds on one number contradict each other, so keep one'}, or give it other days${entry.where ? ', other orders' : ''} or other floors (at_least)`,
        );
      if (title !== undefined && titleOf(other, judged) === plain(title))
        file.refuse(
          ['metrics', key, 'title'],
          `is the title of ${other.key} too (line ${line}), so that nobody could tell them apart; write another`,
        );
    }
    earlier.push({ key, metric, entry });
  }
}

const plain = (title: string): string => title.trim().toLowerCase();

const titleOf = (
  { key, entry }: { key: string; entry: EntryYaml },
  judged: readonly JudgedMetric[] | undefined,
): string | undefined => {
  const title = entry.title ?? judged?.find(({ metric }) => metric === key)?.title;
  return title === undefined ? undefined : plain(title);
};

/** why without the words: two entries that differ in why alone ask for the same. */
const sameBounds = (a: EntryYaml, b: EntryYaml): boolean => boundsOf(a) === boundsOf(b);
const boundsOf = ({ tiers }: EntryYaml): string =>
  JSON.stringify(Object.entries(tiers).sort(), (key, value) => (key === 'why' ? undefined : value));
const sameFloors = (a: EntryYaml, b: EntryYaml): boolean =>
  FLOORS.every((floor) => (a.at_least?.[floor] ?? 0) === (b.at_least?.[floor] ?? 0));
const FLOORS = ['counted', 'faults', 'buyers', 'days'] as const;

function checkPlain(file: PolicyFile, key: string, title: string | undefined, known: readonly string[] | undefined): void {
  if (title !== undefined)
    file.refuse(
      ['metrics', key, 'title'],
      `stands without of, and ${key} has its title elsewhere; take it out, or say of which metric this is`,
    );
  if (!known || known.includes(key)) return;
  const metric = known.find((one) => key.startsWith(`${one}_`));
  const next = metric
    ? `of: ${metric} and a title, if it is ${metric} once more on other days`
    : `it there, or ${didYouMean(key, known)}`;
  file.refuse(['metrics', key], `is not a metric that metrics.yaml judges; add ${next}`);
}

function checkOf(
  file: PolicyFile,
  key: string,
  { of, title }: { of: string; title: string | undefined },
  known: readonly string[] | undefined,
): void {
  const at = ['metrics', key];
  if (key === of) {
    file.refuse([...at, 'of'], 'names the metric of its own key; take it out, and the title');
    return;
  }
  if (known && !known.includes(of))
    file.refuse([...at, 'of'], `${of} is not a metric that metrics.yaml judges; add it there, or ${didYouMean(of, known)}`);
  if ([...METRIC_KEYS, ...(known ?? [])].includes(key))
    file.refuse(at, `is a metric, and here one of ${of}; write a key of its own, such as ${of}_10`);
  else if (!/^[a-z][a-z0-9_]{0,40}$/.test(key)) file.refuse(at, 'keys of metrics are small letters, digits and _');
  if (title === undefined) file.refuse(at, `needs a title beside of, for readers; add one, such as title: "${example(of)}"`);
}

const example = (metric: string): string => {
  const words = metric.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}, ten days`;
};

/** One key means one thing in all programmes: readers, and what a night remembers, know it by the key. */
export function checkEntriesAcross(
  programmes: readonly { file: PolicyFile; yaml: { programme: string; metrics: Entries } }[],
): void {
  const first = new Map<string, { file: PolicyFile; programme: string; entry: EntryYaml }>();
  for (const { file, yaml } of programmes)
    for (const [key, entry] of Object.entries(yaml.metrics)) {
      if (entry.of === undefined) continue;
      const known = first.get(key);
      if (!known) first.set(key, { file, programme: yaml.programme, entry });
      else if (known.entry.of !== entry.of)
        file.refuse(['metrics', key, 'of'], `${key} is of ${known.entry.of} in ${placeOf(known.file, key)}; write another key`);
      else if (known.programme !== yaml.programme && !sameOrders(known.entry, entry))
        file.refuse(
          ['metrics', key, 'where'],
          `${key} counts other orders than in ${placeOf(known.file, key)}, and readers know it by its key; write the same where, or another key`,
        );
      // Of two versions of one programme one judges a day, and a title may get better.
      else if (known.programme !== yaml.programme && known.entry.title !== entry.title)
        file.refuse(
          ['metrics', key, 'title'],
          `${key} is called "${known.entry.title}" in ${placeOf(known.file, key)}; write the same title, or another key`,
        );
    }
}

const placeOf = (file: PolicyFile, key: string): string => `${file.name}:${file.lineOf(['metrics', key])}`;
