import { describe, expect, test } from 'vitest';
import { anEntry, anEvent, aSite, contentOf, galaWith } from '../core/testing.ts';
import { targetEvent } from './target-event.ts';
import { aLiveBlog, anUpdate } from './testing/readings.ts';

const empty = contentOf({ 'site.yml': aSite() });
const local = aLiveBlog([anUpdate()]);
const exact = aLiveBlog([anUpdate({ time: '2019-11-11T10:18Z' })]);

describe('the event of an import', () => {
  test('is a new one in the zone that is said', () => {
    expect(targetEvent(empty, 'launch', local, 'europe/berlin')).toEqual({
      isNew: true,
      zone: 'Europe/Berlin',
      keepOffset: false,
      dayStartsAt: '00:00',
      language: 'en',
      entries: [],
    });
    expect(targetEvent(empty, 'launch', local, 'Asia/Calcutta').zone).toMatch(/^Asia\/(Calcutta|Kolkata)$/);
  });

  test('is in UTC, and keeps offsets, where nobody has said its zone and no time needs one', () =>
    expect(targetEvent(empty, 'launch', exact, undefined)).toMatchObject({ zone: 'UTC', keepOffset: true }));

  test('is one that is there, with its zone and its entries, drafts too', () => {
    const files = galaWith({
      'gala/event.md': anEvent({ 'day-starts-at': '"04:00"', language: 'zh' }),
      'gala/a.md': anEntry(),
      'gala/b.md': anEntry({ title: 'B', draft: 'true' }),
    });
    const { entries, ...event } = targetEvent(files, 'gala', local, undefined);
    expect(event).toEqual({
      isNew: false,
      zone: 'Asia/Shanghai',
      keepOffset: false,
      dayStartsAt: '04:00',
      language: 'zh',
    });
    expect(entries.map(({ slug }) => slug)).toEqual(['a', 'b']);
    expect(targetEvent(files, 'gala', local, 'asia/shanghai')).toMatchObject({ zone: 'Asia/Shanghai' });
  });

  test('keeps offsets in UTC, which may be the guess of an earlier import', () => {
    const files = galaWith({ 'gala/event.md': anEvent({ timezone: 'UTC' }) });
    expect(targetEvent(files, 'gala', exact, undefined)).toMatchObject({ zone: 'UTC', keepOffset: true });
    expect(targetEvent(files, 'gala', exact, 'UTC')).toMatchObject({ zone: 'UTC', keepOffset: false });
  });

  test.each([
    [
      'Launch Day',
      undefined,
      'Unexpected --event "Launch Day", expected lower-case letters, digits and "-". Write --event launch-day.',
    ],
    [
      '../gala',
      undefined,
      'Unexpected --event "../gala", expected lower-case letters, digits and "-". Write --event gala.',
    ],
    ['search', undefined, '"search" is the address of a page of its own: choose another --event.'],
    [
      'launch',
      undefined,
      'The times of this source are local to a place: say which, with --timezone, such as Europe/Berlin.',
    ],
    ['launch', 'EST', 'There is no time zone "EST". Did you mean "America/New_York"?'],
    ['launch', 'Mars/Olympus', 'There is no time zone "Mars/Olympus". Write its IANA name, such as Europe/Berlin.'],
    ['launch', 'Asia/Shangai', 'There is no time zone "Asia/Shangai". Did you mean "Asia/Shanghai"?'],
    ['launch', '+01:00', 'There is no time zone "+01:00". Did you mean "Europe/Berlin" or "Europe/Paris" or'],
    ['gala', 'Europe/Berlin', 'The event "gala" is in Asia/Shanghai: leave out --timezone.'],
  ])('%s in the zone %s is refused', (slug, zone, message) =>
    expect(() => targetEvent(galaWith({}), slug, local, zone)).toThrow(message),
  );

  test.each([
    ['gala-2019', '"gala-2019" is the address of the event "gala": choose another --event, or import into it.'],
    ['é', '"é" is the address of the event "gala": choose another --event, or import into it.'],
    ['finale', '"finale" is too similar to an address of the event "gala": choose another --event'],
    ['pictures.zip', 'Unexpected --event "pictures.zip"'],
    ['elsewhere', '"elsewhere" in the content folder is no folder: choose another --event.'],
    ['drafts', 'The folder "drafts" has entries, such as drafts/day/a.md, but no event.md.'],
  ])('%s is refused where that belongs to something else', (slug, message) => {
    const files = galaWith(
      { 'gala/event.md': anEvent({ aliases: '[gala-2019, é, ﬁnale]' }), 'drafts/day/a.md': anEntry() },
      { elsewhere: 'link', 'pictures/a.png': 'file' },
    );
    expect(() => targetEvent(files, slug, exact, undefined)).toThrow(message);
    expect(targetEvent(files, 'pictures', exact, undefined)).toMatchObject({ isNew: true });
  });

  test('is refused where it has errors, because what it holds cannot be known', () =>
    expect(() => targetEvent(galaWith({ 'gala/a.md': anEntry({ time: 'soon' }) }), 'gala', exact, undefined)).toThrow(
      /^The event "gala" has errors, so what it holds already is not known\. Fix them first:\ngala\/a\.md:3:7 error invalid-time/,
    ));
});
