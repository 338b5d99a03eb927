import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import { answerWith } from '../../src/serve/answer.ts';
import { listen } from '../../src/serve/listen.ts';
import { patience } from './patience.ts';

/** How a browser is started. */
type BrowserLaunch = {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/**
 * Finds a browser: `CHROME_PATH`, or one that is installed, or the one that the npm package `@sparticuz/chromium` brings,
 * with the libraries that it needs. Nothing is downloaded. Called once, because the package unpacks itself.
 */
export const findBrowser = async (): Promise<BrowserLaunch> => {
  const before = { ...process.env };
  const own = process.env['CHROME_PATH'] ?? installed.find((path) => existsSync(path));
  if (own !== undefined) return { executablePath: own, args: quiet, env: definedOf(before) };
  // Without this the package expects its libraries on the machine; with it, it unpacks its own and points to them.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    // Its own arguments put everything into one process, which ends with the first context that is closed.
    return { executablePath, args: quiet, env: definedOf({ ...process.env }) };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
};

/** A browser of its own for a file of tests: a part of the one process that all tests share. Who opens it closes it. */
export const startBrowser = async (): Promise<Browser> => {
  const browser = await chromium.connect(inject('browser'), { timeout: patience });
  return browser.on('context', (context) => context.setDefaultTimeout(patience));
};

const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));

/** Serves files on the loopback interface. Gives the address without a slash at its end, and the way to stop. */
export const serve = async (
  files: ReadonlyMap<string, Buffer>,
): Promise<{ address: string; stop: () => Promise<void> }> => {
  const find = async (path: string) => {
    const bytes = files.get(path);
    return bytes && { bytes };
  };
  const { port, stop } = await listen(answerWith({ base: () => '/', find }), { port: 0, isOpen: false });
  return { address: `http://localhost:${port}`, stop };
};
