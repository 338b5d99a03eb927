import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type BrowserLaunch, findBrowser } from './browser.ts';
import { runRecapsule } from './run-recapsule.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder into which the sample content has been built. */
    site: string;
    /** The browser that tests start. */
    browser: BrowserLaunch;
  }
}

/** Builds the sample content once for all tests that look at it, and finds them a browser. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  project.provide('browser', await findBrowser());
  if (!(await looksAtSamples(project))) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'recapsule-site-'));
  const site = join(folder, 'dist');
  const { code, stderr } = await runRecapsule(['build', '--outDir', site]);
  if (code !== 0) throw new Error(`The sample content does not build:\n${stderr}`);
  project.provide('site', site);
  return () => rm(folder, { recursive: true, force: true });
}

/** Whether any of the test files that are to run asks for the built samples, itself or through `open-samples.ts`. */
const looksAtSamples = async (project: TestProject): Promise<boolean> => {
  const { vitest } = project;
  // The words behind `vitest run` are no part of its typed interface; without them, all files count.
  const named = 'filenamePattern' in vitest && Array.isArray(vitest.filenamePattern) ? vitest.filenamePattern : [];
  const { testFiles } = await project.globTestFiles(named.map(String));
  const texts = await Promise.all(testFiles.map((file) => readFile(file, 'utf8')));
  return texts.some((text) => /inject\('site'\)|\/open-samples\.ts'/.test(text));
};
