import { configDefaults, defineConfig } from 'vitest/config';

/** The quick tests. Whole nights in number, browsers, Trino and emulators have configurations of their own. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: [
      ...configDefaults.exclude,
      'test/long/**',
      'test/**/olist.test.ts',
      'test/trino/**',
      'test/aws/emulator/**',
      'test/aws/s3-server.test.ts',
      'test/**/*.browser.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', TZ: 'UTC' },
  },
});
