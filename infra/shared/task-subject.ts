/** What a task is about, for progress: a file below sql/, a shard, or nothing. `event` is what the task was given. */
export function subjectOf(state: string, event: unknown): string {
  const { path, shard, QueryString, query } = event as Record<string, string | undefined> & { query?: { dataset: string } };
  if (state === 'RunQuery') return QueryString?.replace(/^EXECUTE (.+)_[0-9a-f]{16}$/, '$1') ?? '';
  if (state === 'CollectOutput') return query?.dataset ?? '';
  return path ?? shard?.split('/').at(-1)?.replace('.json', '') ?? '';
}
