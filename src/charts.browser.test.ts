import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { serve, startBrowser } from '../scripts/testing/browser.ts';
import { filesOf } from '../scripts/testing/built-site.ts';
import { buildContent, entryFile, settings, temporaryFolder } from '../scripts/testing/temporary-content.ts';

const metrics = `metrics:
  sum:
    title: A sum
    unit: USD
    cumulative: true
    rates: {CNY: 7}
    references: [{name: A, value: 20e9}, {name: B, value: 20.5e9}, {name: A reference with a very long name indeed, value: 36e9}]
  wave: {title: A wave, unit: viewers}
`;

/** Four hundred values of a sum and of a wave in a month, in which nothing is where there would be room. */
const crowd = Object.fromEntries(
  Array.from({ length: 400 }, (_, index) => {
    const time = `2020-03-${String(1 + Math.floor(index / 14)).padStart(2, '0')}T${String(6 + (index % 14)).padStart(2, '0')}:30`;
    const value =
      index % 2 === 0
        ? `{metric: sum, value: ${Math.round(40e9 * (1 - 0.98 ** index))}}`
        : `{metric: wave, value: ${90_000 + ((index * 7919) % 9000)}}`;
    return [`crowd/e${index}.md`, entryFile(`Entry ${index}`, time, 'Text.', `milestone: ${value}\n`)];
  }),
);

/** Fifteen values that lie close together at the start, and one that is far away. */
const bunch = Object.fromEntries(
  Array.from({ length: 16 }, (_, index) => {
    const time = index === 15 ? '2020-03-30T23:00' : `2020-03-01T0${Math.floor(index / 6)}:${index % 6}0`;
    return [
      `bunch/e${index}.md`,
      entryFile(
        `Entry ${index}`,
        time,
        'Text.',
        `milestone: {metric: sum, value: ${index < 8 ? '' : '{CNY: '}${(index + 1) * (index < 8 ? 1.3e9 : 9.1e9)}${index < 8 ? '' : '}'}}\n`,
      ),
    ];
  }),
);

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const event = settings.event(metrics);
  const built = await buildContent(temporaryFolder(), {
    'crowd/event.md': event,
    'bunch/event.md': event,
    ...crowd,
    ...bunch,
  });
  if (built.code !== 0) throw new Error(built.stderr);
  server = await serve(
    new Map([...filesOf(inject('site')), ...[...built.files].filter(([path]) => /^(crowd|bunch|_astro)/.test(path))]),
  );
  browser = await startBrowser();
});

afterAll(async () => {
  await Promise.all([browser?.close(), server?.stop()]);
});

const paths = [
  '/11-11-2019/',
  '/11-11-2019/milestones/',
  '/11-11-2019/ten-billion-dollars/',
  '/11-11-2019/final-total/',
  '/11-11-2019/first-milestone/',
  '/apollo-11/milestones/',
  '/apollo-11/hatch-closed/',
  '/crowd/',
  '/crowd/milestones/',
  '/crowd/e8/',
  '/crowd/e399/',
  '/bunch/',
  '/bunch/milestones/',
  '/bunch/e0/',
];

/** Pixels of the window, and of a letter of the browser. */
const windows = [
  [320, 16],
  [360, 16],
  [560, 16],
  [768, 16],
  [1280, 16],
  [360, 32],
  [768, 32],
  [1280, 32],
] as const;

describe.each(windows)('at %i pixels, with letters of %i', (width, letters) => {
  const onEach = async (look: (page: Page) => Promise<readonly string[]>): Promise<readonly string[]> => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(server.address + path);
      // What the setting of a browser changes: the letters of the page are 1.0625 times as large.
      await page.evaluate(
        (size) => document.documentElement.style.setProperty('font-size', `${size}px`),
        letters * 1.0625,
      );
      found.push(...(await look(page)).map((one) => `${path} ${one}`));
    }
    await context.close();
    return found;
  };

  test('no label of a chart touches another, is too small, cut off, or outside of its chart', async () => {
    let charts = 0;
    const found = await onEach(async (page) => {
      const labels = await page.evaluate(labelsOf);
      charts += labels.length;
      return [
        ...collisions(labels),
        ...(await page.evaluate(strayLabels)).map((label) => `${label} is outside`),
        ...(await page.evaluate(struckLabels)).map((label) => `${label} is struck through`),
      ];
    });
    expect(found).toEqual([]);
    expect(charts).toBeGreaterThanOrEqual(paths.length);
  });

  test('no page scrolls sideways', async () => {
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await onEach(async (page) => ((await page.evaluate(overflow)) > 0 ? ['is too wide'] : []))).toEqual([]);
  });
});

test('every point of a chart is reached with the keyboard, says what it is, and leads to its entry', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}/11-11-2019/milestones/`);
  const points = page.getByRole('group', { name: 'Gross merchandise volume' }).getByRole('link');
  expect(await points.count()).toBe(9);
  await points.first().focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.querySelector('title')?.textContent)).toBe(
    'US$12 billion, 11 November 2019, 01:00:00: One hour, more than twelve billion dollars',
  );
  await page.keyboard.press('Enter');
  await page.waitForURL('**/twelve-billion-dollars/');
  await page.close();
});

test('a page in a script from right to left has the same chart, whose time goes from left to right', async () => {
  const page = await browser.newPage({ viewport: { width: 768, height: 900 } });
  await page.goto(`${server.address}/11-11-2019/milestones/`);
  const left = await page.evaluate(labelsOf);
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  const right = await page.evaluate(labelsOf);
  expect(right.flat().map(({ text }) => text)).toEqual(left.flat().map(({ text }) => text));
  expect(collisions(right)).toEqual([]);
  await page.close();
});

type Label = { text: string; size: number; left: number; right: number; top: number; bottom: number };

/** The labels that can be seen, of each chart and strip. Runs on the page. */
const labelsOf = (): Label[][] =>
  [...document.querySelectorAll('.chart .plot')].map((plot) =>
    [...plot.querySelectorAll('text')].flatMap((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      if (right === left) return [];
      const size = Number.parseFloat(getComputedStyle(text).fontSize);
      return [{ text: text.textContent ?? '', size, left, right, top, bottom }];
    }),
  );

/** The labels that stand outside of the box of their chart, or beyond the window. Runs on the page. */
const strayLabels = (): string[] =>
  [...document.querySelectorAll('.chart')].flatMap((chart) => {
    const outer = chart.getBoundingClientRect();
    return [...chart.querySelectorAll('.plot text')].flatMap((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      if (right === left) return [];
      const isIn =
        left >= outer.left - 1 && right <= outer.right + 1 && top >= outer.top - 1 && bottom <= outer.bottom + 1;
      return isIn && left >= 0 && right <= document.documentElement.clientWidth ? [] : [text.textContent ?? ''];
    });
  });

/** The labels through whose letters the line of a reference goes, or which a point covers. Runs on the page. */
const struckLabels = (): string[] =>
  [...document.querySelectorAll('.chart .plot')].flatMap((plot) => {
    const marks = [...plot.querySelectorAll('.ahead, .point')].map((mark) => mark.getBoundingClientRect());
    return [...plot.querySelectorAll('.label')].flatMap((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const rim = (bottom - top) * 0.3;
      const isStruck = marks.some(
        (mark) => left < mark.right && mark.left < right && top + rim < mark.bottom && mark.top < bottom - rim,
      );
      return right > left && isStruck ? [text.textContent ?? ''] : [];
    });
  });

/** What is wrong with labels: the rectangle of a text is higher than its letters. */
const collisions = (charts: readonly (readonly Label[])[]): string[] =>
  charts.flatMap((labels) =>
    labels.flatMap((a, index) => [
      ...(a.size < 11 ? [`${a.text} has ${a.size} pixels`] : []),
      ...labels
        .slice(index + 1)
        .filter(
          (b) =>
            a.left < b.right - 0.5 &&
            b.left < a.right - 0.5 &&
            a.top + a.size * 0.2 < b.bottom - b.size * 0.2 &&
            b.top + b.size * 0.2 < a.bottom - a.size * 0.2,
        )
        .map((b) => `${a.text} touches ${b.text}`),
    ]),
  );
