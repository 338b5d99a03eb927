import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../../../src/io/settings.ts';
import { findBrowser, serve } from '../../testing/browser.ts';
import { filesOf } from '../../testing/built-site.ts';

// Takes a picture of every kind of page of what was built into dist/, in three widths, light and dark, and prints where they are.

const kinds: Readonly<Record<string, string>> = {
  home: '/',
  timeline: '/11-11-2019/',
  'other-order': '/apollo-11/newest-first/',
  'timeline-in-days': '/apollo-11/',
  day: '/apollo-11/1969-07-20/',
  entry: '/11-11-2019/taylor-swift-at-the-gala/',
  milestone: '/11-11-2019/twelve-billion-dollars/',
  'moment-without-figure': '/apollo-11/first-step/',
  milestones: '/11-11-2019/milestones/',
  topic: '/11-11-2019/topics/gmv/',
  'search-archive': '/search/',
  search: '/11-11-2019/search/?q=billion',
  feeds: '/feeds/',
  'not-found': '/404.html',
};

const widths = [360, 768, 1280];
const modes = ['light', 'dark'] as const;

const files = filesOf(join(root, 'dist'));
if (files.size === 0) throw new Error('There is nothing in dist/: run "npm run build" first.');
const folder = join(root, '.astro', 'screenshots');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const { executablePath, args, env } = await findBrowser();
const [browser, server] = await Promise.all([
  chromium.launch({ executablePath, args: [...args], env: { ...env } }),
  serve(files),
]);
try {
  for (const width of widths)
    for (const colorScheme of modes) {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      for (const [kind, path] of Object.entries(kinds)) {
        const answer = await page.goto(server.address + path, { waitUntil: 'networkidle' });
        if (answer?.ok() !== true) throw new Error(`There is no page ${path} to look at.`);
        // Pictures that come only when they are near are wanted, too.
        await page.evaluate(async () => {
          const pictures = [...document.images];
          for (const picture of pictures) picture.loading = 'eager';
          await Promise.all(pictures.map((picture) => picture.decode()));
        });
        await page.screenshot({ path: join(folder, `${kind}-${width}-${colorScheme}.png`), fullPage: true });
      }
      await context.close();
    }
} finally {
  await Promise.all([browser.close(), server.stop()]);
}
console.log(folder);
