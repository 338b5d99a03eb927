import { gzipSync } from 'node:zlib';
import { cyclic, type Random } from '../../random.ts';
import { harmlessBlog } from '../blog.ts';
import { rss } from '../formats/feeds.ts';
import type { Hostile } from '../hostile.ts';
import { aPng } from '../png.ts';
import type { Kind } from './kind.ts';

/** What is no live blog, and often no text. */
export const otherFiles: Kind = (round, random) => {
  const [name, of] = cyclic(Object.entries(all), round);
  return { name, file: 'source.bin', ...of(random) };
};

const bytes = (count: number, { integer }: Random): Buffer =>
  Buffer.from(Array.from({ length: count }, () => integer(0, 255)));

const all: Readonly<Record<string, (random: Random) => Partial<Hostile>>> = {
  'an empty file': () => ({ source: '' }),
  'a mark of UTF-8 and nothing else': () => ({ source: Buffer.from([0xef, 0xbb, 0xbf]) }),
  'half a mark of UTF-16': () => ({ source: Buffer.from([0xff]) }),
  blanks: () => ({ source: ' \n\t\r\n'.repeat(1000) }),
  'no file at all': () => ({}),
  'a folder': () => ({ beside: { 'source.bin': 'folder' } }),
  'a link to a device without end': () => ({ beside: { 'source.bin': { link: '/dev/zero' } } }),
  'a link in a circle': () => ({ beside: { 'source.bin': { link: 'source.bin' } } }),
  'a link to what the kernel tells': () => ({ beside: { 'source.bin': { link: '/proc/self/environ' } } }),
  'bytes by chance': (random) => ({ source: bytes(20_000, random) }),
  'a PNG': () => ({ source: aPng(9, 9) }),
  'a feed that is compressed': () => ({ source: gzipSync(rss(harmlessBlog())) }),
  'the head of a PDF': (random) => ({ source: Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes(2000, random)]) }),
  'a page that is none': () => ({ source: '<!doctype html><title>x</title><p>Nothing.' }),
  'the word LiveBlogPosting': () => ({ source: 'LiveBlogPosting' }),
  'words that formats are known by': () => ({
    source:
      '"_items" "post_status" "events" "start_date" "LiveBlogPosting" <rss> wordpress.org/export/ jsonfeed.org/version/1',
  }),
  'JSON of null': () => ({ source: 'null' }),
  'one letter': (random) => ({ source: random.pick(['{', '[', '<', '"', '0', '-', ':', '\0', '\ud83d']) }),
  'a script of the shell': () => ({ source: '#!/bin/sh\ntouch x\n' }),
  'Markdown with front matter of JavaScript': () => ({
    source:
      '---js\n{ title: process.mainModule.require("fs").writeFileSync("x", "x") }\n---\n# 2019-11-11\n\n10:18 Hello\n',
  }),
};
