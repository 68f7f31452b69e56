import { EXIT } from './exit-codes.js';

// why by what is missing and not by a number: it is what the workflow's interpreter needs. `npm run` brings the Node that has it.
if (!('withResolvers' in Promise)) {
  console.error(`Node ${process.version} is too old to run this file by itself; use npm run, which brings its own Node`);
  process.exit(EXIT.usage);
}
await import('../infra/local/set-environment-defaults.js');
const { run } = await import('./run.js');

process.exitCode = await run(process.argv.slice(2));
// Nothing that was left at work may keep a failed command from ending.
if (process.exitCode !== EXIT.done) process.stdout.write('', () => process.exit());
