import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../src/io/settings.ts';
import { longTests, projectOf, testFiles } from './projects.ts';

const files = testFiles(root);

test('every file of tests is in one project', () => {
  const all = globSync('{src,scripts}/**/*.test.ts', { cwd: root }).sort();
  expect(Object.values(files).flat().sort()).toEqual(all);
});

test('each name of a long test is that of one file', () => {
  const named = (name: string): string[] => files.long.filter((path) => `/${path}`.endsWith(`/${name}`));
  expect(longTests.filter((name) => named(name).length !== 1)).toEqual([]);
});

test.each([
  ['src/slug.test.ts', "import { expect } from 'vitest';", 'unit'],
  ['src/slug.test.ts', "import { temporaryFolder } from '../scripts/testing/temporary-content.ts';", 'unit'],
  ['src/site.test.ts', "const files = filesOf(inject('site'));", 'process'],
  ['src/site.test.ts', "import { buildContent } from '../scripts/testing/temporary-content.ts';", 'process'],
  ['scripts/hook.test.ts', "import { runIn } from './testing/repository.ts';", 'process'],
  ['scripts/hook.test.ts', "import { spawn } from 'node:child_process';", 'process'],
  ['src/io/git.test.ts', "vi.stubEnv('PATH', '');", 'process'],
  ['src/io/git.test.ts', "process.env['PATH'] = '';", 'process'],
  ['src/io/git.test.ts', "const path = process.env['PATH'] ?? '';", 'unit'],
  ['src/site.browser.test.ts', "import { openSamples } from '../scripts/testing/open-samples.ts';", 'browser'],
  ['scripts/dev.test.ts', "import { startBrowser } from './testing/browser.ts';", 'browser'],
  ['src/publish/faults.test.ts', "import { expect } from 'vitest';", 'long'],
  ['scripts/hosts/no-faults.test.ts', "import { expect } from 'vitest';", 'unit'],
] as const)('%s with %s is of the project %s', (path, text, project) => {
  expect(projectOf(path, text)).toBe(project);
});
