/** The page's side of the list of sellers: asks the worker, and keeps the rows that came. */
import { SignedOut } from '../data/signed-out.js';
import type { Answer, Asked, Opening } from './asked.js';
import type { Found, Query, SellerRow } from './listed.js';

/** Rows that come at once: more than a screen shows. */
export const BLOCK = 100;

type WithoutNth<T> = T extends unknown ? Omit<T, 'nth'> : never;
type Of<What extends Answer['what']> = Extract<Answer, { what: What }>;

/** What one query found. Rows come as they are asked for. */
export class Page {
  private readonly blocks = new Map<number, SellerRow[]>();
  private readonly asked = new Set<number>();

  constructor(
    readonly query: Query,
    readonly found: Found,
    first: SellerRow[],
    readonly ask: (from: number, to: number) => Promise<SellerRow[]>,
    /** Whether it was found in the list itself; else it is where the list begins (first.ts). */
    readonly isWhole = true,
  ) {
    this.blocks.set(0, first);
    this.asked.add(0);
  }

  row(index: number): SellerRow | undefined {
    return this.blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK];
  }

  /** Asks for the rows that are not there yet, and those around them; tells when some came. */
  need(from: number, to: number, came: () => void): void {
    const last = Math.floor(Math.min(to + BLOCK / 2, this.found.rows - 1) / BLOCK);
    for (let block = Math.floor(Math.max(0, from - BLOCK / 2) / BLOCK); block <= last; block++) {
      if (this.asked.has(block)) continue;
      this.asked.add(block);
      this.ask(block * BLOCK, (block + 1) * BLOCK).then(
        (rows) => {
          this.blocks.set(block, rows);
          came();
        },
        () => this.asked.delete(block),
      );
    }
  }

  /** The first so many that have come. */
  atHand(most: number): SellerRow[] {
    const rows: SellerRow[] = [];
    for (let index = 0; index < Math.min(most, this.found.rows); index++) {
      const row = this.row(index);
      if (!row) break;
      rows.push(row);
    }
    return rows;
  }

  all(): Promise<SellerRow[]> {
    return this.ask(0, this.found.rows);
  }
}

export interface OpenList {
  /** What was found last: at first, what was asked when the list was opened. */
  last: Page;
  find(query: Query): Promise<Page>;
}

/** Starts a worker that reads the list; resolves when the first rows are there. @throws SignedOut */
export async function openList(opening: Opening, query: Query): Promise<OpenList> {
  const worker = new Worker(new URL('./list.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let nth = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asker = waiting.get(data.nth);
    waiting.delete(data.nth);
    if (data.what === 'failed') asker?.reject(data.signedOut ? new SignedOut(data.message) : new Error(data.message));
    else asker?.resolve(data);
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'the list could not be started'));
  });
  const ask = <What extends Answer['what']>(asked: WithoutNth<Asked>): Promise<Of<What>> =>
    new Promise((resolve, reject) => {
      nth += 1;
      waiting.set(nth, { resolve: resolve as (answer: Answer) => void, reject });
      worker.postMessage({ ...asked, nth });
    });
  const find = async (query: Query): Promise<Page> => {
    const { nth: of, found, rows } = await ask<'found'>({ what: 'find', query, first: BLOCK });
    return new Page(query, found, rows, async (from, to) => (await ask<'rows'>({ what: 'rows', of, from, to })).rows);
  };
  try {
    const opened = ask<'opened'>({ what: 'open', opening });
    const first = find(query);
    first.catch(() => {});
    await opened;
    const list: OpenList = {
      last: await first,
      async find(wanted) {
        list.last = await find(wanted);
        return list.last;
      },
    };
    return list;
  } catch (error) {
    worker.terminate();
    throw error;
  }
}
