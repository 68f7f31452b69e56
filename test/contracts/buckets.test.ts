import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bucketOf, bucketsIn, bucketsOf, filesOfSellers } from '../../contracts/run/buckets.js';
import { bucketFolder, bucketName } from '../../contracts/run/keys.js';

const accepted = (rows: number) => ({ accepted: { orders: { files: 1, rows, days: ['2026-11-16'] } } });
const key = (bucket: number, of: number): string =>
  `runs/2026-11-16/001/mail_orders/${bucketFolder(bucketName(bucket, of))}part-0.parquet`;

describe('the bucket of a seller', () => {
  it('is the first byte of the MD5 of its id in UTF-8, whatever the id is made of and however long it is', () => {
    const ids = ['', 'S-0001', "o'neill & søn", 'Ünïcode-Straße', '漢字', '🛒', '\u0000'];
    for (let length = 50; length <= 512; length++) ids.push('é'.repeat(length % 7) + 'x'.repeat(length));
    for (const id of ids) expect(bucketOf(id, 64), id).toBe(createHash('md5').update(id).digest()[0]! % 64);
  });

  it('spreads sellers evenly: of 64,000 none of 64 buckets gets half as many again as its share', () => {
    const sellers = new Array(64).fill(0);
    for (let n = 0; n < 64_000; n++) sellers[bucketOf(`S-${n}`, 64)] += 1;
    expect(Math.max(...sellers)).toBeLessThan(1500);
    expect(Math.min(...sellers)).toBeGreaterThan(500);
  });
});

describe('how many buckets a night writes', () => {
  it('one for a small marketplace, never more than 64, twice as many for twice the orders', () => {
    expect(
      [0, 1_000_000, 1_000_001, 2_000_001, 4_000_001, 16_000_000, 90_000_000].map((rows) =>
        bucketsOf('mail_orders', accepted(rows)),
      ),
    ).toEqual([1, 1, 8, 16, 32, 64, 64]);
    expect(bucketsOf('mail_orders', { accepted: {} })).toBe(1);
  });

  it('one for what nobody reads seller by seller', () => {
    expect(bucketsOf('region_metrics', accepted(6_400_000))).toBe(1);
  });
});

describe('the files that a seller’s rows may lie in', () => {
  const files = Array.from({ length: 16 }, (_, bucket) => key(bucket, 16));

  it('are those of its bucket, as their keys say', () => {
    expect(filesOfSellers(files, ['S-0001'])).toEqual([key(bucketOf('S-0001', 16), 16)]);
    expect(bucketsIn(files)).toBe(16);
  });

  it('are all where the dataset does not lie in buckets', () => {
    const whole = ['runs/2026-11-16/001/scorecards/part-0.parquet'];
    expect(filesOfSellers(whole, ['S-0001'])).toEqual(whole);
    expect(bucketsIn(whole)).toBe(1);
  });

  it('are none where nobody of its bucket has a row', () => {
    expect(
      filesOfSellers(
        files.filter((file) => file !== key(bucketOf('S-0001', 16), 16)),
        ['S-0001'],
      ),
    ).toEqual([]);
  });

  it('are found where Athena wrote them, also below a retry', () => {
    const athena = `runs/2026-11-16/001/mail_orders/retry-2/bucket=${bucketName(bucketOf('S-0001', 64), 64)}/20261116_0001_x`;
    expect(filesOfSellers([athena], ['S-0001'])).toEqual([athena]);
  });
});
