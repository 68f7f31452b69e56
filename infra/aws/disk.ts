import type { LargestFiles } from '../../lambdas/accept-files/too-large.js';

/**
 * What lies on the disk of the function that accepts files, in MB. A function may have 512 to 10,240.
 *
 * A text file of S lies there as it landed, as rows (1.1 S, since each names its place), and typed as Parquet (S / 3), or, where all of it
 * is rejected, as Parquet and as text with the reasons (S / 3 + 1.9 S): 4.4 S. A packed one takes its packed bytes besides, but what it
 * unpacked to is gone once its rows are there. Parquet of S lies there as it landed, typed (S), or rejected as Parquet (S) and as text,
 * which is ten times as large: 13 S. One of the largest is worked on alone.
 */
const MB = 2 ** 20;

/** What DuckDB may put aside. why 512: it streams rows, and sorts nothing but the rejected. */
export const SPILL = 512;
/** why 768: as much as a packed file may unpack to; its rows take some six minutes of the fifteen that the function has. */
const TEXT = 768;
/** why 240: some ten million orders. */
const PARQUET = 240;
/** Times its size that a file takes on the disk, see above. */
const ROOM = { text: 4.4, parquet: 13 };

/** why: what the largest file takes beside what DuckDB puts aside, and one part in twenty for what nobody thought of. */
export const DISK = Math.ceil((Math.max(TEXT * ROOM.text, PARQUET * ROOM.parquet) + SPILL) * 1.05);

export const LARGEST: LargestFiles = { text: TEXT * MB, parquet: PARQUET * MB };
