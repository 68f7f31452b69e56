import '../../infra/local/set-environment-defaults.js';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { manySellers } from '../many-sellers.js';
import { atLeast } from '../options.js';
import { type Figures, measureDashboard } from './measure.js';

interface Row {
  what: string;
  /** What it should be at most, and at which slowdown that is said. */
  goal: string;
  of(figures: Figures): string | number;
}

const ROWS: readonly Row[] = [
  { what: 'First view: kB on the wire, data included', goal: '300', of: ({ first_view }) => first_view.kb },
  { what: 'Requests', goal: '', of: ({ first_view }) => first_view.requests },
  { what: 'HEAD requests among them', goal: '0', of: ({ first_view }) => first_view.heads },
  { what: 'Tiles and metrics with their numbers, ms', goal: '', of: ({ first_view }) => first_view.numbers },
  {
    what: 'Interactive: the same, and no long task to come, ms',
    goal: '1,500 at 4x',
    of: ({ first_view }) => first_view.interactive,
  },
  { what: 'A click on "7 days" until it is drawn, ms', goal: '', of: ({ first_view }) => first_view.answers },
  { what: 'What jumps meanwhile (CLS)', goal: '0.02', of: ({ first_view }) => first_view.cls },
  { what: 'List: sellers with orders', goal: '', of: ({ list }) => list.sellers.toLocaleString('en') },
  { what: 'First row, ms', goal: '1,000', of: ({ list }) => list.first_row },
  { what: 'All of it read, ms', goal: '', of: ({ list }) => list.whole },
  { what: 'kB on the wire', goal: '', of: ({ list }) => list.kb.toLocaleString('en') },
  { what: 'A key in the search until it is drawn, slowest of four, ms', goal: '50', of: ({ list }) => list.key },
  { what: 'The same until the list has followed, ms', goal: '', of: ({ list }) => list.key_late },
  { what: 'Sorted by a click, slower of two, ms', goal: '200', of: ({ list }) => list.sort },
  { what: 'CLS', goal: '0.02', of: ({ list }) => list.cls },
  { what: 'Seller opened and one metric unfolded: kB on the wire', goal: '150', of: ({ seller }) => seller.kb },
  { what: 'Requests', goal: '', of: ({ seller }) => seller.requests },
  { what: 'Card shown after the click, ms', goal: '', of: ({ seller }) => seller.shown },
  { what: 'CLS', goal: '0.02', of: ({ seller }) => seller.cls },
];

const table = (figures: readonly Figures[]): string =>
  [
    `| | at most |${figures.map(({ slowdown }) => ` ${slowdown}x |`).join('')}`,
    `| --- | ---: |${figures.map(() => ' ---: |').join('')}`,
    ...ROWS.map(({ what, goal, of }) => `| ${what} | ${goal} |${figures.map((one) => ` ${of(one)} |`).join('')}`),
  ].join('\n');

const program = new Command('bench:dashboard')
  .description('Measure the dashboard in Chromium: its first view on a store, the list and a seller among many sellers.')
  .requiredOption('--store <dir>', 'store with a published run, as a night leaves it', 'data/store')
  .option('--sellers <n>', 'sellers of the list: those of the run, repeated under other names', atLeast(1), 100_000)
  .option('--large <dir>', 'keep the store with many sellers there, and use it again when it is there')
  .option('--slowdowns <n...>', 'how many times slower the processor is made', ['1', '4'])
  .option('--rounds <n>', 'each is measured so often; the middle one is told', atLeast(1), 3)
  .option('--json', 'print the figures alone, as JSON', false);

interface Options {
  store: string;
  sellers: number;
  large?: string;
  slowdowns: string[];
  rounds: number;
  json: boolean;
}

const { store, sellers, rounds, json, ...options } = program.parse().opts<Options>();
const large = options.large ?? (await mkdtemp(join(tmpdir(), 'many-sellers-')));
try {
  if (!existsSync(join(large, 'published'))) await manySellers(store, large, sellers);
  const figures = await measureDashboard({ store, large, slowdowns: options.slowdowns.map(Number), rounds });
  console.log(json ? JSON.stringify(figures, null, 2) : table(figures));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  if (!options.large) await rm(large, { recursive: true, force: true });
}
