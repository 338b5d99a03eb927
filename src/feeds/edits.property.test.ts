import { expect, it } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { permalinks } from '../core/permalinks.ts';
import { readArchive } from '../core/read-archive.ts';
import { anEntry, galaWith } from '../core/testing.ts';
import { emptyBody } from '../markdown/body.ts';
import { feedFiles } from './feed-files.ts';
import { feedSlots } from './feed-items.ts';
import { feedsOfEvent } from './feeds-of.ts';

/** An entry as its file stands: what may be edited of it, but for the slug. */
type Written = {
  readonly slug: string;
  readonly folder: string;
  readonly title: string;
  readonly minute: number;
  readonly body: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** What happens to the entry at an index, if it is there. */
type Edit = { readonly index: number; readonly change: Partial<Omit<Written, 'slug'>> | 'add' | 'withdraw' };

const some = fc.nat({ max: 9 });
const edits = fc.array(
  fc.record<Edit>({
    index: some,
    change: fc.oneof(
      fc.constant('add' as const),
      fc.constant('withdraw' as const),
      fc.record({ title: fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8})?$/) }),
      fc.record({ minute: fc.nat({ max: 59 }) }),
      fc.record({ body: fc.stringMatching(/^[a-z]{0,9}$/) }),
      fc.record({ folder: fc.constantFrom('', '2019-11-11/', 'morning/') }),
      fc
        .constantFrom(
          { corrections: '[{time: 2019-11-12T09:00, note: Spelling}]' },
          { topics: '[songs]' },
          { milestone: 'true' },
          { label: 'Noon' },
          { author: 'A. Writer' },
        )
        .map((fields) => ({ fields })),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

const apply = (entries: readonly Written[], { index, change }: Edit, step: number): readonly Written[] => {
  if (change === 'add')
    return [...entries, { slug: `s${step}`, folder: '', title: 'New', minute: index, body: 'Text', fields: {} }];
  const edited: Partial<Written> =
    change === 'withdraw' ? { fields: { withdrawn: '{time: 2019-11-11T23:00, reason: A slip}' } } : change;
  return entries.map((entry, at) => (at === index ? { ...entry, ...edited } : entry));
};

/** The ids of all items of the event's feed, in each format; their times of change by id. */
const read = async (entries: readonly Written[]) => {
  const texts = entries.map(({ slug, folder, title, minute, body, fields }) => [
    `gala/${folder}${slug}.md`,
    anEntry({ title, time: `2019-11-11T10:${String(minute).padStart(2, '0')}`, ...fields }, `\n${body}\n`),
  ]);
  const { archive } = readArchive(galaWith(Object.fromEntries(texts)));
  const [event] = archive.events;
  if (!event) throw new Error('There is no event.');
  const frame = { site: archive.site, to: permalinks(archive.site.url) };
  const slots = feedSlots(event, { ...frame, bodyOf: () => emptyBody });
  const feed = feedsOfEvent(event, slots, frame).get('/gala/')?.feed;
  if (!feed) throw new Error('There is no feed.');
  const [rss = '', atom = '', json = ''] = await Promise.all(feedFiles(feed).map(({ print }) => print()));
  return [
    [...rss.matchAll(/<guid isPermaLink="true">([^<]+)/g)].map(([, id]) => id),
    [...atom.matchAll(/<entry><id>([^<]+)/g)].map(([, id]) => id),
    (JSON.parse(json) as { items: { id: string }[] }).items.map(({ id }) => id),
  ];
};

it('2,000 histories of edits change no id, withdrawn entries included', async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (history) => {
      let entries: readonly Written[] = ['a', 'b', 'c'].map((slug, minute) => ({
        slug,
        folder: '',
        title: slug.toUpperCase(),
        minute,
        body: 'Text',
        fields: {},
      }));
      for (const [step, edit] of history.entries()) entries = apply(entries, edit, step);
      const expected = entries.map(({ slug }) => `https://recaps.example.org/gala/${slug}/`).sort();
      for (const ids of await read(entries)) expect(ids.toSorted()).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});
