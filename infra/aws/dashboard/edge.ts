import { buildSync, transformSync } from 'esbuild';
import { FILED_FOR_TEAMS, READ_BY_LEADERSHIP } from '../../../contracts/run/who-reads.js';
import { HOME } from '../../shared/home.js';

/** Bytes of a function's code. why: CloudFront takes no more. */
export const MOST_EDGE_BYTES = 10_240;

/** The code of let-read.ts as CloudFront takes it: one script with a function `handler`. Throws when it is too large. */
export function edgeCode(): string {
  const { outputFiles } = buildSync({
    absWorkingDir: HOME,
    entryPoints: ['infra/aws/dashboard/let-read.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    define: { READ_BY: JSON.stringify({ leadership: READ_BY_LEADERSHIP, teams: FILED_FOR_TEAMS }) },
    legalComments: 'none',
    logLevel: 'error',
  });
  // why of what is left alone: all that CloudFront promises is ES5 with const and let, and what cannot be written so fails here.
  const { code } = transformSync(outputFiles[0]!.text.replace(/export \{\s*handler\s*\};\s*$/, ''), {
    target: 'es5',
    supported: { 'const-and-let': true },
    minify: true,
  });
  if (Buffer.byteLength(code) > MOST_EDGE_BYTES)
    throw new Error(
      `infra/aws/dashboard/let-read.ts: is ${Buffer.byteLength(code)} bytes, and CloudFront takes ${MOST_EDGE_BYTES}`,
    );
  return code;
}
