import type { SourceRows } from '../../../../lambdas/shared/query-engine.js';
import { type Answer, fail, inOneLine, notAsked, pass, type Question } from '../answer.js';
import type { AtHand } from '../at-hand.js';

const NEXT = 'see which right is named, and "Where Lake Formation governs the catalogue" in docs/deploy.md';

/** One table of each kind, read in the very words of a night: accepted rows with a run's inputs, counts, and what a run computed. */
function sources({ given }: AtHand): SourceRows[] {
  const days = [given.group.firstLandingDay];
  const run_prefix = `runs/${days[0]}/000`;
  return [
    { kind: 'accepted', dataset: 'orders', run_prefix, days },
    { kind: 'counts', dataset: 'orders', run_prefix, days },
    { kind: 'run', dataset: 'orders', parts: [{ run_prefix, files: [] }] },
  ];
}

/** Whether a query of the night may find the catalogue, the database, its tables and what lies in them, and write what it found. */
export const rights: Question = {
  about: "the night's rights",
  async ask(at) {
    const { start } = at.given;
    const whose: Answer[] =
      start.as.who === 'the night'
        ? []
        : [notAsked(`with the role of the night (${start.as.because}); the queries below ran with your own rights`)];
    const counts = sources(at).map(
      (source) => `SELECT '${source.kind}' AS kind, count(*) AS found FROM ${at.engine.relation(source)} AS t`,
    );
    try {
      const text = at.engine.wrap(counts.join('\nUNION ALL\n'), 'rights', `${at.prefix}rights/`);
      await at.ended(await at.start(text));
      return [
        ...whose,
        pass(`as ${start.as.who}, a query read accepted rows, inputs, counts and a run, and wrote what it found`),
      ];
    } catch (error) {
      return [
        ...whose,
        fail(`as ${start.as.who}, a query that reads every kind of table did not run: ${inOneLine(error)}`, NEXT),
      ];
    }
  },
};
