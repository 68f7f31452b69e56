import { type Answer, fail, inOneLine, pass, type Question } from '../answer.js';
import type { AtHand } from '../at-hand.js';

const INLINE = `set queries: 'inline' in infra/aws/settings.ts and deploy`;

/** Runs an UNLOAD of three rows and reads back what it wrote, as a night does. */
async function run(at: AtHand, what: string, textOf: (statement: string) => Promise<string>): Promise<string> {
  const outputPrefix = `${at.prefix}${what}/`;
  const text = await textOf(at.engine.wrap('SELECT * FROM (VALUES (1), (2), (3)) AS three (n)', what, outputPrefix));
  const id = await at.start(text);
  const query = await at.ended(id);
  const { files, rows } = await at.engine.outputOf({ QueryExecutionId: id }, { dataset: what, run_prefix: 'none', outputPrefix });
  if (rows !== 3) throw new Error(`wrote ${rows} rows of 3`);
  if ((await at.start(text)) !== id) throw new Error('asked again with its token, Athena started a second query');
  const many = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  return query.Statistics?.DataManifestLocation
    ? `ran, and reports a data manifest that names its ${many}`
    : `ran, and reports no data manifest: nights take the ${many} that lie at the place of the attempt`;
}

const told = async (what: string, running: Promise<string>, next: string): Promise<Answer> =>
  running.then(
    (found) => pass(`${what} ${found}; asked again with its token it is the same query`),
    (error) => fail(`${what} did not: ${inOneLine(error)}`, next),
  );

/** How a night may start its queries. */
export const unload: Question = {
  about: 'UNLOAD',
  async ask(at) {
    const { queries } = at.given.settings;
    const otherwise = `queries is '${queries}' in infra/aws/settings.ts, so no night needs it`;
    return [
      await told(
        'EXECUTE of a prepared UNLOAD',
        run(at, 'prepared', (statement) => at.prepare(statement)),
        queries === 'prepared' ? INLINE : otherwise,
      ),
      await told(
        'an UNLOAD by its text',
        run(at, 'inline', async (statement) => statement),
        queries === 'inline' ? 'no night can run; the words are Athena’s own' : otherwise,
      ),
    ];
  },
};
