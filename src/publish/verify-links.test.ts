import { describe, expect, test } from 'vitest';
import { placesOfPages } from './check-pages.ts';
import { verifyFiles, verifyOutside } from './verify-links.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = (texts: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(texts).map(([path, text]) => [path, bytes(text)]));
const viewOf = (all: ReadonlyMap<string, Uint8Array>) => ({
  has: (path: string) => all.has(path),
  placesIn: (path: string) => placesOfPages(all.get(path)),
});
const verify = (texts: Readonly<Record<string, string>>, base = '/') => {
  const all = files(texts);
  const { faults, outside } = verifyFiles(all, viewOf(all), base);
  return { faults, outside: outside.map(({ path, fragment }) => `${path}${fragment && `#${fragment}`}`) };
};
const sound = { faults: [], outside: [] };

describe('a link', () => {
  test('leads to a page by its folder, to a file by its name, and to a place by its id', () => {
    const page =
      '<a href="/gala/">a</a><a href="../#top">b</a><img src="/gala/media/x.png"><a href="#own"><b id="own">';
    expect(verify({ 'gala/index.html': '<i id="top">', 'gala/one/index.html': page, 'gala/media/x.png': '' })).toEqual(
      sound,
    );
  });

  test('is followed in srcset, poster and a refresh', () => {
    const page =
      '<img srcset="/a.png 1x, /b.png 2x"><video poster="/c.png"><meta http-equiv="refresh" content="0; url=/d/">';
    expect(verify({ 'index.html': page }).outside).toEqual(['a.png', 'b.png', 'c.png', 'd/index.html']);
  });

  test('may be in any script, with percent signs, a query, and the base before it', () => {
    const page = '<a href="/recaps/%E5%8F%8C/?a=1#%E5%8D%81">x</a><a href="/recaps/双/">y</a>';
    expect(verify({ '双/index.html': '<i id="十">', 'index.html': page }, '/recaps/')).toEqual(sound);
  });

  test('without the base before it leads to nothing, even where a file of that name is below the base', () => {
    const all = files({ 'index.html': '<img src="/favicon.svg"><a href="/">x</a>', 'favicon.svg': '' });
    const { outside } = verifyFiles(all, viewOf(all), '/recaps/');
    expect(verifyOutside(outside, viewOf(all))).toEqual([
      'index.html: the link /favicon.svg leads nowhere',
      'index.html: the link / leads nowhere',
    ]);
  });

  test('that leaves the site, and text that only looks like one, are none', () => {
    const page =
      '<a href="https://a.example/">a</a><a href="mailto:b@c.d">b</a><code>href="/nowhere/"</code><!-- <a href="/x/"> -->';
    expect(verify({ 'index.html': page })).toEqual(sound);
  });

  test('to a place that is not there is a fault', () => {
    expect(verify({ 'index.html': '<a href="/gala/#gone">x</a>', 'gala/index.html': '' }).faults).toEqual([
      'index.html: the link /gala/#gone leads to a place that is not there',
    ]);
  });

  test('out of what is verified comes back once, and is a fault where nothing has it in the end', () => {
    const all = files({ 'index.html': '<a href="/b/#x">x</a>', 'a/index.html': '<a href="/b/#x">x</a>' });
    const { outside } = verifyFiles(all, viewOf(all), '/');
    expect(outside).toHaveLength(1);
    expect(verifyOutside(outside, viewOf(files({ 'b/index.html': '<i id=x>' })))).toEqual([]);
    expect(verifyOutside(outside, viewOf(files({ 'b/index.html': '' })))).toHaveLength(1);
    expect(verifyOutside(outside, viewOf(files({})))).toEqual(['a/index.html: the link /b/#x leads nowhere']);
  });
});

test('a feed that is not well-formed is a fault', () => {
  expect(verify({ 'rss.xml': '<rss><channel/></rss>' })).toEqual(sound);
  expect(verify({ 'rss.xml': '<rss>&nbsp;</rss>' }).faults[0]).toMatch(/^rss\.xml: the file is not well-formed: /);
});
