/** One mutated file, drawn from its seed. */
import { LANDING } from '../../contracts/landing/index.js';
import type { Duck } from '../../lambdas/shared/duck.js';
import { Draw } from '../helpers/draw.js';
import { packings } from './mutate-packed.js';
import { goodParquet, mutateParquet } from './mutate-parquet.js';
import { ANY_TEXT, CSV, JSON_TEXT } from './mutate-text.js';
import { drawRows, type Row } from './rows.js';
import { asArray, asCsv, asGzip, asJsonl, asObjects, asZstd } from './write.js';

export const FORMATS = ['csv', 'jsonl', 'array', 'gz', 'zst', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];
export const DATASETS = Object.keys(LANDING);

export interface Case {
  dataset: string;
  format: Format;
  seed: number;
  mutation: string;
  /** Behind the file's name: .csv, .jsonl.gz and so on. */
  ending: string;
  bytes: Buffer;
  /** Its values are told by whoever wrote it: no byte of it was damaged afterwards. */
  exact: boolean;
}

/** The same seed may not draw alike for every dataset and format. */
const stateOf = (dataset: string, format: string, seed: number): number =>
  [...`${dataset}/${format}`].reduce((sum, char) => Math.imul(sum, 31) + char.charCodeAt(0), Math.imul(seed, 0x9e3779b1));

type TextFormat = 'csv' | 'jsonl' | 'array';
const written = (draw: Draw, format: TextFormat, rows: readonly Row[]): string => {
  if (format === 'csv') return asCsv(rows);
  if (format === 'jsonl') return asJsonl(rows);
  return draw.chance(0.2) ? asObjects(rows) : asArray(rows, draw.one([0, 0, 2]));
};
const mutationsOf = (format: TextFormat) => [...ANY_TEXT, ...(format === 'csv' ? CSV : JSON_TEXT)];

/** Where several things happen to one file, they are named together. */
function mutateText(draw: Draw, format: TextFormat, rows: readonly Row[]): { mutation: string; bytes: Buffer } {
  let bytes = Buffer.from(written(draw, format, rows));
  const names: string[] = [];
  do {
    const mutation = draw.one(mutationsOf(format));
    bytes = Buffer.from(mutation.of(draw, bytes));
    names.push(mutation.name);
  } while (draw.chance(0.25));
  return { mutation: names.join(' + '), bytes };
}

export async function drawCase(dataset: string, format: Format, seed: number, duck: Duck): Promise<Case> {
  const draw = new Draw(stateOf(dataset, format, seed));
  const contract = LANDING[dataset]!;
  const rows = drawRows(draw, contract, draw.whole(1, 8));
  const one = { dataset, format, seed, exact: true };
  if (format === 'parquet') {
    const { name, bytes, exact } = await mutateParquet(draw, contract, rows, duck);
    return { ...one, ending: '.parquet', mutation: name, bytes, exact };
  }
  if (format !== 'gz' && format !== 'zst')
    return { ...one, ending: format === 'csv' ? '.csv' : '.jsonl', ...mutateText(draw, format, rows) };
  const packing = `.${format}` as const;
  const inner = draw.one(['csv', 'jsonl', 'array'] as const);
  const ending = `${inner === 'csv' ? '.csv' : '.jsonl'}${packing}`;
  if (draw.chance(0.4)) {
    const { mutation, bytes } = mutateText(draw, inner, rows);
    return { ...one, ending, mutation, bytes: format === 'gz' ? asGzip(bytes) : asZstd(bytes) };
  }
  const mutation = draw.one(packings(packing));
  return { ...one, ending, mutation: mutation.name, bytes: mutation.of(draw, Buffer.from(written(draw, inner, rows))) };
}

/** A good file of the same sort, to stand beside mutated ones. */
export function drawWitness(dataset: string, ending: string, seed: number, many = 5): { rows: Row[]; bytes: Buffer } {
  const draw = new Draw(stateOf(dataset, `witness${ending}`, seed));
  const rows = drawRows(draw, LANDING[dataset]!, many);
  const bytes = ending === '.parquet' ? goodParquet(rows) : Buffer.from(ending.startsWith('.csv') ? asCsv(rows) : asJsonl(rows));
  return { rows, bytes: ending.endsWith('.gz') ? asGzip(bytes) : ending.endsWith('.zst') ? asZstd(bytes) : bytes };
}
