import { defineConfig } from 'vitest/config';

/** The SQL's second opinion, from a real Trino: `npm run test:trino`. */
export default defineConfig({
  test: {
    include: ['test/trino/**/*.test.ts'],
    globalSetup: ['test/trino/one-trino.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    teardownTimeout: 60_000,
    fileParallelism: false,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', TZ: 'UTC' },
  },
});
