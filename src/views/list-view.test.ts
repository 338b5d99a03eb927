import { expect, test } from 'vitest';
import { anEntry, galaWith } from '../core/testing.ts';
import { listView } from './list-view.ts';
import { openGala } from './testing.ts';

const long = `\n${'The curtain is heavy. '.repeat(50)}\n\n${'It rises slowly. '.repeat(50)}\n`;

const gala = galaWith({
  'gala/a.md': anEntry({ title: 'A', time: '2019-11-10T20:00' }, long),
  'gala/b.md': anEntry({ title: 'B', time: '2019-11-11T10:00', milestone: 'true' }, '\nShort.\n'),
  'gala/c.md': anEntry({
    title: 'C',
    time: '2019-11-11T11:00',
    corrections: `[{time: 2019-11-11T12:00, note: ${'Spelling of it. '.repeat(40)}}]`,
  }),
  'gala/d.md': anEntry({ title: 'D', time: '2019-11-11T12:00', withdrawn: '{time: 2019-11-11T13:00, reason: A slip}' }),
});

const listOf = async (room: number, page?: { title: string; path: string }) => {
  const { site, gala: of } = await openGala(gala);
  const list = listView(site, of, { entries: of.event.entries, room, ...(page && { page }) });
  return { list, entries: list.days.flatMap(({ entries }) => entries) };
};

test('a list has all texts where there is room, and says how much they take', async () => {
  const { list, entries } = await listOf(Number.POSITIVE_INFINITY);
  expect(entries.map(({ entry, excerpt }) => [entry.title, excerpt.whole])).toEqual([
    ['D', true],
    ['C', true],
    ['B', true],
    ['A', true],
  ]);
  expect(list.taken).toBe(entries.reduce((sum, { excerpt }) => sum + Buffer.byteLength(excerpt.html), 0));
  expect(list.data).toBeUndefined();
});

test('a list cuts the longest of its texts where there is less room, and takes no more', async () => {
  const page = { title: 'Gala', path: '/gala/' };
  const whole = await listOf(Number.POSITIVE_INFINITY, page);
  const cut = await listOf(Math.floor(whole.list.taken / 2), page);
  expect(cut.entries.map(({ entry, excerpt }) => [entry.title, excerpt.whole])).toEqual([
    ['D', true],
    ['C', true],
    ['B', true],
    ['A', false],
  ]);
  expect(cut.list.taken).toBeLessThanOrEqual(Math.floor(whole.list.taken / 2));
  expect(cut.list.data?.length).toBeLessThan(whole.list.data?.length ?? 0);
  expect((await listOf(0, page)).entries.map(({ excerpt }) => excerpt.html)).toEqual(['', '', '', '']);
});

test('an entry in a list has what is printed beside its text: links, its milestone, and notes that are cut', async () => {
  const { list, entries } = await listOf(Number.POSITIVE_INFINITY);
  const [d, c, b] = entries;
  expect(d).toMatchObject({ reason: 'A slip', link: '/gala/d/', excerpt: { html: '' } });
  expect(c?.corrections[0]?.note.length).toBeLessThanOrEqual(280);
  expect(b?.milestone).toMatchObject({ kind: 'elapsed' });
  expect(b?.version).toBeUndefined();
  expect(list.contents.map(({ link, milestones }) => [link, milestones.map((one) => one.link)])).toEqual([
    ['#on.2019-11-11', ['#b']],
    ['#on.2019-11-10', []],
  ]);
});
