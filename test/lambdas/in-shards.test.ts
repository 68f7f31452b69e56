import { describe, expect, it } from 'vitest';
import { inShards } from '../../lambdas/open-run/in-shards.js';

const MB = 2 ** 20;
const filesOf = (...sizes: number[]) => sizes.map((size, n) => ({ key: `orders/${n}`, size }));
const sizesOf = (shards: { size: number }[][]) => shards.map((shard) => shard.map(({ size }) => size / MB));

describe('shards of landed files', () => {
  it('hold 25 small files each, and no file twice or out of order', () => {
    const files = filesOf(...Array.from({ length: 60 }, () => 1000));
    const shards = inShards(files);
    expect(shards.flat()).toEqual(files);
    expect(shards).toHaveLength(3);
    for (const shard of shards) expect(shard).toHaveLength(20);
  });

  it('are cut by bytes: a large file is not one of 25', () => {
    const large = sizesOf(inShards(filesOf(300 * MB, 10 * MB, 20 * MB, 300 * MB))).filter((sizes) => sizes.includes(300));
    expect(large).toEqual([[300], [300]]);
  });

  it('are at most 40, and none is empty, whatever lands', () => {
    expect(inShards([])).toEqual([]);
    expect(inShards(filesOf(0))).toHaveLength(1);
    expect(inShards(filesOf(...Array.from({ length: 20_000 }, (_, n) => n * 100)))).toHaveLength(40);
    const one = inShards(filesOf(...Array.from({ length: 100 }, (_, n) => (n === 50 ? 50_000 * MB : 1))));
    expect(one.length).toBeLessThanOrEqual(40);
    expect(one.every((shard) => shard.length > 0)).toBe(true);
    expect(one.flat()).toHaveLength(100);
  });

  it('of many files differ by little in work', () => {
    const sizes = Array.from({ length: 4000 }, (_, n) => ((n * 7919) % 50) * MB);
    const work = inShards(filesOf(...sizes)).map((shard) => shard.reduce((sum, { size }) => sum + size, 0));
    expect(Math.max(...work) / Math.min(...work)).toBeLessThan(1.1);
  });
});
