import type { Page } from 'playwright-core';

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

/** Looks for something, and gives the paths of all that was found. */
export const findAll = async (page: Page, query: string): Promise<string[]> => {
  const first = await find(page, query);
  const count = Number(/\d+/.exec(await page.locator('#page\\.status').innerText())?.[0] ?? first.length);
  const results = page.locator('#page\\.results h2 a');
  while ((await results.count()) < count) {
    const shown = await results.count();
    await page.locator('#page\\.more').click();
    await results.nth(shown).waitFor();
  }
  return results.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
};
