import '../infra/local/set-environment-defaults.js';
import { run } from './run.js';

process.exitCode = await run(process.argv.slice(2));
