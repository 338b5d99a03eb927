import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openSamples } from '../scripts/testing/open-samples.ts';
import { visitWith } from '../scripts/testing/visit.ts';

const samples = openSamples();

/** Does something with a page of the samples. */
const visit = (path: string, act: (page: Page) => Promise<void>): Promise<void> =>
  visitWith(samples.browser, samples.address + path, act);

const slugsOn = (page: Page): Promise<string[]> =>
  page.locator('.entries article').evaluateAll((all) => all.map(({ id }) => id));

describe('the keyboard', () => {
  const focused = (page: Page): Promise<string | undefined> =>
    page.evaluate(() => document.activeElement?.closest('article')?.id);

  test('leads to the next and the previous entry and to the next milestone, each at the top of the window', async () => {
    await visit('/11-11-2019/', async (page) => {
      const slugs = await slugsOn(page);
      const milestones = await page.locator('article.milestone').evaluateAll((all) => all.map(({ id }) => id));
      const walked: (string | undefined)[] = [];
      for (const _ of slugs) {
        await page.keyboard.press('j');
        walked.push(await focused(page));
      }
      expect(walked).toEqual(slugs);
      await page.keyboard.press('k');
      expect(await focused(page)).toBe(slugs.at(-2));
      await page.keyboard.press('Home');
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
      const passed: (string | undefined)[] = [];
      for (const _ of milestones) {
        await page.keyboard.press('m');
        passed.push(await focused(page));
        const top = await page.locator(`#${await focused(page)}`).evaluate((one) => one.getBoundingClientRect().top);
        expect(Math.round(top)).toBe(68);
      }
      expect(passed).toEqual(milestones);
    });
  });

  test('leads from entry to entry on their own pages', async () => {
    await visit('/11-11-2019/ten-billion-dollars/', async (page) => {
      await page.keyboard.press('j');
      await page.waitForURL('**/twelve-billion-dollars/');
      await page.keyboard.press('m');
      await page.waitForURL('**/past-the-total-of-2015/');
      await page.keyboard.press('k');
      await page.waitForURL('**/twelve-billion-dollars/');
    });
  });

  test('has a help in view, which can switch its keys off for good', async () => {
    await visit('/11-11-2019/', async (page) => {
      await page.getByRole('button', { name: 'Keys' }).click();
      const help = page.getByRole('dialog', { name: 'Keyboard' });
      expect(await help.isVisible()).toBe(true);
      await help.getByLabel('Use these keys').uncheck();
      await page.keyboard.press('Escape');
      expect(await help.isVisible()).toBe(false);
      await page.reload();
      await page.keyboard.press('j');
      expect(await focused(page)).toBeUndefined();
      await page.keyboard.press('?');
      expect(await help.isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Keys' }).click();
      await help.getByLabel('Use these keys').check();
      await page.keyboard.press('?');
      expect(await help.isVisible()).toBe(false);
      await page.keyboard.press('j');
      expect(await focused(page)).toBe('coverage-closes');
    });
  });

  test('is led into the help and back, and leaves what lies below it alone', async () => {
    await visit('/11-11-2019/', async (page) => {
      const isInHelp = (): Promise<boolean> => page.evaluate(() => document.activeElement?.id === 'page.keys');
      await page.keyboard.press('j');
      await page.keyboard.press('?');
      expect(await isInHelp()).toBe(true);
      for (const key of ['j', 'k', 'm', '/']) await page.keyboard.press(key);
      expect(await isInHelp()).toBe(true);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('page.keys-on');
      await page.keyboard.press('?');
      expect(await focused(page)).toBe('coverage-closes');
    });
  });

  test('walks through every control of the timeline, in an order that makes sense, and each shows where it is', async () => {
    await visit('/11-11-2019/', async (page) => {
      const seen: string[] = [];
      for (let count = 0; count < 60; count++) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const shown = element.closest('label') ?? element;
          const { outlineStyle } = getComputedStyle(shown);
          return { text: shown.innerText.trim(), outlined: outlineStyle !== 'none' };
        });
        expect(at.outlined, at.text).toBe(true);
        seen.push(at.text);
      }
      const wanted = [
        'Skip to the content',
        'Technology',
        'Newest first',
        'Milestones only',
        'At the event',
        'Keys',
        '11 November',
      ];
      expect(wanted.map((one) => seen.indexOf(one))).toEqual(
        wanted.map((one) => seen.indexOf(one)).toSorted((a, b) => a - b),
      );
      expect(wanted.filter((one) => !seen.includes(one))).toEqual([]);
    });
  });
});
