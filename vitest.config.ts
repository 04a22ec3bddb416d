import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default', './test/support/skip-reporter.ts'],
    testTimeout: 180_000, // real servers on a busy machine; nothing is asserted about time
    hookTimeout: 120_000,
  },
});
