import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BESIDE, environmentVariablesOf, SCHEDULED, TASKS } from '../../../infra/aws/functions.js';
import { namesOf } from '../../../infra/aws/names.js';
import { settingsOf } from '../../../infra/aws/settings.js';
import { HOME } from '../../../infra/shared/home.js';

const settings = settingsOf('prod');
const [group] = settings.groups;
const read = (file: string): string => readFileSync(join(HOME, 'infra/aws', file), 'utf8');

/** Environment variables that a part of infra/aws/parts reads, by the name under which entries call for it. */
const parts = new Map<string, Set<string>>();
for (const file of ['stores', 'engine', 'mails'])
  for (const [, name, body] of read(`parts/${file}.ts`).matchAll(
    /export (?:const|(?:async )?function) (the\w+)([\s\S]*?)\n(?=\n|\/\*\*|export|$)/g,
  ))
    parts.set(name!, new Set([...body!.matchAll(/fromEnvironment\('(\w+)'\)/g)].map((found) => found[1]!)));

/** What an entry asks the environment for, itself and through its parts, and through theirs. */
function asked(text: string, seen = new Set<string>()): Set<string> {
  const found = new Set([...text.matchAll(/fromEnvironment\('(\w+)'\)/g)].map((one) => one[1]!));
  for (const [, name] of text.matchAll(/\b(the[A-Z]\w+)\b/g)) {
    if (seen.has(name!) || !parts.has(name!)) continue;
    seen.add(name!);
    for (const variable of parts.get(name!)!) found.add(variable);
    const body = ['stores', 'engine', 'mails'].map((file) => read(`parts/${file}.ts`)).find((one) => one.includes(` ${name}`))!;
    const own = body.slice(body.indexOf(` ${name}`)).split(/\n\n(?=\/\*\*|export)/)[0]!;
    for (const variable of asked(own, seen)) found.add(variable);
  }
  return found;
}

describe('what a function is given by its environment', () => {
  it.each(Object.entries({ ...TASKS, ...SCHEDULED, ...BESIDE }))('%s: is what its entry asks for, and no more', (_task, size) => {
    const given = Object.keys(environmentVariablesOf(size.needs, namesOf(settings, group!), group!, settings));
    const wanted = [...asked(read(`entries/${size.folder}.ts`))];
    expect(given.filter((name) => !name.startsWith('LOCK_')).sort()).toEqual(wanted.sort());
  });

  it('tells only publish to lock what it writes', () => {
    const locking = Object.entries(TASKS).filter(([, size]) =>
      Object.keys(environmentVariablesOf(size.needs, namesOf(settings, group!), group!, settings)).includes('LOCK_MODE'),
    );
    expect(locking.map(([task]) => task)).toEqual(['Publish']);
  });
});
