import { defineConfig } from 'vitest/config';

/** The dashboard in Debian's Chromium against the published Parquet. */
export default defineConfig({
  test: { include: ['test/**/*.browser.test.ts'], testTimeout: 300_000, hookTimeout: 300_000, env: { TZ: 'UTC' } },
});
