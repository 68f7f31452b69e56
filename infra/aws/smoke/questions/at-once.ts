import { NIGHT, tooLow } from '../../account/limits.js';
import { type Answer, fail, inOneLine, notAsked, pass, type Question } from '../answer.js';
import type { AtHand } from '../at-hand.js';
import { asYourself } from '../start-query.js';

async function limits({ given }: AtHand): Promise<Answer[]> {
  // Of mails another question tells more.
  const lines = (await tooLow(given.limits, given.at.region)).filter((line) => !/: SES\b/.test(line));
  if (lines.length === 0) return [pass('the account lets a night run all functions and queries at once that it wants to')];
  return lines.map((line) => (line.includes('not looked at') ? notAsked(line) : { verdict: 'FAIL', says: line }));
}

/** As many queries as a layer of the night asks at the same time. */
async function together(at: AtHand): Promise<Answer> {
  const texts = Array.from({ length: NIGHT.queries }, (_, n) =>
    at.engine.wrap(`SELECT ${n} AS n`, 'at_once', `${at.prefix}at_once_${n}/`),
  );
  // Not by Step Functions: it is asked for one state a second, and places are the account's, whoever asks.
  const yourself = asYourself(at.given.clients.athena, 'for speed');
  const started = await Promise.allSettled(texts.map((text) => at.start(text, yourself)));
  const refused = started.find((one) => one.status === 'rejected');
  if (refused)
    return fail(
      `of ${NIGHT.queries} queries at once one was refused: ${inOneLine(refused.reason)}`,
      'nights ask again, and take longer',
    );
  const ended = await Promise.all(started.map((one) => at.ended((one as PromiseFulfilledResult<string>).value)));
  const longest = Math.max(...ended.map(({ Statistics }) => Statistics?.QueryQueueTimeInMillis ?? 0));
  return pass(
    `${NIGHT.queries} queries at once were taken and ended; the longest waited ${(longest / 1000).toFixed(1)} s for its turn`,
  );
}

/** What the account lets a night do at the same time. */
export const atOnce: Question = {
  about: 'many at once',
  ask: async (at) => [...(await limits(at)), await together(at)],
};
