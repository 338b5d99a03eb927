import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: 'scripts/testing/global-setup.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
