/** A digest as one page of A4, its text to be selected: the same view as the mail draws. */
import PDFDocument from 'pdfkit';
import { endOf, lineOf, pathOf, SPARK } from '../charts/line.js';
import type { DigestView } from './digest-view.js';
import { colours } from './frame.js';
import type { Tone } from './rows.js';

/** The bytes of two fonts. why given: where they lie is the environment's affair. */
export interface Fonts {
  regular: Buffer;
  bold: Buffer;
}

const MARGIN = 40;
const LINE_COLOUR = '#4a7fd4';
/** Largest first: a page that is full is set smaller. why 0.7: letters of six points and less are not read. */
const SCALES = [1, 0.92, 0.85, 0.78, 0.7];

interface Said {
  text: string;
  link?: string | undefined;
  bold?: boolean;
  size?: number;
  colour?: string;
}

const soft = { colour: colours.soft, size: 8 };
const inkOf = (tone: Tone): string => colours.tones[tone].ink;

/** A page that is written from its top to its end, in points of a size. */
class Page {
  readonly doc: PDFKit.PDFDocument;
  private readonly done: Promise<Buffer>;
  private readonly right: number;
  y = MARGIN;
  pages = 1;

  constructor(
    fonts: Fonts,
    private readonly scale: number,
    { title, lang, made }: { title: string; lang: string; made: Date },
  ) {
    // why these dates: the same digest gives the same bytes.
    const info = { Title: title, CreationDate: made, ModDate: made };
    // why no font at first: its own ones lie in files that no bundle has.
    const settings = { size: 'A4', margin: MARGIN, info, lang, displayTitle: true, autoFirstPage: false, font: '' };
    this.doc = new PDFDocument(settings);
    this.doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
    const chunks: Buffer[] = [];
    this.done = new Promise((done, failed) => {
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.on('end', () => done(Buffer.concat(chunks)));
      this.doc.on('error', failed);
    });
    this.doc.addPage();
    this.right = this.doc.page.width - MARGIN;
  }

  get width(): number {
    return this.right - MARGIN;
  }

  private set({ bold = false, size = 9, colour = colours.ink }: Said): void {
    this.doc
      .font(bold ? 'bold' : 'regular')
      .fontSize(size * this.scale)
      .fillColor(colour);
  }

  /** Writes within a box that begins at a share of the width, and answers where the text ends. */
  at(said: Said, from: number, to: number, align: 'left' | 'right' = 'left', y = this.y): number {
    this.set(said);
    const width = (to - from) * this.width;
    const height = this.doc.heightOfString(said.text, { width });
    const link = said.link === undefined ? {} : { link: said.link, underline: true };
    this.doc.text(said.text, MARGIN + from * this.width, y, { width, align, ...link });
    return y + height;
  }

  /** A paragraph of pieces that follow each other. */
  say(pieces: readonly Said[], gap = 2): void {
    this.room(20);
    this.doc.x = MARGIN;
    this.doc.y = this.y;
    for (const [n, piece] of pieces.entries()) {
      this.set(piece);
      const continued = n < pieces.length - 1;
      const link = piece.link === undefined ? { link: null, underline: false } : { link: piece.link, underline: true };
      this.doc.text(piece.text, { width: this.width, continued, ...link });
    }
    this.y = this.doc.y + gap * this.scale;
  }

  heading(text: string): void {
    this.y += 7 * this.scale;
    this.say([{ text, bold: true, size: 11 }], 3);
  }

  rule(): void {
    this.doc.moveTo(MARGIN, this.y).lineTo(this.right, this.y).lineWidth(0.5).strokeColor(colours.line).stroke();
    this.y += 3 * this.scale;
  }

  /** Cells side by side; each begins at its share of the width. The row is as high as its highest cell. */
  row(cells: readonly Said[], starts: readonly number[]): void {
    this.room(16);
    const ends = cells.map((cell, n) => this.at(cell, starts[n]!, starts[n + 1] ?? 1, n === 0 ? 'left' : 'right'));
    this.y = Math.max(...ends) + this.scale;
    this.rule();
  }

  /** The line of a number's weeks, its right end at the margin. */
  spark(weeks: readonly (number | null)[], y: number): void {
    const runs = lineOf(weeks, SPARK);
    const end = endOf(weeks, runs);
    const { doc, scale } = this;
    doc
      .save()
      .translate(this.right - SPARK.width * scale, y)
      .scale(scale);
    doc.path(pathOf(runs)).lineWidth(1.5).lineJoin('round').strokeColor(LINE_COLOUR).stroke();
    if (end) doc.circle(end.x, end.y, 2.5).fillColor(LINE_COLOUR).fill();
    doc.restore();
  }

  /** A new page where less is left. */
  private room(points: number): void {
    if (this.y + points * this.scale <= this.doc.page.height - MARGIN) return;
    this.doc.addPage();
    this.pages += 1;
    this.y = MARGIN;
  }

  end(): Promise<Buffer> {
    this.doc.end();
    return this.done;
  }
}

function numbers(page: Page, view: DigestView): void {
  for (const number of view.numbers) {
    const top = page.y;
    page.at({ text: number.title, link: number.link, ...soft, colour: colours.ink }, 0, 0.26);
    if (number.days) page.at({ text: number.days, ...soft }, 0, 0.26, 'left', top + 11);
    page.at({ text: number.now, bold: true, size: 15 }, 0.26, 0.44);
    const end = page.at({ text: number.change, size: 8.5, colour: inkOf(number.tone) }, 0.44, 0.75, 'left', top + 3);
    if (number.weeks.length > 0) page.spark(number.weeks, top);
    page.y = Math.max(top + 26, end + 2);
    page.rule();
  }
}

function changes(page: Page, view: DigestView): void {
  const { apart } = view.words.digestPage;
  page.heading(view.changes_heading);
  if (!view.changes) page.say([{ text: view.words.digestPage.noChanges }]);
  for (const kind of view.changes ? [view.changes.rises, view.changes.falls] : [])
    page.say([
      { text: kind.heading, bold: true },
      ...kind.sellers.flatMap(({ what, link }, n) => [{ text: n === 0 ? view.colon : apart }, { text: what, link }]),
      { text: kind.more ? `${apart}${kind.more}.` : '.' },
    ]);
}

function tables(page: Page, view: DigestView): void {
  const { digest, digestPage: say, grammar } = view.words;
  const { labelled } = grammar;
  const head = (texts: readonly string[]): Said[] => texts.map((text) => ({ text, bold: true, ...soft }));
  if (view.regions.length > 0) {
    const starts = [0, 0.3, 0.52, 0.68];
    page.heading(digest.regionsHeading(28));
    page.row(head([digest.region, digest.kpi.orders, digest.kpi.gmv, view.headline_metric ?? digest.metric]), starts);
    for (const { name, orders, value, headline } of view.regions)
      page.row(
        [
          ...[{ text: name }, { text: `${orders.now} (${orders.change})` }, { text: value }],
          { text: `${headline.now} (${headline.change})`, colour: inkOf(headline.tone) },
        ],
        starts,
      );
  }
  const starts = [0, 0.42, 0.58, 0.7];
  page.heading(say.metricsHeading(28));
  page.row(head([digest.metric, digest.accountable, digest.raw, say.change28]), starts);
  for (const metric of view.metrics)
    page.row(
      [
        ...[{ text: `${metric.title}, ${metric.days}`, link: metric.link }, { text: metric.accountable }, { text: metric.raw }],
        { text: metric.change, colour: inkOf(metric.tone) },
      ],
      starts,
    );
  page.say([
    {
      text: [say.readMetrics, ...view.not_measured.map((one) => `${labelled(digest.notMeasuredHeading, one)}.`)].join(' '),
      ...soft,
    },
  ]);
}

function write(page: Page, view: DigestView): void {
  const { digest, digestPage: say, decision } = view.words;
  page.say([{ text: `${digest.kicker} · ${view.run_day}`, ...soft }]);
  page.say([{ text: view.region, bold: true, size: 18 }], 0);
  page.say([{ text: view.intro, ...soft }], 6);
  numbers(page, view);
  page.heading(say.movedHeading);
  for (const text of view.moved) page.say([{ text }]);
  changes(page, view);
  if (view.to_decide.length > 0) page.heading(decision.forPersons.heading);
  for (const { what, how } of view.to_decide) page.say([{ text: how ? `${what} ${decision.forPersons.how(how)}` : what }]);
  if (view.to_decide_more) page.say([{ text: view.to_decide_more }]);
  if (view.besides.length > 0) page.heading(say.besidesHeading);
  for (const { what, link } of view.besides) page.say([{ text: what, link }]);
  tables(page, view);
  page.y += 4;
  for (const text of [...view.programmes, say.quality(view.quality)]) page.say([{ text, ...soft }]);
  if (view.dashboard) page.say([{ text: `${say.behind} ` }, { text: say.open, link: view.dashboard }]);
  page.say([{ text: view.footer.at(-1) ?? '', ...soft }]);
}

/** The same view at the same moment gives the same bytes. `made`: the moment it speaks of, never of a clock. */
export async function digestPdf(view: DigestView, fonts: Fonts, made: Date): Promise<Buffer> {
  for (const scale of SCALES) {
    const page = new Page(fonts, scale, { title: view.subject, lang: view.locale, made });
    write(page, view);
    const file = await page.end();
    if (page.pages === 1 || scale === SCALES.at(-1)) return file;
  }
  throw new Error('a digest is drawn at one of the scales');
}
