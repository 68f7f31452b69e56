import type * as z from 'zod';
import { type Column, columnsOf } from './columns.js';

/** A moment that cannot come before another of its row, but for some minutes that clocks differ by. */
export interface NotBefore {
  column: string;
  moment: string;
  minutes: number;
  /** `rejected`: the row. `unknown`: the moment alone is read as if it were not known, and told of; the row says enough without it. */
  otherwise: 'rejected' | 'unknown';
  why: string;
}

/** What one landed dataset must look like. */
export interface LandingContract<Row extends z.ZodObject = z.ZodObject> {
  dataset: string;
  /** The grain, as a sentence. */
  grain: string;
  key: readonly string[];
  row: Row;
  columns: Column[];
  not_before: readonly NotBefore[];
  /** Share of landed rows that may be rejected before the night stops. */
  rejected: { at_most: number; why: string };
}

/** What one published dataset looks like. */
export interface PublishedContract<Row extends z.ZodObject = z.ZodObject> {
  dataset: string;
  grain: string;
  key: readonly string[];
  row: Row;
  columns: Column[];
}

export const landing = <Row extends z.ZodObject>(
  c: Omit<LandingContract<Row>, 'columns' | 'not_before'> & { not_before?: readonly NotBefore[] },
): LandingContract<Row> => ({
  not_before: [],
  ...c,
  columns: columnsOf(c.row),
});

export const published = <Row extends z.ZodObject>(c: Omit<PublishedContract<Row>, 'columns'>): PublishedContract<Row> => ({
  ...c,
  columns: columnsOf(c.row),
});
