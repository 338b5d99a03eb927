import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { builtSite } from './folder-site.ts';
import { asking, siteOfTexts } from './testing.ts';

const folder = temporaryFolder();
const home = '<link rel="canonical" href="https://recaps.test/kept/">';
const headers = '/*\n  X-Kind: any\n/:event/media/*\n  Cache-Control: immutable\n';
for (const [path, text] of Object.entries({
  'index.html': home,
  _headers: headers,
  'fair/index.html': 'The fair',
  'fair/größe/index.html': 'Größe',
  'fair/rss.xml': '<rss/>',
  'fair/media/clip.mp4': '0123456789',
  'fair/empty.txt': '',
  '404.html': 'Lost',
})) {
  mkdirSync(join(folder, 'dist', path, '..'), { recursive: true });
  writeFileSync(join(folder, 'dist', path), text);
}
writeFileSync(join(folder, 'secret.txt'), 'secret');
const ask = async () => asking(await builtSite(join(folder, 'dist')));

describe('a build is served as its host will', () => {
  test.each([
    ['/kept/', 200, home],
    ['/kept/index.html', 200, home],
    ['/kept/fair/', 200, 'The fair'],
    ['/kept/fair/?q=1', 200, 'The fair'],
    ['//kept//fair/', 200, 'The fair'],
    ['/kept/fair/gr%C3%B6%C3%9Fe/', 200, 'Größe'],
    ['/kept/fair/empty.txt', 200, ''],
    ['/kept/fair/nothing/', 404, 'Lost'],
    ['/kept/_headers', 404, 'Lost'],
    ['/kept/../secret.txt', 404, 'Lost'],
    ['/kept/..%2Fsecret.txt', 404, 'Lost'],
    ['/kept/%2e%2e/secret.txt', 404, 'Lost'],
    ['/kept/..%5Csecret.txt', 404, 'Lost'],
    ['/kept/%00', 404, 'Lost'],
    ['/kept/%', 404, 'Nothing is served here but /kept/\n'],
    ['/other/', 404, 'Nothing is served here but /kept/\n'],
  ])('%s gives %i', async (path, status, body) => {
    expect(await (await ask())(path)).toMatchObject({ status, body });
  });

  test('the address of a folder without its slash, and one above the site, lead to where pages are', async () => {
    const get = await ask();
    for (const [path, location] of [
      ['/kept/fair?q=1', './fair/?q=1'],
      ['/kept/fair/gr%C3%B6%C3%9Fe', './gr%C3%B6%C3%9Fe/'],
      ['/kept', '/kept/'],
      ['/', '/kept/'],
    ] as const)
      expect(await get(path), path).toMatchObject({ status: 301, headers: { location } });
  });

  test('headers are those of the file _headers, and of a file that has none there', async () => {
    const get = await ask();
    expect((await get('/kept/fair/media/clip.mp4')).headers).toMatchObject({
      'x-kind': 'any',
      'cache-control': 'immutable',
      'content-type': 'video/mp4',
      'content-length': '10',
    });
    expect((await get('/kept/fair/rss.xml')).headers).toMatchObject({
      'content-type': 'application/rss+xml',
      'cache-control': 'no-cache',
    });
    expect((await get('/kept/lost.png')).headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8' });
  });

  test('nothing but reading is answered, and a question for headers gets no body', async () => {
    const get = await ask();
    expect(await get('/kept/', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    expect(await get('/kept/fair/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  test('a name that leads to this machine from elsewhere is not answered', async () => {
    const get = await ask();
    for (const host of ['localhost', 'LOCALHOST:4321', 'recaps.localhost', '127.0.0.1:80', '[::1]:80'])
      expect((await get('/kept/', { host })).status, host).toBe(200);
    expect(await get('/kept/', { host: 'evil.test' })).toMatchObject({
      status: 403,
      body: 'Only this machine is answered here, at localhost. To answer others, start with --host.\n',
    });
  });
});

describe.each(['disk', 'memory'])('a file in %s', (where) => {
  const open = async () => {
    const get = await (where === 'disk'
      ? ask()
      : asking(siteOfTexts({ 'fair/media/clip.mp4': '0123456789' }, '/kept/')));
    return (headers: Readonly<Record<string, string>> = {}) => get('/kept/fair/media/clip.mp4', headers);
  };

  test('is not sent again where the browser has it', async () => {
    const get = await open();
    const etag = String((await get()).headers['etag']);
    expect(await get({ 'if-none-match': `"other", W/${etag}` })).toMatchObject({ status: 304, body: '' });
    expect(await get({ 'if-none-match': '"other"' })).toMatchObject({ status: 200, body: '0123456789' });
  });

  test.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-30', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-100', '89', 'bytes 8-9/10'],
  ])('is sent in the part %s', async (range, body, contentRange) => {
    const get = await open();
    expect(await get({ range })).toMatchObject({
      status: 206,
      body,
      headers: { 'content-range': contentRange, 'content-length': String(body.length) },
    });
  });

  test('is sent whole where the part makes no sense, or another file was meant, and not at all from beyond its end', async () => {
    const get = await open();
    for (const range of ['bytes=3-1', 'bytes=-', 'bytes=0-1,3-4', 'lines=1-2'])
      expect(await get({ range }), range).toMatchObject({ status: 200, body: '0123456789' });
    expect(await get({ range: 'bytes=0-1', 'if-range': '"other"' })).toMatchObject({ status: 200 });
    expect(await get({ range: 'bytes=10-' })).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */10' },
    });
  });
});

test('where finding a file fails, the answer says why', async () => {
  const site = { base: () => '/', find: () => Promise.reject(new Error('No disk')) };
  expect(await (await asking(site))('/')).toMatchObject({ status: 500, body: 'Error: No disk\n' });
});
