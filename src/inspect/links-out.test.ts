import { describe, expect, it } from 'vitest';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, anEvent, galaWith } from '../core/testing.ts';
import type { Around } from './around.ts';
import { destinationsOf, linksOut } from './links-out.ts';

describe('the folder to which a link leads', () => {
  const tops = new Map([
    ['gala', 'gala'],
    ['fest', 'fest'],
    ['old-fest', 'fest'],
    ['双十一', '双十一'],
  ]);
  const { archive } = readArchive(galaWith({}));
  const around: Around = {
    own: new Set(['gala']),
    tops: async () => tops,
    read: () => Promise.reject(new Error('Nothing is read')),
    whole: () => Promise.reject(new Error('Nothing is read')),
  };
  it.each([
    ['../fest/opening.md', 'fest'],
    ['../fest/day/opening.md#x', 'fest'],
    ['../nowhere/opening.md', 'nowhere'],
    ['./first.md', undefined],
    ['../gala/first.md', undefined],
    ['/fest/opening/', 'fest'],
    ['/old-fest/opening/', 'fest'],
    ['/fest?a#b', 'fest'],
    ['/%E5%8F%8C%E5%8D%81%E4%B8%80/', '双十一'],
    ['/双十一/', '双十一'],
    ['/%E5%/', undefined],
    ['/gala/first/', undefined],
    ['/nowhere/', undefined],
    ['/', undefined],
  ])('%s', async (address, folder) => {
    const link = { address, file: 'gala/opening.md' };
    expect(await linksOut([link], archive, around)).toEqual(folder === undefined ? [] : [{ ...link, folder }]);
  });
});

describe('where links to another event lead', () => {
  const linksNow = (files: Readonly<Record<string, string>>): (string | undefined)[] =>
    destinationsOf(
      ['../fest/first.md', '/fest/first/', '/old-fest/', '/fest/topics/songs/'].map((address) => ({
        address,
        file: 'gala/opening.md',
      })),
      galaWith({ 'fest/event.md': anEvent({ aliases: '[old-fest]' }), ...files }),
      {},
    );
  const first = anEntry({ topics: '[songs]' });

  it('is an address, also for an alias and a topic', () => {
    expect(linksNow({ 'fest/first.md': first })).toEqual([
      '/fest/first/',
      '/fest/first/',
      '/fest/',
      '/fest/topics/songs/',
    ]);
  });

  it('is nothing any more where an entry has been renamed, and another one where it left an alias', () => {
    expect(linksNow({ 'fest/second.md': first })).toEqual([undefined, undefined, '/fest/', '/fest/topics/songs/']);
    expect(linksNow({ 'fest/second.md': anEntry({ aliases: '[first]' }) })).toEqual([
      undefined,
      '/fest/second/',
      '/fest/',
      undefined,
    ]);
  });
});
