import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { serve, startBrowser } from './browser.ts';
import { type LivePage, openLive } from './live-page.ts';
import { buildContent, temporaryFolder } from './temporary-content.ts';

type Files = ReadonlyMap<string, Buffer>;

/** Two builds of a live event, of which the first is served when a test begins. */
type LiveBuilds = {
  readonly earlier: () => Files;
  readonly later: () => Files;
  /** What is served: it changes when another build is put there. */
  readonly served: Map<string, Buffer>;
  readonly publish: (files: Files) => void;
  /** Opens a page of it, while the clock says `time`. */
  readonly open: (path: string, how?: { readonly time?: string; readonly width?: number }) => Promise<LivePage>;
};

/** Builds two states of an archive for the tests of a file, and serves them from before the first test until after the last. */
export const openLiveBuilds = (first: Record<string, string>, second: Record<string, string>): LiveBuilds => {
  const folder = temporaryFolder();
  const served = new Map<string, Buffer>();
  let builds: readonly Files[] = [];
  let browser: Browser | undefined;
  let server: Awaited<ReturnType<typeof serve>> | undefined;
  const publish = (files: Files): void => {
    served.clear();
    for (const [path, bytes] of files) served.set(path, bytes);
  };
  const earlier = (): Files => builds[0] ?? new Map();
  const later = (): Files => builds[1] ?? new Map();
  beforeAll(async () => {
    const made = [await buildContent(join(folder, 'a'), first), await buildContent(join(folder, 'b'), second)];
    for (const { code, stderr } of made) expect(code, stderr).toBe(0);
    builds = made.map(({ files }) => files);
    [browser, server] = await Promise.all([startBrowser(), serve(served)]);
  });
  afterAll(async () => {
    await Promise.all([browser?.close(), server?.stop()]);
  });
  beforeEach(() => publish(earlier()));
  return {
    earlier,
    later,
    served,
    publish,
    open: (path, { time, width } = {}) => {
      if (!browser || !server) throw new Error('The builds are opened before the first test, and not sooner.');
      return openLive(browser, server.address + path, time, width);
    },
  };
};
