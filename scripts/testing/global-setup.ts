import { mkdtemp, rm } from 'node:fs/promises';
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
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'recapsule-site-'));
  const site = join(folder, 'dist');
  const { code, stderr } = await runRecapsule(['build', '--outDir', site]);
  if (code !== 0) throw new Error(`The sample content does not build:\n${stderr}`);
  project.provide('site', site);
  project.provide('browser', await findBrowser());
  return () => rm(folder, { recursive: true, force: true });
}
