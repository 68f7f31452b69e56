import type { DigestList } from '../../../contracts/run/digests.js';
import { digestListKey, digestPageKey, digestPdfKey } from '../../../contracts/run/keys.js';
import type { Reader } from '../data/reader.js';

/** A week's digest of a region, and where its files lie. */
export interface Listed {
  period: string;
  page: string;
  pdf: string;
}

const kept = new Map<string, Promise<Listed[]>>();

/**
 * The digests of a region, the newest first; none where none was written. why a refusal is none, too: the run was read by the same sign-in,
 * and a store that lists nothing to its readers refuses what is not there.
 */
export function digestsOf(reader: Pick<Reader, 'store'>, region: string): Promise<Listed[]> {
  const found = kept.get(region) ?? read(reader, region);
  kept.set(region, found);
  found.catch(() => kept.delete(region));
  return found;
}

async function read({ store }: Pick<Reader, 'store'>, region: string): Promise<Listed[]> {
  const key = digestListKey(region);
  const response = await fetch(new URL(key, store), { cache: 'no-cache' });
  if (response.status === 404 || response.status === 403) return [];
  if (!response.ok) throw new Error(`${key}: the server answered ${response.status}`);
  const { digests } = (await response.json()) as DigestList;
  const at = (file: string): string => new URL(file, store).href;
  return digests.map(({ period }) => ({
    period,
    page: at(digestPageKey(region, period)),
    pdf: at(digestPdfKey(region, period)),
  }));
}
