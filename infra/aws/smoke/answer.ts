import type { AtHand } from './at-hand.js';

/** NOT ASKED is no failure: the reason says what would let it be asked. */
export interface Answer {
  verdict: 'PASS' | 'FAIL' | 'NOT ASKED';
  /** One plain line; of a FAIL it ends with the next step. */
  says: string;
}

export const pass = (says: string): Answer => ({ verdict: 'PASS', says });
export const fail = (found: string, next: string): Answer => ({ verdict: 'FAIL', says: `${found}; ${next}` });
export const notAsked = (because: string): Answer => ({ verdict: 'NOT ASKED', says: because });

/** Something that only a real account can answer. */
export interface Question {
  /** Two or three words. */
  about: string;
  ask(at: AtHand): Promise<Answer[]>;
}

/** The first line of an error under its name, so that an answer stays one line. */
export const inOneLine = (error: unknown): string => {
  const { name, message } = error as Error;
  return `${name}: ${message.split('\n')[0]}`;
};
