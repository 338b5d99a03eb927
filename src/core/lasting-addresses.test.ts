import { describe, expect, it } from 'vitest';
import { lastingAddresses, lastingAddressOf, pageAt } from './lasting-addresses.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, galaWith } from './testing.ts';

describe('the addresses that may not vanish', () => {
  const { archive } = readArchive(
    galaWith({
      'gala/event.md': anEvent({ aliases: '[old-gala]' }),
      'gala/a.md': anEntry({ aliases: '[was-a]' }),
      'gala/b.md': anEntry({ withdrawn: '{time: 2019-11-12T10:00, reason: It was wrong.}' }),
      'gala/soon.md': anEntry({ draft: 'true' }),
    }),
  );
  const own = ['/gala/', '/old-gala/', '/gala/a/', '/gala/was-a/', '/gala/b/'];

  it('are those of events and of entries, by slugs and aliases, also where an entry has been withdrawn', () => {
    const below = ['/old-gala/a/', '/old-gala/was-a/', '/old-gala/b/'];
    expect(lastingAddresses(archive).map(({ address }) => address)).toEqual([...own, ...below]);
    expect(lastingAddresses(archive, true).map(({ address }) => address)).toEqual(own);
  });

  it('name the file that has each', () => {
    expect(lastingAddresses(archive, true)).toContainEqual({ address: '/gala/was-a/', file: 'gala/a.md' });
  });

  it.each([
    ['gala/index.html', '/gala/'],
    ['gala/first/index.html', '/gala/first/'],
    ['gala/双十一/index.html', '/gala/双十一/'],
    ['gala/milestones/index.html', undefined],
    ['gala/2019-11-11/index.html', undefined],
    ['gala/2019-11-11/2/index.html', undefined],
    ['gala/topics/gmv/index.html', undefined],
    ['gala/rss.xml', undefined],
    ['index.html', undefined],
  ])('are those of these pages, and not of lists: %s', (path, address) => {
    expect(lastingAddressOf(path)).toBe(address);
    if (address !== undefined) expect(pageAt(address)).toBe(path);
  });
});
