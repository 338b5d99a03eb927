import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { brokenLinks, byName, pagesOf } from './testing/built-site.ts';
import { type Built, buildContent, entryFile, settings, temporaryFolder } from './testing/temporary-content.ts';

const folder = temporaryFolder();

/** 1,000 entries on one day, which fill ten parts, with long bodies, topics and milestones. */
const entries = Object.fromEntries(
  Array.from({ length: 1000 }, (_, index) => {
    const time = `2020-03-02T${two(Math.floor(index / 50))}:${two(index % 50)}`;
    const more = `topics: [${index % 2 === 0 ? 'even' : 'odd'}]\n${index % 50 === 0 ? 'milestone: true\n' : ''}`;
    const body = `Text of entry ${index}.\n\n${'It goes on for a while, in many words. '.repeat(40)}`;
    return [`event/entry-${index}.md`, entryFile(`Entry ${index}`, time, body, more)];
  }),
);

let before: Built;

beforeAll(async () => {
  before = await buildContent(folder, { 'event/event.md': settings.event(), ...entries });
  expect(before.code, before.stderr).toBe(0);
});

describe('an event of 1,000 entries', () => {
  test('has no page above 300 KB, and no broken link', () => {
    const large = [...before.files].filter(([path, bytes]) => path.endsWith('.html') && bytes.length > 300_000);
    expect(large.map(([path, bytes]) => `${path}: ${bytes.length}`)).toEqual([]);
    expect(brokenLinks(before.files)).toEqual([]);
  });

  test('shows on its timeline the newest part of the last day, and links to all of them', () => {
    const pages = pagesOf(before.files);
    const slugs = (path: string): unknown[] =>
      byName(pages.get(path) ?? { type: 'root', children: [] }, 'article').map(({ properties }) => properties['id']);
    const part = (first: number): string[] => Array.from({ length: 100 }, (_, index) => `entry-${first + 99 - index}`);
    expect(slugs('event/index.html')).toEqual(part(900));
    expect(slugs('event/2020-03-02/index.html')).toEqual(part(0));
    expect(slugs('event/2020-03-02/10/index.html')).toEqual(part(900));
    const timeline = pages.get('event/index.html');
    const links = timeline && byName(timeline, 'a').map(({ properties }) => properties['href']);
    expect(slugs('event/oldest-first/index.html')).toEqual(part(0).toReversed());
    for (const number of ['', '2/', '5/', '10/']) expect(links).toContain(`/event/2020-03-02/${number}`);
  });

  test.each([
    [
      'on the same day',
      '2020-03-02T23:00',
      [
        'event/2020-03-02/10/index.html',
        'event/2020-03-02/11/index.html',
        'event/index.html',
        'event/oldest-first/index.html',
      ],
    ],
    [
      'on a new day',
      '2020-03-03T10:00',
      [
        'event/2020-03-02/10/index.html',
        'event/2020-03-03/index.html',
        'event/index.html',
        'event/oldest-first/index.html',
      ],
    ],
  ])('gets one entry more %s by changing a handful of pages', async (_, time, expected) => {
    const after = await buildContent(join(folder, time.slice(8, 10)), {
      'event/event.md': settings.event(),
      ...entries,
      'event/one-more.md': entryFile('One more', time, 'Text.', 'topics: [even]\n'),
    });
    const changed = [...after.files]
      .filter(([path, bytes]) => path.endsWith('.html') && !before.files.get(path)?.equals(bytes))
      .map(([path]) => path);
    const own = ['event/one-more/index.html', 'event/entry-999/index.html'];
    // The index of entries, and that of the archive, which counts them.
    const index = ['event/search/10/index.html', 'event/search/11/index.html', 'search/index.html'];
    const others = changed.filter((path) => !own.includes(path) && !path.startsWith('event/topics/even/'));
    expect(others).toEqual([...expected, ...index]);
    const gone = [...before.files.keys()].filter((path) => !after.files.has(path));
    // The 50 newest of 1,000 entries join the older ones here: the index is made anew, and no pack of an older one.
    const indexFile = /^event\/search\/pagefind\/(?:2\/|1\/(?:index\/|pagefind\.))/;
    expect(gone.filter((path) => !indexFile.test(path))).toEqual([]);
  });
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}
