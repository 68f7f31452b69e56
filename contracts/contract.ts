import type * as z from 'zod';
import { type Column, columnsOf } from './columns.js';

/** What one landed dataset must look like. */
export interface LandingContract<Row extends z.ZodObject = z.ZodObject> {
  dataset: string;
  /** The grain, as a sentence. */
  grain: string;
  key: readonly string[];
  row: Row;
  columns: Column[];
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

export const landing = <Row extends z.ZodObject>(c: Omit<LandingContract<Row>, 'columns'>): LandingContract<Row> => ({
  ...c,
  columns: columnsOf(c.row),
});

export const published = <Row extends z.ZodObject>(c: Omit<PublishedContract<Row>, 'columns'>): PublishedContract<Row> => ({
  ...c,
  columns: columnsOf(c.row),
});
