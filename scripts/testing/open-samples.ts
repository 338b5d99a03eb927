import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { serve, startBrowser } from './browser.ts';
import { filesOf } from './built-site.ts';

/** The built samples, where they are served, and a browser to look at them. */
type Samples = {
  readonly files: ReadonlyMap<string, Buffer>;
  /** Without a slash at its end. */
  readonly address: string;
  readonly browser: Browser;
};

/** Opens the samples for the tests of a file: served from before the first until after the last. */
export const openSamples = (): Samples => {
  const files = filesOf(inject('site'));
  let browser: Browser | undefined;
  let server: Awaited<ReturnType<typeof serve>> | undefined;
  beforeAll(async () => {
    [browser, server] = await Promise.all([startBrowser(), serve(files)]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), server?.stop()]);
  });
  return {
    files,
    get address() {
      return openedBy(server).address;
    },
    get browser() {
      return openedBy(browser);
    },
  };
};

const openedBy = <Opened>(opened: Opened | undefined): Opened => {
  if (opened === undefined) throw new Error('The samples are opened before the first test, and not sooner.');
  return opened;
};
