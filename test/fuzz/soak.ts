/** Draws and asks so many mutated files of every dataset and format; a finding says how to see it again. */
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Duck, openDuck } from '../../lambdas/shared/duck.js';
import { askTogether, type Finding } from './ask.js';
import { askImport } from './ask-import.js';
import { type Case, DATASETS, drawCase, FORMATS, type Format } from './draw-case.js';

export interface Soak {
  seed: number;
  /** Files of each dataset and format. */
  files: number;
  datasets?: readonly string[];
  formats?: readonly Format[];
  /** Import them, instead of landing them. */
  imports?: boolean;
}

/** why 25: as many files as a shard of a night has at least, and few enough to ask again one by one. */
const TOGETHER = 25;

/** A finding as a person reads it; its file is kept. */
async function told({ of, what }: Finding, imports: boolean): Promise<string> {
  const folder = join(tmpdir(), 'fuzz-findings');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${of.dataset}-${of.format}-${of.seed}${of.ending}`);
  await writeFile(path, of.bytes);
  return `${of.dataset} ${of.format} ${of.seed} (${of.mutation}): ${what}\n  again: npm run fuzz -- ${imports ? 'import ' : ''}${of.dataset} ${of.format} ${of.seed}\n  file: ${path}`;
}

async function ask(cases: readonly Case[], imports: boolean, duck: Duck): Promise<Finding[]> {
  const found: Finding[] = [];
  if (imports) for (const one of cases) found.push(...(await askImport(one)));
  else for (const group of Map.groupBy(cases, ({ ending }) => ending).values()) found.push(...(await askTogether(group, duck)));
  return found;
}

export async function soak(given: Soak, say: (line: string) => void = () => {}): Promise<{ asked: number; findings: string[] }> {
  const duck = await openDuck();
  const findings: string[] = [];
  let asked = 0;
  try {
    for (const format of given.formats ?? FORMATS)
      for (const dataset of given.datasets ?? DATASETS) {
        const started = performance.now();
        for (let from = 0; from < given.files; from += TOGETHER) {
          const cases: Case[] = [];
          for (let n = from; n < Math.min(given.files, from + TOGETHER); n++)
            cases.push(await drawCase(dataset, format, given.seed + n, duck));
          asked += cases.length;
          for (const finding of await ask(cases, given.imports ?? false, duck)) {
            findings.push(await told(finding, given.imports ?? false));
            say(findings.at(-1)!);
          }
        }
        say(`${format} ${dataset}: ${given.files} files, ${Math.round((performance.now() - started) / given.files)} ms each`);
      }
    return { asked, findings };
  } finally {
    duck.close();
  }
}
