import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findBrowser } from './browser.ts';
import { patience } from './patience.ts';
import { runRecapsule } from './run-recapsule.ts';
import { samplesFolder } from './samples.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder into which the samples of the tests have been built. */
    site: string;
    /** Where the browser listens that all tests share. */
    browser: string;
  }
}

type Undo = () => Promise<void>;

/** Before all tests, builds the samples once and starts one browser, where any of the files that are to run asks for them. */
export default async function setup(project: TestProject): Promise<Undo> {
  const texts = await textsOfTests(project);
  const asks = (words: RegExp): boolean => texts.some((text) => words.test(text));
  const undone = await Promise.all([
    asks(/inject\('site'\)|\/open-samples\.ts'/) ? buildSamples(project) : undefined,
    asks(/\/(?:browser|open-samples|live-builds)\.ts'/) ? openBrowser(project) : undefined,
  ]);
  return async () => void (await Promise.all(undone.map((undo) => undo?.())));
}

const buildSamples = async (project: TestProject): Promise<Undo> => {
  const folder = await mkdtemp(join(tmpdir(), 'recapsule-site-'));
  const site = join(folder, 'dist');
  const { code, stderr } = await runRecapsule(['build', '--outDir', site], { env: { CONTENT_DIR: samplesFolder } });
  if (code !== 0) throw new Error(`The samples do not build:\n${stderr}`);
  project.provide('site', site);
  return () => rm(folder, { recursive: true, force: true });
};

const openBrowser = async (project: TestProject): Promise<Undo> => {
  const { executablePath, args, env } = await findBrowser();
  const server = await chromium.launchServer({
    executablePath,
    args: [...args],
    env: { ...env },
    host: '127.0.0.1',
    timeout: patience,
  });
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
};

/** The texts of the files of tests that are to run. */
const textsOfTests = async ({ vitest }: TestProject): Promise<readonly string[]> => {
  // The words behind `vitest run` are no part of its typed interface; without them, all files count.
  const named = 'filenamePattern' in vitest && Array.isArray(vitest.filenamePattern) ? vitest.filenamePattern : [];
  const specifications = await vitest.globTestSpecifications(named.map(String));
  return Promise.all(specifications.map(({ moduleId }) => readFile(moduleId, 'utf8')));
};
