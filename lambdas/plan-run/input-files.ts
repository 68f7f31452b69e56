import { INPUT_COLUMNS, type Inputs, type InputTotals, type SealedInputs } from '../../contracts/run/inputs.js';
import { asParquet } from '../shared/as-parquet.js';

/** One landed content, as INPUT_COLUMNS says. */
export interface InputFile {
  dataset: string;
  /** YYYY-MM-DD. */
  dt: string;
  file_id: string;
  landed: number;
  accepted: number;
  quarantined: number;
  is_news: boolean;
}

/** One per landed content, by dataset, day and id. `base` is what the base run read, if there is one. */
export function inputFiles(inputs: Pick<Inputs, 'files'>, base?: Pick<Inputs, 'files'>): InputFile[] {
  const known = new Set(base?.files.map(({ file_id }) => file_id));
  const byId = new Map<string, InputFile>();
  for (const { dataset, dt, file_id, landed, accepted, quarantined } of inputs.files)
    byId.set(file_id, { dataset, dt, file_id, landed, accepted, quarantined, is_news: !known.has(file_id) });
  const order = (file: InputFile): string => `${file.dataset} ${file.dt} ${file.file_id}`;
  return [...byId.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

export function inputTotals(files: readonly InputFile[]): InputTotals {
  const byDataset = (which: readonly InputFile[]) => {
    const datasets = [...new Set(which.map((file) => file.dataset))];
    const of = (dataset: string) => which.filter((file) => file.dataset === dataset);
    return Object.fromEntries(datasets.map((dataset) => [dataset, sealed(of(dataset), 'accepted')]));
  };
  const withRows = files.filter((file) => file.accepted > 0);
  const news = files.filter((file) => file.is_news);
  return {
    accepted: byDataset(withRows),
    accepted_news: byDataset(withRows.filter((file) => file.is_news)),
    counts: {
      ...(files.length > 0 ? { every: sealed(files, 'landed') } : {}),
      ...(news.length > 0 ? { news: sealed(news, 'landed') } : {}),
    },
  };
}

const sealed = (files: readonly InputFile[], rows: 'accepted' | 'landed'): SealedInputs => ({
  files: files.length,
  rows: files.reduce((total, file) => total + file[rows], 0),
  days: [...new Set(files.map((file) => file.dt))].sort(),
});

/** The bytes of a Parquet file of these rows. The same rows give the same bytes. */
export const inputsAsParquet = (files: readonly InputFile[]): Buffer => asParquet('inputs', INPUT_COLUMNS, files, 100_000);
