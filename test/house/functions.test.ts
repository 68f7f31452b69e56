import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type FunctionFound, functionsOf } from './functions-of.js';

/** why 60: what a screen shows at once. */
const MOST_LINES = 60;

/** Functions that are longer, and why one of them reads better whole. */
const LONGER: Readonly<Record<string, string>> = {
  'infra/aws/alarms.ts alarmsOf': 'a list, one entry per alarm; nothing is decided in it',
  'infra/aws/roles/places.ts placesOf': 'a list of grants, one entry per place; nothing is decided in it',
  'infra/aws/roles/workflow.ts workflowGrants': 'a list of grants, one entry per service; nothing is decided in it',
};

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && !path.startsWith('test/') && existsSync(path));
const functions = files.flatMap((path) => functionsOf(path, readFileSync(path, 'utf8')).map((one) => ({ ...one, path })));
const named = ({ path, name }: FunctionFound & { path: string }): string => `${path} ${name}`;
const long = functions.filter(({ lines }) => lines > MOST_LINES);

it(`No function is longer than ${MOST_LINES} lines without a reason`, () => {
  const unexplained = long.filter((one) => !(named(one) in LONGER));
  expect(unexplained.map((one) => `${one.path}:${one.line} ${one.name} has ${one.lines} lines; split it`)).toEqual([]);
});

it('No reason is kept for a function that is short enough', () => {
  expect(Object.keys(LONGER).filter((name) => !long.map(named).includes(name))).toEqual([]);
});

it('Functions are found however they are written', () => {
  const text = [
    'export async function declared() {\n}\n',
    'const arrow = <T,>(one: T) => {\n\n  return one;\n};\n',
    'class Some {\n  method() {\n  }\n}\n',
    'const given = { key: function () {\n} };\n',
    'it(() => 1);\n',
  ].join('');
  expect(functionsOf('some.ts', text)).toEqual([
    { name: 'declared', line: 1, lines: 2 },
    { name: 'arrow', line: 3, lines: 4 },
    { name: 'method', line: 8, lines: 2 },
    { name: 'key', line: 11, lines: 2 },
    { name: 'unnamed', line: 13, lines: 1 },
  ]);
  expect(functions.length).toBeGreaterThan(1000);
});
