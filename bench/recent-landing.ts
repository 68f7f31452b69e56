import { link, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A landing folder of the same marketplace that began to land later: hard links to what landed on `since` (YYYY-MM-DD) or after,
 * and to every description of a seller, so that both know the same shops.
 */
export async function linkRecentLanding(landing: string, to: string, since: string): Promise<void> {
  for (const dataset of await readdir(landing))
    for (const partition of await readdir(join(landing, dataset))) {
      if (dataset !== 'sellers' && partition < `dt=${since}`) continue;
      const folder = join(to, dataset, partition);
      await mkdir(folder, { recursive: true });
      for (const file of await readdir(join(landing, dataset, partition)))
        await link(join(landing, dataset, partition, file), join(folder, file));
    }
}
