import { vi } from 'vitest';
import { run } from '../../cli/run.js';

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** A command as a person types it, in this process. */
export async function scorecards(...args: string[]): Promise<Ran> {
  const said = { out: '', err: '' };
  const keep = (where: 'out' | 'err', end: string) => (text: unknown) => {
    said[where] += `${text}${end}`;
    return true;
  };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(keep('out', '\n')),
    vi.spyOn(console, 'error').mockImplementation(keep('err', '\n')),
    vi.spyOn(process.stdout, 'write').mockImplementation(keep('out', '')),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep('err', '')),
  ];
  try {
    return { code: await run(args), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
