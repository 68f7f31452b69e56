/** The lines of weeks of a digest as pictures. */
import { SPARK } from '../charts/line.js';
import { type Ink, linePng } from '../charts/png.js';
import type { DigestNumber } from './digest-numbers.js';
import type { Attachment } from './rows.js';

/** why this blue: three to one against both the light card and the dark one, as WCAG asks of what is not text. */
const INK: Ink = { colour: [0x4a, 0x7f, 0xd4], stroke: 1.75, dot: 2.75, scale: 2 };

/** One for each number of whose weeks something is known. */
export const lineFiles = (numbers: readonly Pick<DigestNumber, 'name' | 'weeks'>[]): Attachment[] =>
  numbers
    .filter(({ weeks }) => weeks.length > 0)
    .map(({ name, weeks }) => ({
      filename: `${name}.png`,
      contentType: 'image/png',
      content: linePng(weeks, SPARK, INK),
      cid: name,
    }));

/** The HTML of a mail as a page that stands alone: its pictures are within it. */
export const standalone = (html: string, pictures: readonly Attachment[]): string =>
  pictures.reduce((page, { cid, contentType, content }) => {
    const data = Buffer.from(content).toString('base64');
    return page.replaceAll(`src="cid:${cid}"`, () => `src="data:${contentType};base64,${data}"`);
  }, html);
