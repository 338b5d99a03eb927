import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { root } from './settings.ts';
import { startBrowser } from './testing/browser.ts';
import { entryFile, settings, temporaryFolder, writeFiles } from './testing/temporary-content.ts';

const content = join(temporaryFolder(), 'content');
let address: string;
let server: ReturnType<typeof spawn>;
let browser: Browser;

beforeAll(async () => {
  await writeFiles(content, {
    'site.yml': settings.site,
    'event/event.md': settings.event(),
    'event/first.md': entryFile('The first entry', '2020-03-02T10:00'),
  });
  const port = await freePort();
  address = `http://localhost:${port}`;
  server = spawn(process.execPath, [join(root, 'scripts/recapsule.mjs'), 'dev', '--port', String(port)], {
    cwd: root,
    env: { ...process.env, CONTENT_DIR: content, NODE_ENV: 'development', VITEST: '' },
    stdio: 'ignore',
  });
  browser = await startBrowser();
  await vi.waitUntil(async () => (await status('/event/')) === 200, { timeout: 60_000, interval: 250 });
});

afterAll(async () => {
  server?.kill();
  await browser?.close();
});

test('what a writer saves appears at the next request, in open pages too, and drafts are visible', async () => {
  const page = await browser.newPage();
  await page.goto(`${address}/event/`);
  expect(await page.locator('article').count()).toBe(1);
  await writeFiles(content, {
    'event/second.md': entryFile('A draft', '2020-03-02T11:00', 'Not ready.', 'draft: true\n'),
  });
  await expect.poll(() => page.locator('article').count(), { timeout: 20_000 }).toBe(2);
  await expect.poll(() => status('/event/second/'), { timeout: 20_000 }).toBe(200);
  await writeFiles(content, { 'event/second.md': entryFile('A better title', '2020-03-02T11:00') });
  await expect
    .poll(() => page.locator('article h3').allTextContents(), { timeout: 20_000 })
    .toEqual(['A better title', 'The first entry']);
  await page.close();
});

test('an error in the content is shown in the browser with file, line and cure, and is gone when it is mended', async () => {
  const page = await browser.newPage();
  await page.goto(`${address}/event/`);
  await writeFiles(content, { 'event/third.md': entryFile('A slip', '2020-03-02T12:99') });
  await expect
    .poll(() => page.getByText('event/third.md:3:7 error invalid-time').count(), { timeout: 20_000 })
    .toBeGreaterThan(0);
  await writeFiles(content, { 'event/third.md': entryFile('No slip', '2020-03-02T12:09') });
  await expect.poll(() => page.locator('article').count(), { timeout: 20_000 }).toBe(3);
  await page.close();
});

const status = (path: string): Promise<number> =>
  fetch(address + path).then(
    (response) => response.status,
    () => 0,
  );

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const found = probe.address();
      probe.close(() => resolve(found !== null && typeof found === 'object' ? found.port : 0));
    });
  });
