import { extname } from 'node:path';

/** What a browser is told that a file is, by its ending. why: it is told to guess nothing, and saves what it does not know instead of showing it. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.jsonl': 'application/x-ndjson',
  '.pdf': 'application/pdf',
  '.sql': 'text/plain; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
};

/** Undefined of an ending that nobody is shown. */
export const contentTypeOf = (path: string): string | undefined => TYPES[extname(path)];
