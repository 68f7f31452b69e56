/** The gallery's browser: a mail and a page in each look, as files beside an index that shows them all. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shownHtml } from '../../gallery/mails.js';
import { LOOKS, openStudio, type Picture, type Studio } from '../../gallery/studio.js';
import { indexPage } from '../../gallery/write-index.js';
import { hasChromium } from '../dashboard/open-browser.js';

/** Width and height of a PNG, in pixels. */
const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe.runIf(hasChromium())('the gallery', () => {
  let folder: string;
  let studio: Studio;
  const pictures: Picture[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gallery-'));
    studio = await openStudio(folder, '2026-11-17T09:00:00Z');
    const bar = '<body style="margin:0"><div style="height:3000px;background:Canvas;color-scheme:light dark">';
    const mail = { kind: 'Mails', name: 'mail-<b>', says: 'a & b', html: bar };
    const page = { kind: 'Pages', name: 'page-quality', says: 'nothing published', hash: 'quality' };
    for (const subject of [mail, page])
      pictures.push(...(await studio.takeAll({ ...subject, name: subject.name.replace(/[<>]/g, '') }, folder)));
  }, 120_000);
  afterAll(async () => {
    await studio?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes a mail whole, from its top to its end, in every look', async () => {
    for (const { width, scheme } of LOOKS) {
      const png = await readFile(join(folder, `mail-b-${width}-${scheme}.png`));
      expect(sizeOf(png)).toEqual([width, 3000]);
    }
  });

  it('has a dark picture where a mail or a page knows the dark', async () => {
    for (const name of ['mail-b', 'page-quality']) {
      const [light, dark] = await Promise.all(
        ['light', 'dark'].map((scheme) => readFile(join(folder, `${name}-360-${scheme}.png`))),
      );
      expect(light!.equals(dark!), name).toBe(false);
    }
  });

  it('shows every picture on its index, and text as text', async () => {
    const html = indexPage(pictures);
    const files = (await readdir(folder)).filter((name) => name.endsWith('.png'));
    expect(files).toHaveLength(2 * LOOKS.length);
    for (const file of files) expect(html).toContain(`<img src="${file}"`);
    expect(html).toContain('a &#38; b');
  });
});

describe('a mail that brings its pictures', () => {
  it('has them inside when it is shown', () => {
    const attachments = [{ cid: 'line', contentType: 'image/png', content: new Uint8Array([1, 2, 3]) }];
    expect(shownHtml({ html: '<img src="cid:line">', attachments })).toBe('<img src="data:image/png;base64,AQID">');
  });
});
