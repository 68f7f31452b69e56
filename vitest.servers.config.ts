import { defineConfig } from 'vitest/config';

/** Our AWS adapters against servers that we did not write, installed when first needed. Says SKIPPED where that cannot be. */
export default defineConfig({
  test: {
    include: ['test/aws/s3-server.test.ts', 'test/aws/emulator/moto/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    env: { POWERTOOLS_LOG_LEVEL: 'SILENT', TZ: 'UTC' },
  },
});
