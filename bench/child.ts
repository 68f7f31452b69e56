import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Step, StepCost } from './step.js';

/** Runs one step in a process of its own, so that its memory is its own. Rejects with what the step failed of. */
export function inChild(step: Step): Promise<StepCost> {
  return new Promise((done, failed) => {
    const child = fork(join(import.meta.dirname, 'step.ts'));
    child.once('message', (answer: { cost?: StepCost; error?: string }) =>
      answer.cost ? done(answer.cost) : failed(new Error(answer.error)),
    );
    child.once('exit', (code) => failed(new Error(`${step.step}: its process ended with ${code} before it answered`)));
    child.once('error', failed);
    child.send(step);
  });
}
