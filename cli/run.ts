import { CommanderError } from 'commander';
import { ofAnyFile } from '../infra/local/in-plain-words.js';
import { EXIT, exitCodeOf, linesOf } from './exit-codes.js';
import { scorecardsProgram } from './program.js';

/** Runs one command, as typed after the program's name, and says with which code the process has to end. */
export async function run(args: readonly string[]): Promise<number> {
  const program = scorecardsProgram();
  try {
    await program.parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    for (const line of linesOf(ofAnyFile(error))) console.error(line);
    if (args.includes('--debug')) console.error(error);
    return exitCodeOf(error);
  }
}
