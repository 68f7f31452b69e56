import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function bundleForNow(folders: readonly string[]): Promise<Record<string, string>> {
  const out: Record<string, string> = {};
  const base = await mkdtemp(join(tmpdir(), 'bundle-'));
  for (const folder of folders) {
    out[folder] = join(base, folder);
    await mkdir(out[folder]!);
    await writeFile(join(out[folder]!, 'index.mjs'), `export const handler = () => { throw new Error('${folder}'); };`);
  }
  return out;
}
