import { expect, test } from 'vitest';
import { readArchive } from '../core/read-archive.ts';
import { aSite, contentOf } from '../core/testing.ts';
import { composeEvent } from './compose-event.ts';

const now = Temporal.Instant.from('2019-11-10T16:30:00Z');
const parts = {
  title: '双十一: #11',
  description: 'A day of records.',
  timezone: 'Asia/Shanghai',
  order: 'newest-first',
} as const;
const read = (text: string) => readArchive(contentOf({ 'site.yml': aSite(), 'day/event.md': text }));

test('an event takes place today in its zone, if it does not say when', () => {
  const { archive, diagnostics } = read(composeEvent(parts, now));
  expect(diagnostics).toEqual([]);
  expect(archive.events).toMatchObject([
    { title: '双十一: #11', starts: { datetime: '2019-11-11' }, ends: { datetime: '2019-11-11' }, language: 'en' },
  ]);
});

test('an event ends with the day on which it starts, if it does not say when', () => {
  const text = composeEvent({ ...parts, starts: '2019-11-10T20:00Z', language: 'zh-Hans' }, now);
  expect(text).toMatch(/\nstarts: 2019-11-10T20:00Z\nends: 2019-11-11\norder: newest-first\nlanguage: zh-Hans\n# /);
  expect(read(text).diagnostics).toEqual([]);
});

test('what else can stand there is right once its marks are removed', () => {
  const text = composeEvent(parts, now);
  const uncommented = text.replaceAll(/^# (?! *What else)/gm, '');
  const { archive, diagnostics } = read(uncommented);
  expect(diagnostics).toEqual([]);
  expect(archive.events).toMatchObject([{ location: 'Where it happens', live: true }]);
  expect([...(archive.events[0]?.metrics.keys() ?? [])]).toEqual(['gmv']);
});

test('a zone that is none is left for the check to report', () => {
  const { diagnostics } = read(composeEvent({ ...parts, timezone: 'Asia/Shangai' }, now));
  expect(diagnostics).toMatchObject([{ rule: 'invalid-value', hint: 'Did you mean "Asia/Shanghai"?' }]);
});

test('an event that started more than a day ago says that it is published now', () => {
  const written = (starts: string) => /^published: .*/m.exec(composeEvent({ ...parts, starts }, now))?.[0];
  expect(written('1969-07-16T21:32')).toBe('published: 2019-11-11T00:30');
  expect(written('2019-11-10T01:00')).toBeUndefined();
});
