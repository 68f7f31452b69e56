import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Progress } from '../../../cli/progress.js';
import { localEnvironment } from '../../../infra/local/environment.js';
import { inPlainWords, MachineRefuses, ofAnyFile, ofFolders } from '../../../infra/local/in-plain-words.js';
import { FolderStore } from '../../../infra/local/object-store.js';
import { clearScratch } from '../../../infra/shared/lazy-duck.js';

const coded = (code: string, more: object = {}): Error => Object.assign(new Error(`${code}: refused`), { code, ...more });
const tried = { where: 'the store /s', doing: 'write', what: 'runs/a.json' } as const;
const messageOf = (error: unknown): string => (error as Error).message;

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'scorecards-words-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

it('A full disk and a store that may not be written are told by folder, object and next step', () => {
  expect(messageOf(inPlainWords(coded('ENOSPC'), tried))).toBe(
    'the store /s cannot be written: runs/a.json: its disk is full; make room on it, then run the same command again (ENOSPC)',
  );
  expect(messageOf(inPlainWords(coded('EACCES'), tried))).toContain(
    'the store /s cannot be written: runs/a.json: this user may not write',
  );
  expect(messageOf(inPlainWords(new Error('IO Error: Could not write file "x": No space left on device'), tried))).toContain(
    'is full',
  );
});

it('Too little memory of the query engine names the option that gives it more', () => {
  expect(messageOf(inPlainWords(new Error('Out of Memory Error: failed to pin block'), tried))).toContain('--memory 4GB');
});

it('Errors that are not of the machine, or say all themselves, stay as they are', () => {
  const ours = new MachineRefuses('said');
  const other = coded('ERR_OTHER');
  class GateStopped extends Error {}
  const gate = new GateStopped('a row says No space left on device');
  expect([ours, other, gate].map((error) => inPlainWords(error, tried))).toEqual([ours, other, gate]);
  expect(inPlainWords(gate, tried)).toBe(gate);
});

it('Of several folders the one is told that the error names', () => {
  const folders = [
    { name: 'the landing folder', path: '/landing', doing: 'read' },
    { name: 'the folder for temporary files', path: '/tmp/x', doing: 'write' },
  ] as const;
  expect(messageOf(ofFolders(coded('EACCES', { path: '/landing/orders/a.csv' }), folders))).toContain(
    'the landing folder /landing cannot be read',
  );
  expect(messageOf(ofFolders(coded('ENOSPC'), folders))).toContain('the folder for temporary files /tmp/x cannot be written');
  expect(messageOf(ofAnyFile(coded('EMFILE', { path: '/sql/a.sql', syscall: 'open' })))).toContain(
    'a file cannot be read: /sql/a.sql: too many files',
  );
});

it('A store whose folder is a file says so, in words', async () => {
  const folder = await aFolder();
  await writeFile(join(folder, 'store'), '');
  await expect(new FolderStore(join(folder, 'store')).write('runs/a.json', '{}')).rejects.toThrow(
    'a file lies where a folder must be',
  );
});

it('Hints that print a command quote a path with spaces', async () => {
  const folder = join(await aFolder(), 'my store');
  expect(localEnvironment({ store: folder }).option).toBe(` --store '${folder}'`);
});

it('Scratch files of killed processes are removed, those of others are left', async () => {
  const folder = await aFolder();
  // why this number: above what systems give to processes.
  for (const name of ['999999999', String(process.pid), 'notes']) await mkdir(join(folder, name));
  await clearScratch(join(folder, '1'));
  expect((await readdir(folder)).sort()).toEqual([String(process.pid), 'notes'].sort());
});

it('Progress speaks of one row and one warning as a person does', () => {
  const lines: string[] = [];
  const stream = { isTTY: false, write: (text: string) => lines.push(text) } as unknown as NodeJS.WriteStream;
  const progress = new Progress({ silent: false, stream });
  progress.done('CollectOutput', 'orders', { rows: 1 }, 0);
  progress.done('Gate', '', { checks: 23, warnings: 1 }, 0);
  expect(lines[0]).toMatch(/ 1 row /);
  expect(lines[1]).toContain('23 checks, 1 warning ');
});
