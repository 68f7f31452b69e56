import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HOME } from '../../shared/home.js';
import { UsageError } from '../../shared/usage-error.js';

/** What a deployment wrote down of a stage: names of what it made, by stack. */
export const outputsFile = (stage: string): string => join('.cache', 'aws', `${stage}.json`);

/** A deployed stage's region group, as the outputs of its night stack describe it. */
export interface Deployed {
  stage: string;
  group: string;
  /** AWS region. */
  region: string;
  landingBucket: string;
  storeBucket: string;
  database: string;
  /** ARN. */
  stateMachine: string;
}

/** Looks a stage up in what its deployment wrote down. @throws UsageError */
export async function deployed(chosen: { stage: string; group?: string }): Promise<Deployed> {
  const { stage } = chosen;
  const file = outputsFile(stage);
  const text = await readFile(join(HOME, file), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new UsageError(
      `--stage ${stage}: ${file} is not there; it is written by "npm run deploy -- --stage ${stage}", so deploy from here or copy it from where that was done`,
    );
  const outputs = JSON.parse(text) as Record<string, Record<string, string>>;
  const nights = Object.keys(outputs).flatMap((stack) => {
    const group = stack.match(/^scorecards-([^-]+)-([^-]+)-night$/);
    return group?.[1] === stage ? [group[2]!] : [];
  });
  const group = chosen.group ?? (nights.length === 1 ? nights[0]! : undefined);
  if (group === undefined || !nights.includes(group))
    throw new UsageError(
      `${chosen.group ? `--group ${chosen.group}` : `--stage ${stage}`}: ${file} knows the groups ${nights.join(', ') || 'of no night'}; choose with --group`,
    );
  const night = outputs[`scorecards-${stage}-${group}-night`]!;
  const need = (name: string): string => {
    if (!night[name]) throw new UsageError(`${file}: says no ${name} of ${group}; deploy again with this version`);
    return night[name];
  };
  const stateMachine = need('StateMachine');
  return {
    stage,
    group,
    region: stateMachine.split(':')[3]!,
    landingBucket: need('LandingBucket'),
    storeBucket: need('StoreBucket'),
    database: need('Database'),
    stateMachine,
  };
}
