/** The digests that a page of the dashboard lists, each under the name of its language. */
import { afterEach, expect, it, vi } from 'vitest';
import { digestsOf } from '../../dashboard/src/digests/list.js';

const STORE = new URL('https://s.example/of/ALL/');
const listOf = async (region: string, locales?: string[]) => {
  const week = { period: '2026-11-15', run_id: 'r', run_date: '2026-11-16', ...(locales ? { locales } : {}) };
  vi.stubGlobal('fetch', async () => Response.json({ digests: [week] }));
  const [{ files } = { files: [] }] = await digestsOf({ store: STORE }, region);
  return files.map(({ page, pdf, language }) => [page.slice(STORE.href.length), pdf.split('/').at(-1), language?.name]);
};
afterEach(() => void vi.unstubAllGlobals());

it('of a run that names no languages is the English one, without a word of it', async () => {
  expect(await listOf('GB')).toEqual([['published/digests/GB/2026-11-15.html', '2026-11-15.pdf', undefined]]);
});

it('are one for each language, by its own name, and by its country where two speak it', async () => {
  expect(await listOf('CH', ['en-GB', 'de-CH', 'fr-CH'])).toEqual([
    ['published/digests/CH/2026-11-15.html', '2026-11-15.pdf', 'English'],
    ['published/digests/CH/2026-11-15.de-CH.html', '2026-11-15.de-CH.pdf', 'Deutsch'],
    ['published/digests/CH/2026-11-15.fr-CH.html', '2026-11-15.fr-CH.pdf', 'français'],
  ]);
  expect((await listOf('DE', ['de-AT', 'de-CH'])).map(([, , name]) => name)).toEqual([
    'Deutsch (Österreich)',
    'Deutsch (Schweiz)',
  ]);
  expect((await listOf('FR', ['fr-FR'])).map(([, , name]) => name)).toEqual(['français']);
});
