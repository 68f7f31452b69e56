/** Of a Parquet file the columns that are wanted, and little between them. */
import type { AsyncBuffer, FileMetaData } from 'hyparquet';

/** why 1,000: about what one more request and the head of its answer weigh. */
const WORTH_A_REQUEST = 1_000;

interface Part {
  start: number;
  end: number;
}

function partsOf({ row_groups }: FileMetaData, columns: ReadonlySet<string>): Part[] {
  const parts = row_groups.flatMap((group) =>
    group.columns.flatMap(({ meta_data: held }) => {
      if (!held || !columns.has(held.path_in_schema[0]!)) return [];
      const start = Number(held.dictionary_page_offset || held.data_page_offset);
      return [{ start, end: start + Number(held.total_compressed_size) }];
    }),
  );
  return parts.sort((a, b) => a.start - b.start);
}

/** Those within a range, as so many requests as are worth it. */
function requestsFor(parts: readonly Part[], start: number, end: number): Part[] {
  const requests: Part[] = [];
  for (const part of parts) {
    if (part.start < start || part.end > end) continue;
    const last = requests.at(-1);
    if (last && part.start - last.end <= WORTH_A_REQUEST) last.end = Math.max(last.end, part.end);
    else requests.push({ ...part });
  }
  return requests;
}

/**
 * A file for a reader of these columns alone. why: hyparquet asks for up to 8 kB that nobody wants rather than twice. What lies between is
 * zeros in the answer, and nobody looks at it.
 */
export function ofColumns<File extends AsyncBuffer>(file: File, metadata: FileMetaData, columns: readonly string[]): File {
  const parts = partsOf(metadata, new Set(columns));
  return {
    ...file,
    async slice(start, end = file.byteLength) {
      const requests = requestsFor(parts, start, end);
      if (requests.length < 2) return file.slice(start, end);
      const whole = new Uint8Array(end - start);
      await Promise.all(
        requests.map(async (part) => whole.set(new Uint8Array(await file.slice(part.start, part.end)), part.start - start)),
      );
      return whole.buffer;
    },
  };
}
