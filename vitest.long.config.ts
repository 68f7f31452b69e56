import { defineConfig } from 'vitest/config';

/** Whole nights in number: many days, every kill, real data. Minutes, not seconds. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts', 'test/**/olist.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 900_000,
    fileParallelism: false,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', TZ: 'UTC' },
  },
});
