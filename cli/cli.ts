import '../infra/local/set-environment-defaults.js';
import { EXIT } from './exit-codes.js';
import { run } from './run.js';

process.exitCode = await run(process.argv.slice(2));
// Nothing that was left at work may keep a failed command from ending.
if (process.exitCode !== EXIT.done) process.stdout.write('', () => process.exit());
