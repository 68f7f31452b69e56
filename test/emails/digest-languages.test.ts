/** Digests in every language: what they say, that nothing of it is English, and that their numbers are those of the English digest. */
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { evaluations } from '../../contracts/published/evaluations.js';
import { renderDigest } from '../../emails/digest.js';
import { digestPdf } from '../../emails/digest-pdf.js';
import { type DigestMail, digestView } from '../../emails/digest-view.js';
import type { Rendered } from '../../emails/rows.js';
import { readFonts } from '../../lambdas/send-digest/fonts.js';
import type { EvaluationRow } from '../../wording/evaluation.js';
import type { Language } from '../../wording/words.js';
import { TO_DECIDE } from '../helpers/decision-rows.js';
import { mailRows, programme } from '../helpers/mail-run.js';
import { rowOf } from '../helpers/row-of.js';
import { digestOf, linked } from './digest-stories.js';
import { expectGoldenText } from './golden.js';
import { englishFragments, LOCALES, numbersIn, OTHERS, WRITTEN } from './in-languages.js';

const rows = mailRows();
const still = rows.region_metrics.map((row) => ({ ...row, beyond_noise: false }));
const fell = rows.region_metrics.map((row) =>
  row.metric === 'late_delivery' && row.change !== null
    ? { ...row, beyond_noise: true, change: -0.004, change_low: -0.0041, change_high: -0.0039 }
    : row,
);
const provisional = (more: Partial<EvaluationRow>): EvaluationRow[] => [
  rowOf(evaluations, {
    ...{ policy_version: programme.version, next_evaluation_on: '2026-11-23', sellers_needed: 10, too_many: false },
    ...{ programme: programme.programme, evaluation_id: `${programme.programme}:2026-11-16`, due_on: '2026-11-16' },
    ...{ state: 'provisional', provisional_since: '2026-11-09', would_fall: 312, of_sellers: 1043, share_allowed: 0.05 },
    ...more,
  }),
];
const waiting = (more: Partial<EvaluationRow>): Partial<DigestMail> => ({
  to_decide: { records: [], figures: [], incidents: TO_DECIDE.incidents, evaluations: provisional(more) },
});

/** Between them they say every sentence of a digest. */
const STORIES: Record<string, DigestMail> = {
  'digest-all': digestOf('ALL', { policies: linked }),
  'digest-gb': digestOf('GB'),
  'digest-still': digestOf('FR', {
    ...{ metrics: still, changes: [], ...waiting({ because: 'too_many_would_fall', too_many: true }) },
    kpis: rows.region_kpis.map((row) => ({ ...row, orders_in_other_currencies: 12 })),
  }),
  'digest-fell': digestOf('GB', {
    ...{ metrics: fell, changes_of_run: true, ...waiting({ because: 'data_not_fresh', silent_dataset: 'deliveries' }) },
    movers: [
      ['rate', -2_000],
      ['mix', -1_600],
      ['forgiven', -400],
    ].map(([member, contribution_ppm], n) => ({
      ...{ region: 'GB', metric: 'late_delivery', window_days: 28, dimension: 'cause', place: n + 1, kind: 'member' },
      ...{ member: String(member), contribution_ppm: Number(contribution_ppm) },
    })),
    tiers: rows.tier_mix.map((row) => ({ ...row, held: null, held_share: null })),
    quality: rows.run_quality.map((row) => ({ ...row, quarantined: 0 })),
  }),
  'digest-fewer': digestOf('ALL', {
    ...waiting({ because: 'too_many_would_fall', too_many: false, most_by: 'late_dispatch', most_sellers: 290 }),
    metrics: rows.region_metrics.map((row) => ({ ...row, change_low: null, change_high: null, beyond_noise: false })),
  }),
  'digest-first': digestOf('FR', { kpis: [], metrics: [], tiers: [], weeks: [], quality: [], not_measured: [] }),
};
const NAMES = Object.keys(STORIES);

const told = new Map<string, Promise<Rendered>>();
function digestIn(language: Language, story: string): Promise<Rendered> {
  const key = `${language} ${story}`;
  const mail = told.get(key) ?? renderDigest({ ...STORIES[story]!, locale: LOCALES[language] });
  told.set(key, mail);
  return mail;
}
/** Without versions, codes of runs and links, whose figures are no numbers; thousands of money written out, which some languages always do. */
const read = ({ subject, text }: Rendered): string =>
  `${subject}\n${text}`
    .replaceAll(new RegExp(` ${programme.version.replace('.', '\\.')}$`, 'gm'), '')
    .replaceAll(/<https:\S+>|2026-11-16-001/g, '')
    .replaceAll(/(\d)\s?(?:k|mil)(?!\p{L})/giu, '$1000');

describe.each(WRITTEN)('digests in %s', (language) => {
  it.each(['digest-all', 'digest-still', 'digest-fell'])('%s reads as it was agreed', async (story) => {
    const { subject, text } = await digestIn(language, story);
    expectGoldenText(`languages/${story}.${language}`, `Subject: ${subject}\n\n${text}`);
  });

  it('say their language, and stay under the size at which mail programs clip', async () => {
    for (const story of NAMES) {
      const { html } = await digestIn(language, story);
      expect(html).toMatch(new RegExp(`<html[^>]*lang="${LOCALES[language]}"`));
      expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    }
  });

  it('are one page as a PDF whose letters all have a form, in whatever the language writes between digits', async () => {
    const view = digestView({ ...STORIES['digest-all']!, locale: LOCALES[language] });
    const proxy = await getDocumentProxy(new Uint8Array(await digestPdf(view, await readFonts(), new Date(0))));
    const { totalPages, text } = await extractText(proxy, { mergePages: true });
    expect(totalPages).toBe(1);
    const plain = (some: string): string => some.replaceAll(/\s+/g, '');
    for (const { now, change } of view.numbers) for (const said of [now, change]) expect(plain(text)).toContain(plain(said));
    expect(((await proxy.getMetadata()).info as { Language?: string }).Language).toBe(LOCALES[language]);
  });
});

describe.each(OTHERS)('digests in %s', (language) => {
  it('have no English sentence in them, nor a text of the policies that is translated', async () => {
    const fragments = englishFragments();
    for (const story of NAMES) {
      const { subject, text, html } = await digestIn(language, story);
      const whole = [subject, text, html].join('\n');
      expect(
        fragments.filter((fragment) => whole.includes(fragment)),
        story,
      ).toEqual([]);
      expect(text, story).not.toMatch(/\d (?:of|to|and) [\d\p{Lu}]/u);
    }
  });

  it('have the numbers of the English digest, each as the language writes it', async () => {
    for (const story of NAMES) {
      const english = numbersIn(read(await digestIn('en', story)), LOCALES.en);
      expect(english.length, story).toBeGreaterThan(story === 'digest-first' ? 3 : 20);
      expect(numbersIn(read(await digestIn(language, story)), LOCALES[language]), story).toEqual(english);
    }
  });

  it('write no keys where words belong, but what lands under its name', async () => {
    for (const story of NAMES) expect(read(await digestIn(language, story)), story).not.toMatch(/(?<![\w.])[a-z]+_[a-z]+/);
  });
});

it('a digest of a reader of whom nothing is said is the English one, and a place writes as it does', async () => {
  const mail = STORIES['digest-gb']!;
  expect(await renderDigest({ ...mail, locale: 'en' })).toEqual(await renderDigest(mail));
  const [vienna, bern] = await Promise.all(['de-AT', 'de-CH'].map((locale) => renderDigest({ ...mail, locale })));
  expect(vienna!.text).toContain('3,33\u00a0%');
  expect(bern!.text).toContain('3.33%');
  expect(bern!.html).toContain('lang="de-CH"');
});
