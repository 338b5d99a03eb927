import type { Browser, Page } from 'playwright-core';
import { violations } from './axe.ts';

/** What was found on the pages that were visited, each line with the address of its page. */
export type Findings = Readonly<Record<'elsewhere' | 'moves' | 'sideways' | 'light' | 'dark', string[]>>;

/** Where pages are served, and a browser. */
type Served = { readonly address: string; readonly browser: Browser };

/** Sums up how far things move while a page loads, from before its first line on. */
const sumMoves = `window.moved = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.moved += value; })
    .observe({ type: 'layout-shift', buffered: true });`;

/**
 * Loads every page once, and writes down what should be on none: what it asks another origin for, what moves while it
 * loads, in which width it scrolls sideways, what axe-core finds in light and in dark mode. Of a page that redirects,
 * only what it asks for and moves.
 */
export const visitAll = async (
  { address, browser }: Served,
  paths: readonly string[],
  redirects: (path: string) => boolean,
): Promise<Findings> => {
  const findings: Findings = { elsewhere: [], moves: [], sideways: [], light: [], dark: [] };
  const waiting = paths.values();
  const visitor = async (): Promise<void> => {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
    await context.addInitScript(sumMoves);
    for (const path of waiting) {
      const page = await context.newPage();
      watchRequests(page, address, findings);
      await page.goto(address + path);
      if (redirects(path)) await page.waitForURL((url) => url.pathname !== path);
      await countMoves(page, path, findings);
      if (!redirects(path)) await lookAt(page, path, findings);
      await page.close();
    }
    await context.close();
  };
  // While the network of one page comes to rest, another one is looked at.
  await Promise.all(Array.from({ length: 4 }, visitor));
  return findings;
};

const watchRequests = (page: Page, address: string, { elsewhere }: Findings): void => {
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== address && origin !== 'null') elsewhere.push(`${page.url()} asks ${request.url()}`);
  });
};

const countMoves = async (page: Page, path: string, { moves }: Findings): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const moved = await page.evaluate<number>('window.moved');
  if (moved > 0) moves.push(`${path} by ${moved}`);
};

const lookAt = async (page: Page, path: string, findings: Findings): Promise<void> => {
  for (const width of [360, 320, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) findings.sideways.push(`${path} by ${overflow} at ${width} pixels`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    findings[colorScheme].push(...(await violations(page)).map((one) => `${path} ${one}`));
  }
};
