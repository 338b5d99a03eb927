import type { Browser, Page } from 'playwright-core';

/** A page with a clock that stands still, what it has asked for, and the way to close it. */
export type LivePage = {
  readonly page: Page;
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
};

/** Opens a page while the clock says `time`, and counts how often it asks for what is new. */
export const openLive = async (
  browser: Browser,
  address: string,
  time = '2020-03-02T12:00:00+01:00',
  width = 1280,
): Promise<LivePage> => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => request.url().endsWith('/live.json') && asked.push(request.url()));
  page.on('pageerror', (fault) => {
    throw fault;
  });
  await page.clock.install({ time });
  await page.goto(address);
  return { page, asked, close: () => context.close() };
};
