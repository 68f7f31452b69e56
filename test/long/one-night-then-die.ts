/** A night in a process of its own that kills itself when it comes to a state. Arguments: the request as JSON, the state, which entry. */
import { runNight } from '../../infra/local/night.js';

const [request = '{}', state = '', entry = '1'] = process.argv.slice(2);
let entered = 0;
await runNight({
  ...JSON.parse(request),
  watch: {
    started(name: string) {
      if (name === state && ++entered === Number(entry)) process.kill(process.pid, 'SIGKILL');
    },
  },
});
process.stdout.write('survived');
