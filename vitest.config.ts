import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Files of every project but the quick one, and seconds that one of its tests may take. They run one file after the other, unless it says `two`. */
interface SlowProject {
  name: string;
  include: string[];
  seconds: number;
  /** Two files at a time. */
  two?: true;
  globalSetup?: string[];
}

const SLOW: readonly SlowProject[] = [
  // Whole nights in number: many days, every kill, real data. Minutes, not seconds. why two: as of quick ones.
  {
    name: 'long',
    include: ['test/long/**/*.test.ts', 'test/**/olist.test.ts', 'test/**/*.long.test.ts'],
    seconds: 900,
    two: true,
  },
  // The dashboard in Debian's Chromium against the published Parquet.
  { name: 'browser', include: ['test/**/*.browser.test.ts'], seconds: 300 },
  // The SQL's second opinion, from a real Trino.
  { name: 'trino', include: ['test/trino/**/*.test.ts'], seconds: 900, globalSetup: ['test/trino/one-trino.ts'] },
  // Our AWS adapters against servers that we did not write, installed when first needed. Says SKIPPED where that cannot be.
  { name: 'servers', include: ['test/aws/s3-server.test.ts', 'test/aws/emulator/moto/**/*.test.ts'], seconds: 300 },
  // Whole nights on an AWS emulator, installed when first needed. Minutes. Says SKIPPED where it cannot be had.
  { name: 'emulator', include: ['test/aws/emulator/*.test.ts'], seconds: 600 },
];

/** The quick tests: everything that no other project takes. */
const unit: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'unit',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // why two: nights leave a core idle half of the time, between one query and the next.
    maxWorkers: 2,
    // Test files of a worker share what they import: loading DuckDB, React and CDK anew for each costs more than most files test.
    isolate: false,
    setupFiles: ['test/helpers/one-thread.ts'],
    exclude: [...configDefaults.exclude, ...SLOW.flatMap(({ include }) => include)],
    testTimeout: 60_000,
    // why five minutes: a file may run two nights before its tests, a minute on a free machine, three beside other work.
    hookTimeout: 300_000,
  },
};

/** npm scripts choose a project each: `npm test` is `unit`, `npm run test:trino` is `trino`, and so on. */
export default defineConfig({
  test: {
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', TZ: 'UTC' },
    // why a minute: Trino ends within 20 s.
    teardownTimeout: 60_000,
    projects: [
      unit,
      ...SLOW.map(
        ({ name, include, seconds, globalSetup, two }, nth): TestProjectInlineConfiguration => ({
          extends: true,
          test: {
            name,
            include,
            testTimeout: seconds * 1000,
            hookTimeout: seconds * 1000,
            ...(two ? { maxWorkers: 2 } : { fileParallelism: false }),
            // Asked for together, projects run one after the other: each wants the machine to itself.
            sequence: { groupOrder: nth + 1 },
            ...(globalSetup ? { globalSetup } : {}),
          },
        }),
      ),
    ],
  },
});
