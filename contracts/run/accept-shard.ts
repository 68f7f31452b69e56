import * as z from 'zod';

/** Landed files that one call of accept-files takes. Written by open-run, at acceptShardKey(). */
export const AcceptShard = z.object({
  run_prefix: z.string(),
  files: z.array(
    z.object({
      dataset: z.string(),
      dt: z.iso.date(),
      key: z.string(),
      /** Bytes as landed; tells what may be accepted together. */
      size: z.number().optional(),
      version: z.string().optional(),
    }),
  ),
});
export type AcceptShard = z.infer<typeof AcceptShard>;

/** What became of the files of a shard, in its order. Written by accept-files beside the shard, at doneKey(). */
export type AcceptedShardFiles = (Omit<AcceptShard['files'][number], 'size'> & { file_id: string })[];
