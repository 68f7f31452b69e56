import { spawn } from 'node:child_process';
import type { Built } from './built-entry.js';
import type { Watched } from './die-at-operation.js';

/** When a process is killed. */
export type Moment =
  | { kind: 'never' }
  /** After so many milliseconds. */
  | { kind: 'time'; ms: number }
  /** At the n-th change of what it keeps on the disk, counting those whose paths fit. */
  | { kind: 'operation'; at: number; when: 'before' | 'half' | 'after'; paths: string }
  /** When it says that it is done with a state. */
  | { kind: 'line'; says: string };

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
  seconds: number;
}

export interface How {
  moment?: Moment;
  env?: NodeJS.ProcessEnv;
  /** What stands before node, such as setpriv or sh -c. */
  before?: readonly string[];
  watched?: Partial<Watched>;
  cwd?: string;
}

/** why five minutes: a small night takes three seconds, and one on a machine with ten times its work took 73. */
const LONGEST_MS = 300_000;

/** Runs the command line in a process of its own, killed at a moment of it. */
export function child(built: Built, args: readonly string[], how: How = {}): Promise<Ended> {
  const { moment = { kind: 'never' }, before = [], watched = {} } = how;
  const { kind: _, ...operation } = moment;
  const faults = { ...watched, ...(moment.kind === 'operation' ? { die: operation } : {}) };
  const [command, ...rest] = [...before, process.execPath, '--import', built.preload, built.entry, ...args];
  const started = performance.now();
  const running = spawn(command!, rest, {
    cwd: how.cwd,
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '', FAULTS: JSON.stringify(faults), ...how.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  const kill = (): void => void running.kill('SIGKILL');
  running.stdout.on('data', (text) => {
    out += text;
    if (moment.kind === 'line' && out.includes(moment.says)) kill();
  });
  running.stderr.on('data', (text) => {
    err += text;
  });
  const dead = setTimeout(kill, moment.kind === 'time' ? moment.ms : LONGEST_MS);
  return new Promise((ended, failed) => {
    running.on('error', failed);
    running.on('close', (code, signal) => {
      clearTimeout(dead);
      ended({ code, signal, out, err, seconds: (performance.now() - started) / 1000 });
    });
  });
}

/** A command as a person types it again. */
export const typed = (args: readonly string[]): string => `npm run scorecards -- ${args.join(' ')}`;
