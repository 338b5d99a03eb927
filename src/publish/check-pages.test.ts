import { expect, test } from 'vitest';
import { referencesOf, xmlFault } from './check-pages.ts';

const addressesOf = (html: string): string[] => [...referencesOf(html).addresses];

test('every attribute that leads somewhere is read, in any case and with any quotes', () => {
  expect(addressesOf(`<A HREF=/a/>x</A><link href='/b.css'><img SRC="/c.png"><video poster="/d.png">`)).toEqual([
    '/a/',
    '/b.css',
    '/c.png',
    '/d.png',
  ]);
});

test('character references are what they mean', () => {
  expect(addressesOf('<a href="/a/?x=1&amp;y=2#&#x5341;">x</a>')).toEqual(['/a/?x=1&y=2#十']);
});

test('a srcset has several addresses, and one that comes twice is one', () => {
  expect(addressesOf('<img src="/a.png" srcset="/a.png, /b.png 2x,\n /c.png 300w">')).toEqual([
    '/a.png',
    '/b.png',
    '/c.png',
  ]);
});

test('a refresh has an address, and other meta data have none', () => {
  expect(addressesOf('<meta http-equiv="Refresh" content="0; URL=/a/"><meta name="x" content="url=/b/">')).toEqual([
    '/a/',
  ]);
});

test('scripts, styles, comments and text hold no links', () => {
  const html =
    '<script>"<a href=/a/>"</script><style><a href="/b/"></style><!-- <a href="/c/"> --><p>&lt;a href="/d/">';
  expect(addressesOf(html)).toEqual([]);
});

test('ids are the places that can be linked to', () => {
  expect([...referencesOf('<b id="十"></b><i ID=two></i><a name="three"></a>').ids]).toEqual(['十', 'two']);
});

test('XML that is not well-formed is reported with the first thing that is wrong in it', () => {
  expect(xmlFault('<a><b>x</b></a>')).toBeUndefined();
  expect(xmlFault('<a><b>x</a>')).toMatch(/^Unexpected close tag/);
  for (const xml of ['', '<a>&nbsp;</a>', '<a>&</a>', '<a/><b', '<a x=1/>']) expect(xmlFault(xml), xml).toBeDefined();
});
