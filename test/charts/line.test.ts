import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Box, endOf, lineOf, pathOf } from '../../charts/line.js';
import { linePng } from '../../charts/png.js';

const BOX: Box = { width: 20, height: 10, margin: 1 };

describe('the line of a number’s weeks', () => {
  it('goes from the smallest value at the foot to the largest at the head, in equal steps', () => {
    expect(pathOf(lineOf([5, 7, 9], BOX))).toBe('M1 9L10 5L19 1');
  });
  it('is broken where a week is not known, and ends in no point if that is the newest', () => {
    const values = [1, null, 2, 3, null];
    const runs = lineOf(values, BOX);
    expect(runs.map((run) => run.length)).toEqual([1, 2]);
    expect(endOf(values, runs)).toBeUndefined();
    expect(endOf([1, 2], lineOf([1, 2], BOX))).toEqual({ x: 19, y: 1 });
  });
  it('lies in the middle where all weeks are alike, and is none where none is known', () => {
    expect(pathOf(lineOf([4, 4], BOX))).toBe('M1 5L19 5');
    expect(lineOf([null, null], BOX)).toEqual([]);
  });
});

describe('the same as a picture for mails', () => {
  const ink = { colour: [1, 2, 3] as const, stroke: 2, dot: 0, scale: 2 };
  /** How much of a pixel is inked, 0 to 255. */
  const pixels = (png: Buffer) => {
    const at = png.indexOf('IDAT');
    const raw = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    const width = png.readUInt32BE(16);
    return (x: number, y: number) => raw[y * (width + 1) + 1 + x];
  };
  it('has ink where the line lies, none beside it, and as many pixels as a sharp screen shows', () => {
    const png = linePng([4, 4], BOX, ink);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([40, 20]);
    const inked = pixels(png);
    expect([inked(20, 9), inked(20, 10), inked(20, 3), inked(20, 16)]).toEqual([255, 255, 0, 0]);
  });
  it('marks the newest week with a point', () => {
    const inked = pixels(linePng([4, 4], BOX, { ...ink, stroke: 0.5, dot: 1 }));
    expect(inked(37, 8)).toBeGreaterThan(200);
    expect(inked(20, 8)).toBe(0);
  });
  it('is the same bytes each time', () => {
    expect(linePng([1, 5, 2], BOX, ink)).toEqual(linePng([1, 5, 2], BOX, ink));
  });
});
