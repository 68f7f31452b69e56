/** Exit codes of the command line. */
export const EXIT = { done: 0, ourFault: 1, usage: 2, stopped: 3, mailsOpen: 4 } as const;

/** A night failed; carries what failed it. */
export class NightFailed extends Error {
  override name = 'NightFailed';
  constructor(
    readonly failure: { name: string; message: string },
    readonly where: string,
  ) {
    super(failure.message);
  }
}

const USAGE = new Set(['UsageError', 'PolicyRefused', 'ImportRefused', 'ContractRefused']);

/**
 * RowsLost, LandedTooEarly: what a night must read is lost, or lies where no table looks, and a person has to decide. StoreDamaged: doctor
 * found something that is not mended. StillLanded: erased but for what landed, which others must take away. PackDiffers: a pack of evidence,
 * or what it was made from, was altered.
 */
const STOPPED = new Set(['GateStopped', 'RowsLost', 'LandedTooEarly', 'StoreDamaged', 'StillLanded', 'PackDiffers']);

const nameOf = (error: unknown): string => (error instanceof NightFailed ? error.failure.name : (error as Error).name);

export function exitCodeOf(error: unknown): number {
  const name = nameOf(error);
  if (USAGE.has(name)) return EXIT.usage;
  if (STOPPED.has(name)) return EXIT.stopped;
  if (name === 'MailsOpen') return EXIT.mailsOpen;
  return EXIT.ourFault;
}

/** What a person reads of an error: what, where, and the next step. No stack trace. */
export function linesOf(error: unknown): string[] {
  const { message } = error as Error;
  if (error instanceof NightFailed) {
    const title =
      error.failure.name === 'GateStopped'
        ? 'The night stopped at the gate; nothing was published and nobody was mailed.'
        : STOPPED.has(error.failure.name)
          ? 'The night stopped; nothing was published and nobody was mailed.'
          : `The night failed (${error.where}).`;
    return [title, ...message.split('\n')];
  }
  return message.split('\n');
}
