import { describe, expect, it } from 'vitest';
import { isSameAt, reachedBy } from './reached.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, faultsIn, galaWith, instantOf } from './testing.ts';

const now = instantOf('2019-11-11T02:00Z');

describe('a time that is later than the build', () => {
  it('is reported, in the time of the event', () => {
    expect(faultsIn(galaWith({ 'gala/a.md': anEntry({ time: '2019-11-11T10:01' }) }), { now })).toMatchInlineSnapshot(`
      "gala/a.md:3:7 warning future-time
        Unexpected time 2019-11-11 10:01, which is later than this build, expected one up to 2019-11-11 10:00.
        Correct "time", or write draft: true until then.
      0 errors, 1 warning"
    `);
  });

  it('may also be that of a correction or a withdrawal', () => {
    const files = galaWith({
      'gala/a.md': anEntry({
        time: '2019-11-11T09:00',
        corrections: '[{time: 2019-11-11T09:30, note: One}, {time: 2019-11-12, note: Two}]',
        withdrawn: '{time: 2019-11-11T11:00+08:00, reason: A slip}',
      }),
    });
    const found = readArchive(files, { now }).diagnostics;
    expect(found.map(({ line, column, message }) => [line, column, message.split(',')[0]])).toEqual([
      [4, 59, 'Unexpected time 2019-11-12'],
      [5, 19, 'Unexpected time 2019-11-11 11:00'],
    ]);
  });

  it('is none where it is now, today without a time, a draft, or where nobody says what time it is', () => {
    const files = galaWith({
      'gala/a.md': anEntry({ time: '2019-11-11T10:00' }),
      'gala/b.md': anEntry({ time: '2019-11-11' }),
      'gala/c.md': anEntry({ time: '2019-11-11T23:00', draft: 'true' }),
    });
    expect(readArchive(files, { now }).diagnostics).toEqual([]);
    expect(readArchive(galaWith({ 'gala/a.md': anEntry({ time: '2019-11-11T23:00' }) })).diagnostics).toEqual([]);
  });

  it('is one of the place of the event: its next day begins where the sun rises first', () => {
    const tomorrow = (timezone: string) =>
      faultsIn(
        galaWith({
          'gala/event.md': anEvent({ timezone, ends: '2019-11-12' }),
          'gala/a.md': anEntry({ time: '2019-11-12' }),
        }),
        { now: instantOf('2019-11-11T12:00Z') },
      );
    expect(tomorrow('Pacific/Auckland')).toBe('0 errors, 0 warnings');
    expect(tomorrow('America/New_York')).toContain('Unexpected time 2019-11-12, which is later than this build');
  });
});

describe('when an entry was first published', () => {
  const publishedIn = (event: Record<string, string>, ...entries: readonly Record<string, string>[]) => {
    const texts = entries.map((fields, index) => [`gala/e${index}.md`, anEntry(fields)]);
    const { archive } = readArchive(galaWith({ 'gala/event.md': anEvent(event), ...Object.fromEntries(texts) }));
    return archive.events[0]?.entries.map(({ publishedAt, published }) => [
      new Date(publishedAt).toISOString().slice(0, 16),
      published.datetime,
    ]);
  };

  it('is its time, or when it says', () => {
    expect(publishedIn({}, {}, { published: '2019-11-13T09:00' }, { published: '2019-11-12T09:00:10Z' })).toEqual([
      ['2019-11-11T02:00', '2019-11-11T10:00+08:00'],
      ['2019-11-13T01:00', '2019-11-13T09:00+08:00'],
      ['2019-11-12T09:00', '2019-11-12T17:00:10+08:00'],
    ]);
  });

  it('is as near to its time as a date alone allows', () => {
    expect(publishedIn({}, { published: '2019-11-11' }, { published: '2019-11-13' })).toEqual([
      ['2019-11-11T02:00', '2019-11-11'],
      ['2019-11-12T16:00', '2019-11-13'],
    ]);
  });

  it('is not before its event', () => {
    const late = { published: '2024-05-03T12:00' };
    const entries = [{}, { published: '2020-01-01' }, { published: '2024-06-01' }];
    expect(publishedIn(late, ...entries)).toEqual([
      ['2024-05-03T04:00', '2024-05-03T12:00+08:00'],
      ['2024-05-03T04:00', '2024-05-03T12:00+08:00'],
      ['2024-05-31T16:00', '2024-06-01'],
    ]);
    expect(publishedIn({ published: '2019-11-01' }, {})).toEqual([['2019-11-11T02:00', '2019-11-11T10:00+08:00']]);
  });

  it('is hardly before its time, or later than the build', () => {
    const files = galaWith({
      'gala/event.md': anEvent({ published: '2019-11-14' }),
      'gala/a.md': anEntry({ published: '2019-11-11T09:59' }),
      'gala/b.md': anEntry({ published: '2019-11-12' }),
      'gala/c.md': anEntry({ time: '2019-11-11', published: '2019-11-11T00:00' }),
    });
    expect(faultsIn(files, { now })).toMatchInlineSnapshot(`
      "gala/a.md:4:12 warning published-before-time
        Unexpected publication 2019-11-11 09:59 before the time of the entry, expected one from 2019-11-11 10:00 on.
        Correct "published" or "time"; leave "published" out where the entry was published at its time.
      gala/b.md:4:12 warning future-time
        Unexpected time 2019-11-12, which is later than this build, expected one up to 2019-11-11 10:00.
        Correct "published", or write draft: true until then.
      gala/event.md:8:12 warning future-time
        Unexpected time 2019-11-14, which is later than this build, expected one up to 2019-11-11 10:00.
        Correct "published".
      0 errors, 3 warnings"
    `);
  });
});

describe('when an entry changed', () => {
  const changesAt = (moment: number | undefined) => {
    const files = galaWith({
      'gala/a.md': anEntry({ time: '2019-11-11T09:00', corrections: '[{time: 2019-11-11, note: Spelling}]' }),
      'gala/b.md': anEntry({ time: '2019-11-11T09:30' }),
      'gala/c.md': anEntry({ time: '2019-11-11T20:00' }),
    });
    const [event] = readArchive(files, moment === undefined ? {} : { now: moment }).archive.events;
    const at = (time: number | undefined) => time && new Date(time).toISOString();
    return {
      changed: event?.entries.map(({ changed }) => at(changed)),
      latestPast: at(event?.latestPast),
      firstFuture: at(event?.firstFuture),
    };
  };

  it('is never later than the newest time that has come', () => {
    expect(changesAt(now)).toEqual({
      changed: ['2019-11-11T01:30:00.000Z', '2019-11-11T01:30:00.000Z', '2019-11-11T01:30:00.000Z'],
      latestPast: '2019-11-11T01:30:00.000Z',
      firstFuture: '2019-11-11T12:00:00.000Z',
    });
  });

  it('is not known where nothing has come yet', () => {
    expect(changesAt(instantOf('2019-11-10T04:00Z'))).toEqual({
      changed: [undefined, undefined, undefined],
      latestPast: '2019-11-10T04:00:00.000Z',
      firstFuture: '2019-11-10T16:00:00.000Z',
    });
  });

  it('is what it says once all has come', () => {
    const all = {
      changed: ['2019-11-11T15:59:59.000Z', '2019-11-11T01:30:00.000Z', '2019-11-11T12:00:00.000Z'],
      latestPast: '2019-11-11T15:59:59.000Z',
      firstFuture: undefined,
    };
    expect(changesAt(instantOf('2019-11-12T00:00Z'))).toEqual(all);
    expect(changesAt(undefined)).toEqual(all);
  });
});

it('an event is the same between the latest of its times that has come and the first that has not', () => {
  const reached = reachedBy([10, 20, 30, 40], 25);
  expect(reached).toEqual({ latestPast: 20, firstFuture: 30 });
  expect([19, 20, 29, 30].map((moment) => isSameAt(reached, moment))).toEqual([false, true, true, false]);
  expect(isSameAt(reachedBy([], 0), 5)).toBe(true);
});
