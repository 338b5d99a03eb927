import { expect, test } from 'vitest';
import type { z } from 'zod';
import fc from '../../scripts/testing/fast-check.ts';
import type { Entry } from './archive.ts';
import { withoutControl } from './control-characters.ts';
import { readDocument } from './document.ts';
import { withoutEmpty } from './empty-fields.ts';
import { readArchive } from './read-archive.ts';
import { type EntryFields, entrySchema } from './schema/entry.ts';
import { noteOf } from './schema/notes.ts';
import { anEvent, aSite, contentOf } from './testing.ts';
import { writeDocument } from './write-document.ts';

const settings = {
  'site.yml': aSite(),
  'gala/event.md': anEvent({
    metrics:
      '{gmv: {title: GMV, unit: USD, rates: {CNY: 7}, references: [{name: "2015"}, {name: "the: #1"}]}, orders: {title: Orders, unit: orders}}',
  }),
};

/** Without what no document keeps: controls, noncharacters, and what turns text round. */
const printable = (text: string): string => withoutControl(text).text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/** Text as people and programs give it: any character that is kept, and what YAML and Markdown take for their own. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '#',
        ' #',
        ': ',
        '- ',
        '--- ',
        '"',
        "'",
        '🎉',
        '👩‍👩‍👧',
        '\t',
        '[a]',
        '{b}',
        '&a',
        '*a',
        '!',
        '|',
        '>',
        '%',
        '10e9',
        'true',
        '双十一',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => printable(parts.join('')))
  .filter((one) => /\S/.test(one));
const line = text.map((one) => one.replace(/[\n\r]/g, ' ')).filter((one) => /\S/.test(one));

const two = (from: number, to: number) => fc.integer({ min: from, max: to }).map((one) => String(one).padStart(2, '0'));
const clock = fc
  .tuple(two(0, 23), two(0, 59), fc.option(two(0, 59), { nil: undefined }))
  .map(([hours, minutes, seconds]) => [hours, minutes, ...(seconds === undefined ? [] : [seconds])].join(':'));
const time = fc.oneof(
  clock.map((one) => `2019-11-11T${one}`),
  fc.constantFrom('2019-11-11T24:00', '2019-11-11', '2019-11-10T20:30+03:00', '2019-11-11T10:04:49Z'),
);
const slug = fc.constantFrom('gmv', 'new-retail', '双十一', 'café', '2019', 'no', '1e3', 'null');
const figure = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer().map((one) => one * 1e6),
  fc.dictionary(fc.constantFrom('USD', 'CNY'), fc.double({ noNaN: true, noDefaultInfinity: true }), { minKeys: 1 }),
);
const milestone = fc.oneof(
  fc.constant<true>(true),
  fc.record(
    { metric: fc.constant('gmv'), value: figure, surpasses: fc.subarray(['2015', 'the: #1']) },
    { requiredKeys: ['metric'] },
  ),
);

/** What fields hold, by their kind. */
const ofKind: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  text: line,
  'yes or no': fc.boolean(),
  'whole number': fc.maxSafeInteger(),
  address: fc.webUrl({ withFragments: true, withQueryParameters: true }),
  time,
  date: fc.constantFrom('2019-11-10', '2019-11-11'),
  'place in a day': fc.constantFrom('first', 'last'),
  slug,
  topics: fc.uniqueArray(slug),
  corrections: fc.array(fc.record({ time, note: text })),
  milestone,
};
const arbitraryOf = (name: string, part: z.ZodType): fc.Arbitrary<unknown> => {
  if (name === 'title') return line.map((one) => one.trim());
  if (name === 'withdrawn') return fc.record({ time, reason: text });
  return ofKind[noteOf(part).kind ?? ''] ?? expect.fail(`nothing is known of values of "${name}"`);
};

/** The fields of an entry, but for its addresses. */
const fields = fc.record(
  Object.fromEntries(
    Object.entries(entrySchema.omit({ slug: true, aliases: true }).shape).map(([name, part]) => [
      name,
      arbitraryOf(name, part),
    ]),
  ),
  { requiredKeys: ['title', 'time'] },
) as fc.Arbitrary<EntryFields>;
const body = fc
  .array(fc.oneof(text, fc.constantFrom('\n', '---', '\r\n', '  ')), { maxLength: 6 })
  .map((parts) => parts.join('\n'));

test('entries that are written are the entries that are read, with every field', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ fields, body }), { minLength: 1, maxLength: 5 }), (entries) => {
      const files = entries.map(({ fields, body }, index) => [
        `gala/e${index}.md`,
        writeDocument({ ...fields, slug: `entry-${index}`, aliases: [`old-${index}`] }, body),
      ]);
      const { archive, diagnostics } = readArchive(contentOf({ ...settings, ...Object.fromEntries(files) }), {
        drafts: true,
      });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const bySlug = new Map(archive.events[0]?.entries.map((entry) => [entry.slug, entry]));
      expect(bySlug.size).toBe(entries.length);
      for (const [index, { fields }] of entries.entries()) {
        const { milestone, corrections, withdrawn, moment, published, body, ...read } = found(
          bySlug.get(`entry-${index}`),
        );
        const { milestone: given, corrections: notes = [], withdrawn: taken, time, day, ...rest } = fields;
        const own = Object.fromEntries(Object.entries(rest).filter(([name]) => Object.hasOwn(read, name)));
        expect(read).toMatchObject({ untimed: 'last', sequence: 0, topics: [], pinned: false, draft: false, ...own });
        const all = { ...fields, slug: `entry-${index}`, aliases: [`old-${index}`] };
        expect(read.fields).toEqual(withoutEmpty(entrySchema, all, () => false));
        expect(Object.hasOwn(read, 'label')).toBe(fields.label !== undefined);
        expect(read.aliases).toEqual([`old-${index}`]);
        if (fields.published !== undefined) expect(instantOf(published)).toBe(instantOfText(fields.published));
        else expect(published).toBe(moment);
        if (day !== undefined) expect(read.day).toBe(day);
        expect(instantOf(moment)).toBe(instantOfText(time));
        expect(corrections?.map(({ moment, note }) => [instantOf(moment), note])).toEqual(
          notes.map(({ time, note }) => [instantOfText(time), note]),
        );
        expect(withdrawn && [instantOf(withdrawn.moment), withdrawn.reason]).toEqual(
          taken && [instantOfText(taken.time), taken.reason],
        );
        expect(milestone && (given === true ? milestone.metric : plain(milestone))).toEqual(
          given === true ? undefined : given && inUnits(given),
        );
      }
    }),
    { numRuns: 150 },
  );
});

test('a document that is written is read back with the same data and body, in lines without blanks at their end', () => {
  fc.assert(
    fc.property(fields, body, (fields, body) => {
      const written = writeDocument(fields, body);
      const document = readDocument('a.md', new TextEncoder().encode(written), (finding) =>
        expect.fail(finding.message),
      );
      expect(document?.fields.data).toEqual(fields);
      expect((document?.body ?? '').trim()).toBe(body.toWellFormed().trim());
      expect(written).toMatch(/[^\n]\n$/);
      const [front = ''] = written.split(/\n---\n/, 1);
      expect(front.split('\n').filter((one) => /[ \t]$/.test(one))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

const found = (entry: Entry | undefined): Entry => entry ?? expect.fail('an entry is not there');

type Read = {
  readonly metric?: { readonly slug: string };
  readonly value?: object;
  readonly surpasses: readonly { readonly name: string }[];
};

const plain = ({ metric, value, surpasses }: Read) => ({
  metric: metric?.slug,
  surpasses: surpasses.map(({ name }) => name),
  ...(value && { value }),
});

const inUnits = ({
  metric,
  value,
  surpasses = [],
}: {
  metric?: string | undefined;
  value?: number | string | object | undefined;
  surpasses?: string[] | undefined;
}) => ({
  metric,
  surpasses,
  ...(value !== undefined && { value: typeof value === 'number' ? { USD: value } : value }),
});

/** What tells one moment from another: its instant and precision, or its date. */
const instantOf = (moment: { date: string; instant?: number; precision: string } | undefined): string =>
  moment?.instant === undefined
    ? `${moment?.date}`
    : `${Temporal.Instant.fromEpochMilliseconds(moment.instant)} ${moment.precision}`;

const instantOfText = (time: string): string => {
  if (time.length === 10) return time;
  const precision = /T\d\d:\d\d:\d\d/.test(time) ? 'second' : 'minute';
  if (time.endsWith('T24:00')) return `2019-11-11T16:00:00Z ${precision}`;
  const zoned = /(Z|[+-]\d\d:\d\d)$/.test(time) ? time : `${time}+08:00`;
  return `${Temporal.Instant.from(zoned)} ${precision}`;
};
