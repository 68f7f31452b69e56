/**
 * A night in a process of its own, from which a file or folder is taken when it comes to
 * a state. Arguments: the request as JSON, the state, the path.
 */
import { rmSync } from 'node:fs';
import { runNight } from '../../infra/local/night.js';

const [request = '{}', state = '', path = ''] = process.argv.slice(2);
const outcome = await runNight({
  ...JSON.parse(request),
  watch: {
    started(name: string) {
      if (name === state) rmSync(path, { recursive: true, force: true });
    },
  },
});
// Nothing here ends the process: it ends when nothing is at work in it any more.
process.stdout.write(JSON.stringify(outcome.error));
process.exitCode = outcome.error ? 1 : 0;
