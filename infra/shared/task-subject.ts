import { datasetOfOutput } from '../../contracts/run/keys.js';

/** The dataset of a query that is started by the name of its statement, or by its text: then it is in the address at its end. */
function datasetOfQuery(text: string): string {
  const place = /\) TO 's3:\/\/[^/]+\/([^']+)' WITH \([^()]+\)$/.exec(text)?.[1];
  return place ? datasetOfOutput(place) : text.replace(/^EXECUTE (.+)_[0-9a-f]{16}$/, '$1');
}

/** What a task is about, for progress: a file below sql/, a shard, or nothing. `event` is what the task was given. */
export function subjectOf(state: string, event: unknown): string {
  const { path, shard, QueryString, query } = event as Record<string, string | undefined> & { query?: { dataset: string } };
  if (state === 'RunQuery') return datasetOfQuery(QueryString ?? '');
  if (state === 'CollectOutput') return query?.dataset ?? '';
  return path ?? shard?.split('/').at(-1)?.replace('.json', '') ?? '';
}
