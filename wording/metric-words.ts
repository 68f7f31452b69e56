/** What a language says of the built-in metrics. Derived from their rooms: a new metric or reason without its words is no build. */
import type { Counted, Metric, ROOMS } from '../metrics/index.js';

type Room = (typeof ROOMS)[number];

/** The same of any metric. */
export interface SaidOfMetric {
  title: string;
  advice: string;
  reasons: Readonly<Partial<Record<string, Readonly<Record<string, string>>>>>;
  counted?: Counted;
  came_after?: Readonly<Record<string, string>>;
}

/** What a reader is shown of a room. */
export type WordsOfRoom<One extends Metric> = {
  title: string;
  /** What a seller can do about it, a sentence. */
  advice: string;
  /** Why an outcome came about, as a clause. */
  reasons: { [Kind in keyof One['reasons']]: { [Reason in keyof One['reasons'][Kind]]: string } };
} & (One extends { counted: Counted } ? { counted: Counted } : { counted?: Counted }) &
  (One extends { came_after: infer Late } ? { came_after: { [Reason in keyof Late]: string } } : { came_after?: undefined });

export type MetricWords = { [One in Room as One['key']]: WordsOfRoom<One> };

/** The words of a room, which are the English ones. */
export const wordsOfRoom = ({ title, advice, reasons, counted, came_after }: Metric): SaidOfMetric => ({
  ...{ title, advice, reasons },
  ...(counted ? { counted } : {}),
  ...(came_after ? { came_after: mapped(came_after, ({ words }) => words) } : {}),
});

const mapped = <From, To>(some: Readonly<Record<string, From>>, how: (one: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(some).map(([key, one]) => [key, how(one)]));
