/** A line as PNG, for mail clients, which know no SVG. why by hand: a stroke and a point are some lines, and no native build runs anywhere. */
import { crc32, deflateSync } from 'node:zlib';
import { type Box, endOf, lineOf, type Point } from './line.js';

export interface Ink {
  /** Red, green and blue, 0 to 255. why one ink: behind it lies what the client lays there, light or dark. */
  colour: readonly [number, number, number];
  /** Of the line. */
  stroke: number;
  /** Radius of the newest point. */
  dot: number;
  /** Pixels to a unit. */
  scale: number;
}

/** How far a point is from a stretch of line. */
function distance({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
}

/** How much of each pixel is inked, 0 to 255: all within the stroke, and less over one pixel beyond its edge. */
function coverage(values: readonly (number | null)[], box: Box, { stroke, dot, scale }: Ink): Uint8Array {
  const [width, height] = [box.width * scale, box.height * scale];
  const runs = lineOf(values, box);
  const strokes = runs.flatMap((run) => run.map((point, n) => [point, run[Math.min(n + 1, run.length - 1)]!] as const));
  const end = endOf(values, runs);
  const found = new Uint8Array(width * height);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const at = { x: (column + 0.5) / scale, y: (row + 0.5) / scale };
      const beyond = Math.min(
        ...strokes.map(([a, b]) => distance(at, a, b) - stroke / 2),
        ...(end ? [distance(at, end, end) - dot] : []),
      );
      found[row * width + column] = Math.round(255 * Math.min(1, Math.max(0, 0.5 - beyond * scale)));
    }
  return found;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** One ink on nothing: a palette of 256 shades, each as opaque as it is covered. The same values give the same bytes. */
export function linePng(values: readonly (number | null)[], box: Box, ink: Ink): Buffer {
  const [width, height] = [box.width * ink.scale, box.height * ink.scale];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits to a pixel, by palette.
  head.set([8, 3, 0, 0, 0], 8);
  const covered = coverage(values, box, ink);
  const rows = Array.from({ length: height }, (_, row) =>
    Buffer.concat([Buffer.of(0), covered.subarray(row * width, (row + 1) * width)]),
  );
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(Array.from({ length: 256 }, () => [...ink.colour]).flat())),
    chunk('tRNS', Buffer.from(Array.from({ length: 256 }, (_, shade) => shade))),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
