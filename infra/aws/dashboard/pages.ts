import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { contentTypeOf } from '../../shared/content-types.js';

export interface Page {
  key: string;
  body: Buffer;
  contentType: string;
  cacheControl: string;
}

const typeOf = (path: string): string => {
  const type = contentTypeOf(path);
  if (!type) throw new Error(`${path}: infra/shared/content-types.ts does not know its type; add it there`);
  return type;
};

/**
 * The built pages, in the order in which they are put: what a page asks for, then the page. why so: whoever opens it meanwhile finds
 * all of one version. Files named by their content never change; the page is asked for anew each time.
 */
export async function builtPages(folder: string): Promise<Page[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const paths = files.map((one) => relative(folder, join(one.parentPath, one.name)).replaceAll('\\', '/')).sort();
  const last = (path: string): number => (path.endsWith('.html') ? 1 : 0);
  return Promise.all(
    paths
      .toSorted((a, b) => last(a) - last(b))
      .map(async (key) => ({
        key,
        body: await readFile(join(folder, key)),
        contentType: typeOf(key),
        cacheControl: key.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      })),
  );
}
