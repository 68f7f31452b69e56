import { type Answer, fail, inOneLine, type Question } from './answer.js';
import type { AtHand } from './at-hand.js';
import { atOnce } from './questions/at-once.js';
import { files } from './questions/files.js';
import { firstDay } from './questions/first-day.js';
import { mail } from './questions/mail.js';
import { pointer } from './questions/pointer.js';
import { rights } from './questions/rights.js';
import { unload } from './questions/unload.js';

const QUESTIONS: readonly Question[] = [rights, unload, files, firstDay, atOnce, pointer, mail];

/** Columns of the verdict and of what it is about. */
const [VERDICT, ABOUT] = [11, 23];

/** One line for the eye and for grep: `PASS       UNLOAD                 EXECUTE of a prepared UNLOAD ran ...`. */
const lineOf = (about: string, { verdict, says }: Answer): string => `${verdict.padEnd(VERDICT)}${about.padEnd(ABOUT)}${says}`;

/**
 * Asks everything, in order, and cleans up after it whatever happened. A question that breaks is a FAIL, and the next one is asked.
 * Answers how many failed.
 */
export async function askAll(at: AtHand, say: (line: string) => void, questions = QUESTIONS): Promise<number> {
  let failed = 0;
  const tell = (about: string, answer: Answer): void => {
    if (answer.verdict === 'FAIL') failed++;
    say(lineOf(about, answer));
  };
  for (const { about, ask } of questions) {
    const broken = (error: unknown): Answer[] => [fail(inOneLine(error), 'look at the right or the service that is named')];
    for (const answer of await ask(at).catch(broken)) tell(about, answer);
  }
  await at.cleanUp().then(
    (objects) => say(`${objects.toLocaleString('en')} objects that this wrote are deleted.`),
    (error) => tell('cleaning up', fail(inOneLine(error), `delete what lies below ${at.store.url(at.prefix)}`)),
  );
  return failed;
}
