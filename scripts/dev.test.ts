import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from './testing/browser.ts';
import { type ServerProcess, startServer } from './testing/server-process.ts';
import { entryFile, settings, temporaryFolder, writeFiles } from './testing/temporary-content.ts';

const content = join(temporaryFolder(), 'content');
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  await writeFiles(content, {
    'site.yml': settings.site,
    'event/event.md': settings.event(),
    'event/first.md': entryFile('The first entry', '2020-03-02T10:00'),
  });
  server = await startServer(['dev'], '/event/', { CONTENT_DIR: content });
  browser = await startBrowser();
});

afterAll(async () => {
  server?.stop();
  await browser?.close();
});

test('what a writer saves appears at the next request, in open pages too, and drafts are visible', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}/event/`);
  expect(await page.locator('article').count()).toBe(1);
  await writeFiles(content, {
    'event/second.md': entryFile('A draft', '2020-03-02T11:00', 'Not ready.', 'draft: true\n'),
  });
  await expect.poll(() => page.locator('article').count(), { timeout: 20_000 }).toBe(2);
  await expect.poll(() => server.status('/event/second/'), { timeout: 20_000 }).toBe(200);
  await writeFiles(content, { 'event/second.md': entryFile('A better title', '2020-03-02T11:00') });
  await expect
    .poll(() => page.locator('article h3').allTextContents(), { timeout: 20_000 })
    .toEqual(['A better title', 'The first entry']);
  await page.close();
});

test('what lies in media is served where pages say that it is', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}/event/`);
  const card = await page.locator('meta[property="og:image"]').getAttribute('content');
  const [, path = ''] = /^https:\/\/recaps\.test(\/event\/media\/card-.*)$/.exec(card ?? '') ?? [];
  const answer = await page.request.get(`${server.address}${path}`);
  expect([answer.status(), (await answer.body()).subarray(1, 4).toString()]).toEqual([200, 'PNG']);
  await page.close();
});

test('an error in the content is shown in the browser with file, line and cure, and is gone when it is mended', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}/event/`);
  await writeFiles(content, { 'event/third.md': entryFile('A slip', '2020-03-02T12:99') });
  await expect
    .poll(() => page.getByText('event/third.md:3:7 error invalid-time').count(), { timeout: 20_000 })
    .toBeGreaterThan(0);
  await writeFiles(content, { 'event/third.md': entryFile('No slip', '2020-03-02T12:09') });
  await expect.poll(() => page.locator('article').count(), { timeout: 20_000 }).toBe(3);
  await page.close();
});
