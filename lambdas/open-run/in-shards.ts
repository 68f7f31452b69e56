/** At most so many shards, so that their keys stay a few kB of state. why: 40 keys of 60 bytes are 2.4 kB. */
export const MOST_SHARDS = 40;
/** Bytes, landed or packed, of one shard. why 64 MB: accepting that takes half a minute, which is worth starting a function for. */
const SHARD_BYTES = 64 * 2 ** 20;
/** What a file costs beside its bytes, in bytes. why: 25 small files are as long a work as one shard. */
const FILE_BYTES = SHARD_BYTES / 25;

/**
 * Files in their order, cut into shards of about the same work: few large files, or many small ones. why not so many files each: one shard
 * of the ten largest files would outlast the others, and its function.
 *
 * @param files sizes in bytes
 * @returns at most 40 shards, none of them empty
 */
export function inShards<File extends { size: number }>(files: readonly File[]): File[][] {
  const work = ({ size }: File): number => size + FILE_BYTES;
  const total = files.reduce((sum, file) => sum + work(file), 0);
  const most = total / Math.min(MOST_SHARDS, Math.max(1, Math.ceil(total / SHARD_BYTES)));
  const shards: File[][] = [];
  let before = 0;
  for (const file of files) {
    // By its middle, so that a large file at a border goes where most of it lies.
    const shard = Math.floor((before + work(file) / 2) / most);
    shards[shard] ??= [];
    shards[shard].push(file);
    before += work(file);
  }
  return shards.filter((shard) => shard !== undefined);
}
