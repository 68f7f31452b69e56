/** @jsxRuntime automatic */
/** What pages say instead of and above numbers: sessions that ended, runs that are late or made afterwards, and whose words they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readParquet } from '../../dashboard/src/data/parquet.js';
import { NothingPublished, readPointer } from '../../dashboard/src/data/run.js';
import { SignedOut } from '../../dashboard/src/data/signed-out.js';
import { Banners, expectedRunDate } from '../../dashboard/src/parts/Banners.js';
import { atBound } from '../../wording/at-bound.js';
import { wordingFor } from '../../wording/wording.js';
import { policies } from '../helpers/mail-run.js';

const pages = join(import.meta.dirname, '../../dashboard/src');
const sources = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));

afterEach(() => vi.unstubAllGlobals());

describe('a page whose reader is not signed in any more', () => {
  const here = { store: new URL('https://scorecards.example/store/') };
  const answering = (status: number) => {
    vi.stubGlobal('document', { querySelector: () => null, baseURI: 'https://scorecards.example/' });
    vi.stubGlobal('fetch', async () => new Response('', { status }));
  };

  it.each([401, 403])(
    'is told to sign in again when the server answers %d, and never that nothing was published',
    async (status) => {
      answering(status);
      await expect(readPointer(here)).rejects.toThrow(SignedOut);
    },
  );

  it('is told that nothing was published only where nothing is there', async () => {
    answering(404);
    await expect(readPointer(here)).rejects.toThrow(NothingPublished);
  });

  it.each([401, 403])('is told so as well where a file of numbers is refused with %d', async (status) => {
    answering(status);
    await expect(readParquet(`https://scorecards.example/store/refused-${status}.parquet`)).rejects.toThrow(SignedOut);
  });

  it('is told what the server answered where a file of numbers is gone, by the name of the file', async () => {
    answering(404);
    await expect(readParquet('https://scorecards.example/store/a/gone-403.parquet')).rejects.toThrow(
      /^a\/gone-403.parquet: the server answered 404$/,
    );
  });
});

describe('a banner', () => {
  const run = (run_date: string, more = {}) =>
    ({ manifest: { run_date, ...more }, policies, wording: wordingFor('en', policies) }) as never as Parameters<
      typeof Banners
    >[0]['run'];
  const says = (run_date: string, now: string, more = {}) =>
    renderToStaticMarkup(<Banners run={run(run_date, more)} now={Date.parse(now)} />);

  it('says that a run is late once the next should be there by eight in the morning in every region', () => {
    // 08:59 in Berlin is 07:59 in London.
    expect(says('2026-11-16', '2026-11-18T07:59:00Z')).toBe('');
    expect(says('2026-11-16', '2026-11-18T08:01:00Z')).toContain('Those of 17 Nov 2026 should be here by now');
    expect(says('2026-11-17', '2026-11-18T08:01:00Z')).toBe('');
    expect(expectedRunDate(Date.parse('2026-11-18T08:01:00Z'), ['Europe/London', 'America/Los_Angeles'])).toBe('2026-11-16');
  });

  it('says that a run was made without mails, as in a backfill', () => {
    expect(says('2026-11-17', '2026-11-18T08:01:00Z', { without_mails: true })).toContain('17 Nov 2026 was made without mails');
  });
});

describe('pages for readers', () => {
  it.each(sources)('hold no command that a reader would have to type: %s', (name) => {
    expect(readFileSync(join(pages, name), 'utf8')).not.toMatch(/npm run|npx |scorecards (decide|incidents|quality|night)/);
  });

  it('take what they say of decisions from wording/', () => {
    const text = readFileSync(join(pages, 'overview/ToDecide.tsx'), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\{[^{}]*\}/g, '');
    expect(text.match(/>[^<>{}();\n]*[A-Za-z]{2,}[^<>{}();\n]*</g) ?? []).toEqual([]);
  });
});

describe('a metric with none left of what is allowed', () => {
  const row = (verdict: 'met' | 'missed', fault: number, allowed: number) => atBound({ verdict, fault, allowed });
  it('is at its bound, where any are allowed and all are used', () => {
    expect([row('met', 3, 3), row('met', 2, 3), row('missed', 4, 3), row('met', 4, 3), row('met', 0, 0)]).toEqual([
      ...[true, false, false, false, false],
    ]);
  });
});
