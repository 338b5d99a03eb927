import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Does something with a page, on which no script may fail or warn. */
export const visitWith = async (
  browser: Browser,
  address: string,
  act: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  await page.goto(address);
  await act(page);
  expect(faults).toEqual([]);
  await context.close();
};

/** Looks for something, and gives the paths of what was found. */
export const find = async (page: Page, query: string): Promise<string[]> => {
  await page.locator('#page\\.status').evaluate((status) => status.replaceChildren());
  await page.getByRole('searchbox').fill(query);
  await page.getByRole('searchbox').press('Enter');
  await page.waitForFunction(() => /\d|No entry|没有/.test(document.getElementById('page.status')?.textContent ?? ''));
  return page
    .locator('#page\\.results h2 a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
};
