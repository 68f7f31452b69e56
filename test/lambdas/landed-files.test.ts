import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { landingNotes } from '../../cli/night-summary.js';
import { newestDay } from '../../infra/local/folders.js';
import { newestOf } from '../../infra/shared/newest-day.js';
import { landedFiles } from '../../lambdas/open-run/landed-files.js';
import { freshStore } from '../helpers/fresh-store.js';

const TODAY = 'orders/dt=2026-11-16/a.jsonl';

/** What is read and what is ignored of a landing with these keys. */
async function landed(...keys: string[]) {
  const landing = await freshStore();
  for (const key of keys) await landing.write(key, 'x');
  return landedFiles(landing, '2026-11-16');
}

describe('what lies in landing', () => {
  it('is read up to the run date, of every dataset, whatever its ending', async () => {
    const { files, ignored } = await landed(
      TODAY,
      'orders/dt=2026-11-17/a.jsonl',
      'sellers/dt=2026-02-28/no ending',
      'reviews/dt=1970-01-01/a.xlsx',
    );
    expect(files.map(({ dataset, dt, key }) => [dataset, dt, key])).toEqual([
      ['orders', '2026-11-16', TODAY],
      ['reviews', '1970-01-01', 'reviews/dt=1970-01-01/a.xlsx'],
      ['sellers', '2026-02-28', 'sellers/dt=2026-02-28/no ending'],
    ]);
    expect(ignored).toEqual([]);
  });

  it.each([
    ['orders/dt=2026-02-30/a.jsonl', /no day of the calendar.*dt=YYYY-MM-DD/],
    ['orders/dt=2026-13-01/a.jsonl', /no day of the calendar/],
    ['orders/dt=2026-2-3/a.jsonl', /no day of the calendar/],
    ['orders/dt=1969-12-31/a.jsonl', /since 1970/],
    ['orders/2026-11-16/a.jsonl', /no day of the calendar/],
    ['orders/a.jsonl', /does not lie at <dataset>\/dt=YYYY-MM-DD\/<file>/],
    ['a.jsonl', /does not lie at/],
    ['orders/dt=2026-11-16/hour=03/a.jsonl', /does not lie at/],
    ['parcels/dt=2026-11-16/a.jsonl', /no dataset that we know; there are orders, sellers/],
    ['Orders/dt=2026-11-16/a.jsonl', /no dataset that we know; name the folder orders$/],
    ['review /dt=2026-11-16/a.jsonl', /no dataset that we know; name the folder reviews$/],
    ['constructor/dt=2026-11-16/a.jsonl', /no dataset that we know/],
    ['__proto__/dt=2026-11-16/a.jsonl', /begins with \. or _/],
    ['toString/dt=2026-11-16/a.jsonl', /no dataset that we know/],
    ['hasOwnProperty/dt=2026-11-16/a.jsonl', /no dataset that we know/],
    ['orders/dt=2026-11-16/.DS_Store', /begins with \. or _/],
    ['orders/dt=2026-11-16/_SUCCESS', /begins with \. or _/],
    ['orders/_temporary/a.jsonl', /begins with \. or _/],
    ['orders/dt=2026-11-16/Thumbs.db', /desktops, editors and jobs/],
    ['orders/dt=2026-11-16/desktop.ini', /desktops, editors and jobs/],
    ['orders/dt=2026-11-16/a.jsonl~', /desktops, editors and jobs/],
    ['orders/dt=2026-11-16/~$orders.xlsx', /desktops, editors and jobs/],
    ['orders/dt=2026-11-16/part-0.csv.crc', /desktops, editors and jobs/],
  ])('%s is ignored, and that is said', async (key, because) => {
    const { files, ignored } = await landed(TODAY, key);
    expect(files.map((file) => file.key)).toEqual([TODAY]);
    expect(ignored).toEqual([{ key, because: expect.stringMatching(because) }]);
  });

  const ORDER = '{"seller_id":"s","order_id":"1"}';
  it.each([
    ['orders/dt=2026-11-16/_sample.json', ORDER],
    ['orders/dt=2026-11-16/.orders.csv', 'order_id,seller_id\n1,s\n'],
    ['orders/dt=2026-11-16/sub/x.csv', 'order_id,seller_id\n1,s\n'],
    ['orders/dt=2026-11-16/hour=03/.part-0.jsonl', ORDER],
    ['orders/dt=2026-11-16/_orders.csv.gz', 'packed'],
    ['orders/dt=2026-11-16/_part-0.parquet', 'binary'],
    ['orders/dt=2026-11-16/_all.jsonl', ' '.repeat((1 << 20) + 1)],
  ])('%s holds rows of a day, however it is named or lies: it is looked at, and refused', async (key, text) => {
    const landing = await freshStore();
    await landing.write(key, text);
    const { files, ignored } = await landedFiles(landing, '2026-11-16');
    expect(files).toMatchObject([{ key, dataset: 'orders', dt: '2026-11-16' }]);
    expect(ignored).toEqual([]);
    expect((await landedFiles(landing, '2026-11-15')).files).toEqual([]);
  });

  it.each([
    ['orders/dt=2026-11-16/_manifest.json', '{"entries":[{"url":"s3://b/orders/a.jsonl","order_id":1}]}'],
    ['orders/dt=2026-11-16/_committed_17', ORDER],
    ['orders/dt=2026-11-16/._orders.csv', ORDER],
    ['orders/dt=2026-11-16/~orders.csv', ORDER],
    ['orders/dt=2026-11-16/_orders.csv', ''],
    ['orders/dt=2026-11-16/_temporary/0/a.jsonl', ORDER],
    ['orders/dt=2026-11-16/sub/notes.txt', ORDER],
    ['parcels/dt=2026-11-16/_a.jsonl', ORDER],
    ['orders/dt=2026-02-30/_a.jsonl', ORDER],
    ['orders/_a.jsonl', ORDER],
  ])('%s is what jobs and desktops leave, or nobody knows its day: ignored, and that is said', async (key, text) => {
    const landing = await freshStore();
    await landing.write(key, text);
    const { files, ignored } = await landedFiles(landing, '2026-11-16');
    expect(files).toEqual([]);
    expect(ignored.map((one) => one.key)).toEqual([key]);
  });

  it('is followed through links to files and folders; links to nothing or in a circle, and names that are not UTF-8, are said', async () => {
    const [landing, elsewhere] = [await freshStore(), await freshStore()];
    await elsewhere.write('day/b.jsonl', 'x');
    await elsewhere.write('reviews/dt=2026-11-15/c.jsonl', 'x');
    await landing.write(TODAY, 'x');
    const at = (key: string) => join(landing.root, key);
    await symlink(join(elsewhere.root, 'day'), at('orders/dt=2026-11-15'));
    await symlink(join(elsewhere.root, 'reviews'), at('reviews'));
    await symlink(join(elsewhere.root, 'gone'), at('orders/dt=2026-11-14'));
    await symlink(at('orders'), at('orders/dt=2026-11-13'));
    await symlink(landing.root, join(elsewhere.root, 'day', 'back'));
    await symlink('self', at('self'));
    const bad = Buffer.concat([Buffer.from(at('orders/dt=2026-11-16/or')), Buffer.from([0xff]), Buffer.from('ders.jsonl')]);
    await writeFile(bad, 'x');
    await mkdir(Buffer.concat([Buffer.from(at('cases/dt=2026-11-1')), Buffer.from([0xff])]), { recursive: true });
    const { files, ignored } = await landedFiles(landing, '2026-11-16');
    expect(files.map(({ key }) => key)).toEqual(['orders/dt=2026-11-15/b.jsonl', TODAY, 'reviews/dt=2026-11-15/c.jsonl']);
    expect(ignored).toEqual([
      { key: 'cases/dt=2026-11-1\ufffd', because: 'its name is not UTF-8; rename it' },
      { key: 'orders/dt=2026-11-13', because: 'is a link to a folder that it lies in' },
      { key: 'orders/dt=2026-11-14', because: 'is a link to nothing (ENOENT)' },
      { key: 'orders/dt=2026-11-15/back', because: 'is a link to a folder that it lies in' },
      { key: 'orders/dt=2026-11-16/or\ufffdders.jsonl', because: 'its name is not UTF-8; rename it' },
      { key: 'self', because: 'is a link to nothing (ELOOP)' },
    ]);
    expect((await landing.read('orders/dt=2026-11-15/b.jsonl'))?.body.toString()).toBe('x');
  });

  it('is told to a person by sort: three of each, and how many more', () => {
    const ignored = ['a', 'b', 'c', 'd\u001b[2J', 'e'].map((file) => ({ file, because: 'is junk' }));
    const counts = { refused: [], extra_columns: {}, ignored: [...ignored, { file: 'f\u001b[2J', because: 'is odd' }] };
    const notes = landingNotes({ prefix: 'runs/2026-11-16/001', counts } as never);
    expect(notes).toEqual([
      'Ignored: a: is junk',
      'Ignored: b: is junk',
      'Ignored: c: is junk',
      '  and 2 more: runs/2026-11-16/001/landing.json',
      'Ignored: "f\\u001b[2J": is odd',
    ]);
  });
});

it('the newest day that orders landed for is a day of the calendar', async () => {
  const landing = await freshStore();
  for (const day of ['2026-11-16', '2026-11-31', '2026-13-01']) await landing.write(`orders/dt=${day}/a.jsonl`, 'x');
  expect(await newestDay(landing.root)).toBe('2026-11-16');
  // as both kinds of landing folder are asked, of this machine and of AWS
  expect(newestOf(['2026-11-16', '2026-13-01', '2026-11-31', '2025-01-01'], 's3://landing/orders/')).toBe('2026-11-16');
  expect(() => newestOf(['2026-13-01'], 's3://landing/orders/')).toThrow('s3://landing/orders/: holds no dt=YYYY-MM-DD folder');
});
