import { defineConfig } from 'vitest/config';

/** Whole nights on an AWS emulator, installed when first needed. Minutes. Says SKIPPED where it cannot be had. */
export default defineConfig({
  test: {
    include: ['test/aws/emulator/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', TZ: 'UTC' },
  },
});
