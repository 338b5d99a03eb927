import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openSamples } from '../scripts/testing/open-samples.ts';
import { visitWith } from '../scripts/testing/visit.ts';

const samples = openSamples();

/** Does something with a page of the samples. */
const visit = (path: string, act: (page: Page) => Promise<void>): Promise<void> =>
  visitWith(samples.browser, samples.address + path, act);

test('printed, the timeline is complete, with the address of every entry, and without its controls', async () => {
  await visit('/11-11-2019/', async (page) => {
    await page.emulateMedia({ media: 'print' });
    const printed = await page
      .locator('.entries h3 a')
      .evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content));
    expect(printed).toHaveLength(27);
    for (const content of printed)
      expect(content).toMatch(/ https:\/\/recaps\.example\.org\/11-11-2019\/[a-z0-9-]+\/"$/);
    for (const control of ['.tools', '.contents', 'button.copy'])
      expect(await page.locator(control).first().isVisible()).toBe(false);
    expect((await page.pdf()).length).toBeGreaterThan(20_000);
  });
});

test('printed, the page of an entry tells its address, and has no controls', async () => {
  await visit('/11-11-2019/twelve-billion-dollars/', async (page) => {
    await page.emulateMedia({ media: 'print' });
    for (const control of ['.tools', '[rel="next"]', '.find'])
      expect(await page.locator(control).first().isVisible()).toBe(false);
    const reported = await page
      .locator('[data-address]')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one, '::after').content));
    expect(reported).toContain('"https://recaps.example.org/11-11-2019/twelve-billion-dollars/"');
  });
});

test('printed, what belongs together stays on one page: titles with their texts, figures with their captions, rows', async () => {
  await visit('/11-11-2019/', async (page) => {
    await page.emulateMedia({ media: 'print' });
    const ruleOf = (selector: string, rule: 'breakInside' | 'breakAfter') =>
      page
        .locator(selector)
        .evaluateAll((all, name) => [...new Set(all.map((one) => getComputedStyle(one)[name]))], rule);
    for (const together of ['.entry h3', '.entry .figure', '.entry .when', '.key-figures li', '.results > div'])
      expect(await ruleOf(together, 'breakInside'), together).toEqual(['avoid']);
    for (const before of ['.entry h3', '.entry .figure', 'h2'])
      expect(await ruleOf(before, 'breakAfter'), before).toEqual(['avoid']);
    await page.goto(`${samples.address}/11-11-2019/milestones/`);
    expect(await ruleOf('tr', 'breakInside')).toEqual(['avoid']);
    expect(await ruleOf('tr.day', 'breakAfter')).toEqual(['avoid']);
  });
});
