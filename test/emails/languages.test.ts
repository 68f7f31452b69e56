/** Mails in every language: what they say, that nothing of it is English, and that their numbers are those of the English mail. */
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { draw, Frame } from '../../emails/frame.js';
import type { Rendered } from '../../emails/rows.js';
import { renderScorecard } from '../../emails/scorecard.js';
import type { Language } from '../../wording/words.js';
import { programme } from '../helpers/mail-run.js';
import { expectGoldenText } from './golden.js';
import { englishFragments, LOCALES, numbersIn, OTHERS, WRITTEN } from './in-languages.js';
import { STORIES, toldTo } from './stories.js';

const NAMES = Object.keys(STORIES);

const told = new Map<string, Promise<Rendered>>();
/** Each mail is written once for all that is asked of it. */
function mailIn(language: Language, story: string): Promise<Rendered> {
  const key = `${language} ${story}`;
  const mail = told.get(key) ?? toldTo(story, LOCALES[language]);
  told.set(key, mail);
  return mail;
}
const read = ({ subject, text }: Rendered): string =>
  `${subject}\n${text}`.replaceAll(` ${programme.version}`, '').replaceAll(/mailto:\S+/g, '');
const whole = ({ subject, text, attachments = [] }: Rendered): string =>
  [subject, text, ...attachments.map(({ content }) => content)].join('\n');

describe.each(WRITTEN)('mails in %s', (language) => {
  it.each(['at-risk', 'cancelled', 'notice', 'proposal'])('%s reads as it was agreed', async (story) => {
    const { subject, text } = await mailIn(language, story);
    expectGoldenText(`languages/${story}.${language}`, `Subject: ${subject}\n\n${text}`);
  });

  it('have subjects that a list of mails shows whole enough to be understood', async () => {
    const subjects = await Promise.all(NAMES.map(async (story) => `${story}: ${(await mailIn(language, story)).subject}`));
    expectGoldenText(`languages/subjects.${language}`, `${subjects.join('\n')}\n`);
    expect(subjects.filter((subject) => subject.length > 140)).toEqual([]);
  });

  it('say their language, run from left to right, and stay under the size at which mail programs clip', async () => {
    for (const story of NAMES) {
      const { html } = await mailIn(language, story);
      expect(html).toMatch(new RegExp(`<html[^>]*lang="${LOCALES[language]}"`));
      expect(html).toMatch(/<html[^>]*dir="ltr"/);
      expect(Buffer.byteLength(html)).toBeLessThan(102_000);
    }
  });
});

describe.each(OTHERS)('mails in %s', (language) => {
  it('have no English sentence in them, nor a text of the policies that is translated', async () => {
    const fragments = englishFragments();
    expect(fragments.length).toBeGreaterThan(300);
    for (const story of NAMES) {
      const text = whole(await mailIn(language, story));
      expect(
        fragments.filter((fragment) => text.includes(fragment)),
        story,
      ).toEqual([]);
    }
  });

  it('have the numbers of the English mail, each as the language writes it', async () => {
    for (const story of NAMES) {
      const english = numbersIn(read(await mailIn('en', story)), LOCALES.en);
      expect(english.length).toBeGreaterThan(8);
      expect(numbersIn(read(await mailIn(language, story)), LOCALES[language]), story).toEqual(english);
    }
  });

  it('write no keys where words belong', async () => {
    for (const story of NAMES) expect((await mailIn(language, story)).text, story).not.toMatch(/[a-z]+_[a-z]+/);
  });
});

it('advice of the business begins as it was written, be it with a name', async () => {
  const told = STORIES.cancelled!();
  const metrics = told.policies.metrics.map((one) =>
    one.metric === 'seller_cancellation' ? { ...one, advice: 'Harbour Desk répond le jour même.' } : one,
  );
  const mail = (some: typeof metrics, locale: string) =>
    renderScorecard({ ...told, orders: [], policies: { ...told.policies, metrics: some }, seller: { ...told.seller, locale } });
  for (const locale of Object.values(LOCALES))
    expect((await mail(metrics, locale)).text, locale).toMatch(/\p{L}[\s\u00a0]?: Harbour Desk répond/u);
  // The language's own goes on small where it does so behind a colon.
  expect((await mail(told.policies.metrics, 'fr-FR')).text).toMatch(/Annulation par le vendeur\s: [a-zà-ü]/);
});

it('a mail to a reader of a language that is not written is the English one', async () => {
  expect(await toldTo('at-risk', 'fi-FI')).toEqual(await toldTo('at-risk', null));
  expect(await toldTo('at-risk', 'not a locale')).toEqual(await toldTo('at-risk', null));
});

it('a mail in a language that is read from right to left says so, and turns what stands at the end', async () => {
  const letter = (lang: string) =>
    draw(createElement(Frame, { lang, title: '', preheader: '', kicker: '', aside: '', footer: '' } as never, ''));
  expect(await letter('ar-EG')).toMatch(/<html[^>]*dir="rtl"[\s\S]*\.end \{ text-align: left !important; \}/);
  expect(await letter('de-DE')).not.toContain('.end {');
});

it('a seller in Vienna and one in Bern read numbers as they are written there', async () => {
  const [vienna, bern] = await Promise.all(['de_AT', 'de-CH'].map((locale) => toldTo('at-risk', locale)));
  expect(vienna!.text).toContain('5,33\u00a0%');
  expect(bern!.text).toContain('5.33%');
  expect(vienna!.html).toContain('lang="de-AT"');
});
