import { describe, expect, test } from 'vitest';
import { newEventFiles } from './event-files.ts';
import type { UpdateContent } from './live-blog.ts';
import type { Fetched } from './media/fetch-media.ts';
import { planEntries } from './plan-entries.ts';
import { planEvent } from './plan-event.ts';
import { aLiveBlog, anUpdate } from './testing/readings.ts';

const html = (value: string): UpdateContent => ({ kind: 'html', value });
const entriesOf = (...updates: readonly Parameters<typeof anUpdate>[0][]) =>
  planEntries(aLiveBlog(updates.map(anUpdate)), {
    zone: 'Asia/Shanghai',
    keepOffset: false,
    dayStartsAt: '00:00',
    language: 'en',
    existing: [],
  }).entries;
const one = { headline: 'One', time: '2019-11-10T10:18' };
const two = { headline: 'Two', time: '2019-11-11T10:18' };
const bytes = Uint8Array.of(1, 2, 3);
const png: Fetched = { bytes, extension: 'png' };
const free = (): boolean => false;

describe('the files of an event', () => {
  test('are its settings where it is new, and its entries', () => {
    const blog = aLiveBlog([], { introduction: { kind: 'text', value: 'Welcome.' } });
    const event = planEvent(blog, { slug: 'gala', zone: 'Asia/Shanghai', keepOffset: false, language: 'en' });
    const { files, notes } = newEventFiles(event, entriesOf(one), new Map(), free);
    expect(Object.fromEntries(files)).toEqual({
      'event.md':
        '---\ntitle: The gala\ndescription: A night of songs.\ntimezone: Asia/Shanghai\norder: newest-first\n---\n\nWelcome.\n',
      '2019-11-10/1018-one.md': '---\ntitle: One\ntime: 2019-11-10T10:18\n---\n\nThe doors open. Everyone comes in.\n',
    });
    expect(notes).toEqual([]);
    expect([...newEventFiles(undefined, entriesOf(one), new Map(), free).files.keys()]).toEqual([
      '2019-11-10/1018-one.md',
    ]);
  });

  test('have no text that the title says already', () => {
    const [entry] = newEventFiles(
      undefined,
      entriesOf({ content: { kind: 'text', value: 'The doors open.' } }),
      new Map(),
      free,
    ).files.values();
    expect(entry).toBe('---\ntitle: The doors open\ntime: 2019-11-11T10:18\n---\n');
  });
});

describe('a picture', () => {
  const content = html('<img src="a.png" alt="A">');

  test('lies beside the first entry that shows it, once, and others lead to it', () => {
    const entries = entriesOf({ ...one, content }, { ...two, content });
    const { files } = newEventFiles(undefined, entries, new Map([['a.png', png]]), free);
    expect([...files.keys()].filter((file) => !file.endsWith('.md'))).toEqual(['2019-11-10/1018-one-1.png']);
    expect(files.get('2019-11-10/1018-one-1.png')).toBe(bytes);
    expect(files.get('2019-11-10/1018-one.md')).toContain('![A](1018-one-1.png)');
    expect(files.get('2019-11-11/1018-two.md')).toContain('![A](../2019-11-10/1018-one-1.png)');
  });

  test('of the standfirst lies beside it', () => {
    const blog = aLiveBlog([], { introduction: content });
    const event = planEvent(blog, { slug: 'gala', zone: 'Asia/Shanghai', keepOffset: false, language: 'en' });
    const { files } = newEventFiles(event, entriesOf({ ...one, content }), new Map([['a.png', png]]), free);
    expect([...files.keys()].sort()).toEqual(['2019-11-10/1018-one.md', 'event-1.png', 'event.md']);
    expect(files.get('2019-11-10/1018-one.md')).toContain('![A](../event-1.png)');
  });

  test('takes no name that is taken', () => {
    const two = html('<img src="a.png" alt="A"><img src="b.png" alt="B">');
    const media = new Map([
      ['a.png', png],
      ['b.png', png],
    ]);
    const isTaken = (path: string): boolean => path === '2019-11-10/1018-one-1.png';
    const { files } = newEventFiles(undefined, entriesOf({ ...one, content: two }), media, isTaken);
    expect([...files.keys()].filter((file) => file.endsWith('.png'))).toEqual([
      '2019-11-10/1018-one-2.png',
      '2019-11-10/1018-one-3.png',
    ]);
  });

  test('that could not be had, or that nobody wanted, becomes a link', () => {
    const content = html('<img src="https://gala.test/a.png" alt="A">');
    const faulty = new Map([['https://gala.test/a.png', { fault: 'it is gone.' }]]);
    for (const media of [faulty, new Map<string, Fetched>()]) {
      const { files } = newEventFiles(undefined, entriesOf({ ...one, content }), media, free);
      expect([...files]).toEqual([
        ['2019-11-10/1018-one.md', '---\ntitle: One\ntime: 2019-11-10T10:18\n---\n\n[A](https://gala.test/a.png)\n'],
      ]);
    }
  });
});

test('what happened to texts is reported once, with how often, also where nothing is left of one', () => {
  const script = html('<p>The doors open.</p><script>1</script>');
  const { notes } = newEventFiles(
    undefined,
    entriesOf({ ...one, content: script }, { content: script }, { ...two, content: html('<iframe></iframe>') }),
    new Map(),
    free,
  );
  expect(notes).toEqual(['A script is left out. (2 times)', 'An embed without an address of the web is left out.']);
});
