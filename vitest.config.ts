import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { patience } from './scripts/testing/patience.ts';
import { testFiles } from './scripts/testing/projects.ts';

const files = testFiles(import.meta.dirname);

const common = {
  // These end what hangs. No machine is so busy that a test which goes on takes as long.
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: patience } },
  // Archives of tests share what has been made before, wherever they lie.
  env: { CACHE_DIR: join(import.meta.dirname, '.cache') },
};

export default defineConfig({
  test: {
    teardownTimeout: patience,
    globalSetup: 'scripts/testing/global-setup.ts',
    // By itself Vitest leaves one processor free, which of two is half.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      // Nothing in these changes what the others find: a process loads modules once for many files.
      { test: { ...common, name: 'unit', include: files.unit, isolate: false } },
      { test: { ...common, name: 'process', include: files.process } },
      { test: { ...common, name: 'browser', include: files.browser } },
      { test: { ...common, name: 'long', include: files.long } },
    ],
  },
});
