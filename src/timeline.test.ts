import { beforeAll, expect, test } from 'vitest';
import { byName, elements, pagesOf, textInLine } from '../scripts/testing/built-site.ts';
import {
  type Built,
  buildContent,
  entryFile,
  settings,
  temporaryFolder,
} from '../scripts/testing/temporary-content.ts';

const folder = temporaryFolder();
let built: Built;

beforeAll(async () => {
  built = await buildContent(folder, {
    'event/event.md': settings.event(),
    'event/how-to-watch.md': entryFile(
      'How to watch',
      '2020-03-02T08:00',
      'On every screen.[^1]\n\n[^1]: Almost.',
      'pinned: true\n',
    ),
    'event/gone.md': entryFile(
      'Gone',
      '2020-03-02T09:00',
      'Secret.',
      'pinned: true\nwithdrawn: {time: 2020-03-02T10:00, reason: A slip}\n',
    ),
    'event/scores.md': entryFile(
      'All scores',
      '2020-03-02T07:00',
      '| Home | Away |\n|---|---|\n| 1 | 1 |',
      'pinned: true\n',
    ),
    'event/goal.md': entryFile(
      'A goal',
      '2020-03-02T20:15',
      'One all.',
      'corrections: [{time: 2020-03-02T20:30, note: It was an own goal.}]\n',
    ),
  });
  expect(built.code, built.stderr).toBe(0);
});

const page = (path: string) => {
  const found = pagesOf(built.files).get(`event/${path}index.html`);
  if (!found) throw new Error(`There is no page ${path}`);
  return found;
};

test.each(['', 'oldest-first/'])('what is pinned stands on top of /event/%s, and is marked in the order', (path) => {
  const [pinned] = elements(page(path), ({ properties }) => String(properties['ariaLabelledBy']) === 'page.pinned');
  expect(pinned && textInLine(pinned)).toBe(
    'PinnedHow to watchOn every screen.2 March 2020, 08:00All scores2 March 2020, 07:00',
  );
  expect(pinned && byName(pinned, 'a').map(({ properties }) => properties['href'])).toEqual([
    '/event/how-to-watch/',
    '/event/scores/',
  ]);
  const marked = byName(page(path), 'article').filter((one) => textInLine(one).includes('Pinned'));
  expect(marked.map(({ properties }) => String(properties['id'])).toSorted()).toEqual(['how-to-watch', 'scores']);
});

test.each([
  ['', 'Here the coverage begins.'],
  ['oldest-first/', 'Here the coverage ends.'],
])('below its last entry /event/%s says that nothing follows', (path, end) => {
  const [last] = elements(page(path), ({ properties }) => String(properties['className']) === 'read-on');
  expect(last && textInLine(last).trim()).toBe(end);
});

test('every id stands on a page once, also where an entry stands on it twice', () => {
  const ids = elements(page(''), ({ properties }) => 'id' in properties).map(({ properties }) => properties['id']);
  expect(ids).toHaveLength(new Set(ids).size);
});

test('a correction stands with its time and its note in lists and on the page of the entry', () => {
  for (const path of ['', 'oldest-first/', '2020-03-02/', 'goal/'])
    expect(textInLine(page(path)), path).toContain('Corrected 2 March 2020, 20:30: It was an own goal.');
});
