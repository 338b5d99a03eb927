import { describe, expect, it, test } from 'vitest';
import { copyPage } from './copy-page.ts';
import { copySheet } from './copy-sheet.ts';
import type { ZipCopy } from './place.ts';

const copyOf = (base: string, event?: string): ZipCopy => ({
  base,
  origin: 'https://example.org',
  files: new Set([
    'index.html',
    'fair/index.html',
    'fair/a/index.html',
    'fair/media/a b.jpg',
    'fair/media/b.vtt',
    '双十一/index.html',
    'gala/index.html',
    'media/dot.svg',
    'rss.xml',
  ]),
  leadsTo: (path) => event === undefined || path.startsWith(`${event}/`),
  need: () => {},
});

const inCopy = (
  html: string,
  { base = '/', event = undefined as string | undefined, path = 'fair/a/index.html' } = {},
) =>
  copyPage(html, {
    path,
    copy: copyOf(base, event),
    scriptFor: (module) => (module.includes('Live') ? undefined : '_astro/reading.js'),
    asData: (address) => `data:,${address}`,
  });

describe('an address in a copy', () => {
  it.each([
    ['/', '../../index.html'],
    ['/fair/', '../index.html'],
    ['/fair/#a', '../index.html#a'],
    ['/fair', '../index.html'],
    ['/fair/a/', 'index.html'],
    ['/fair/?q=a&b#c', '../index.html?q=a&b#c'],
    ['/fair/media/a%20b.jpg', '../media/a%20b.jpg'],
    ['/%E5%8F%8C%E5%8D%81%E4%B8%80/', '../../%E5%8F%8C%E5%8D%81%E4%B8%80/index.html'],
    ['../', '../index.html'],
    ['/rss.xml', '../../rss.xml'],
    ['#b', '#b'],
    ['', ''],
    ['/gone/', 'https://example.org/gone/'],
    ['https://example.org/fair/', 'https://example.org/fair/'],
    ['//cdn.example/x', '//cdn.example/x'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
  ])('%s leads to %s', (address, expected) => {
    const [, href] = /href="([^"]*)"|href/.exec(inCopy(`<a href="${address.replace('&', '&amp;')}">x</a>`)) ?? [];
    expect(href?.replaceAll('&amp;', '&') ?? '').toBe(expected);
  });

  it('of a site below a path is relative, too, and what lies beside the site is not taken for a page of it', () => {
    const html = '<a href="/recaps/fair/">x</a><a href="/fair/">y</a>';
    expect(inCopy(html, { base: '/recaps/' })).toBe(
      '<a href="../index.html">x</a><a href="https://example.org/fair/">y</a>',
    );
  });

  it('leads out of the copy of an event to where the archive is published; what a page shows is in the copy', () => {
    const html = '<a href="/gala/">x</a><a href="/fair/">y</a><img src="/media/dot.svg">';
    expect(inCopy(html, { event: 'fair' })).toBe(
      '<a href="https://example.org/gala/">x</a><a href="../index.html">y</a><img src="../../media/dot.svg">',
    );
  });

  it('is changed wherever one stands: in sets of pictures, posters, SVG and redirects', () => {
    expect(
      inCopy(
        '<source srcset="/fair/media/a%20b.jpg 400w, /media/dot.svg 2x"><video poster="/media/dot.svg"></video><svg viewBox="0 0 1 1"><use xlink:href="/media/dot.svg#x"/></svg><meta http-equiv="refresh" content="0; url=/fair/">',
      ),
    ).toBe(
      '<source srcset="../media/a%20b.jpg 400w, ../../media/dot.svg 2x"><video poster="../../media/dot.svg"></video><svg viewBox="0 0 1 1"><use xlink:href="../../media/dot.svg#x"/></svg><meta http-equiv="refresh" content="0; url=../index.html">',
    );
  });
});

describe('a page in a copy', () => {
  test('stays as it is, byte by byte, where it has no address', () => {
    const html = `<!DOCTYPE html><P Title='a "b" &lt;'>x &amp; y<br/></P><script type="application/ld+json">{"a":"</p>"}</script>`;
    expect(inCopy(html)).toBe(html);
  });

  test('asks for nothing that no disk gives: no modules, no preloads, no manifest, no scripts of others', () => {
    expect(
      inCopy(
        '<link rel="preload" href="/f.woff2" as="font" crossorigin><link rel="manifest" href="/m.json"><script type="module" src="/_astro/Live.js"></script><script src="https://count.example/x.js" defer></script><script type="module" src="/_astro/Reading.js"></script><link rel="icon" href="/media/dot.svg">',
      ),
    ).toBe('<script defer src="../../_astro/reading.js"></script><link rel="icon" href="../../media/dot.svg">');
  });

  test('has a policy that knows files', () => {
    expect(
      inCopy(
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; form-action 'self'">`,
      ),
    ).toBe(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data:; form-action 'self' file:">`,
    );
  });

  test('holds its captions, tells its search where the site begins, and lets the address of the published entry be copied', () => {
    expect(inCopy('<track src="/fair/media/b.vtt">')).toBe('<track src="data:,/fair/media/b.vtt">');
    expect(inCopy('<form id="page.search" data-below="/fair/">', { base: '/' })).toBe(
      '<form id="page.search" data-below="/fair/" data-root="../../" data-base="/">',
    );
    expect(inCopy('<a data-origin="https://example.org" href="/fair/a/">x</a>')).toBe(
      '<a data-address="https://example.org/fair/a/" href="index.html">x</a>',
    );
  });
});

test('a style sheet in a copy has relative addresses, and holds the pictures of masks', () => {
  const sheet = { path: 'fair/a.css', copy: copyOf('/'), asData: (address: string) => `data:,${address}` };
  const css =
    'a{background:url(/media/dot.svg),url("data:,x")}b{mask:url(../media/dot.svg) no-repeat}c{filter:url(#f)}';
  expect(copySheet(css, sheet)).toBe(
    'a{background:url("../media/dot.svg"),url("data:,x")}b{mask:url("data:,../media/dot.svg") no-repeat}c{filter:url(#f)}',
  );
  expect(copySheet('@font-face{font-display:optional;src:url(a.woff2)}', sheet)).toContain('font-display:swap');
  expect(copySheet('a { color: red }', sheet)).toBe('a { color: red }');
});
