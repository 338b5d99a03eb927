import { expect, it } from 'vitest';
import fc from '../../../scripts/testing/fast-check.ts';
import { transcript } from './transcript.ts';

const words = fc.oneof(
  fc.constantFrom(
    'the boats',
    '10:18',
    'Nov. 10, 2019',
    '– Midnight',
    'at 9 p.m.',
    '双十一',
    '*a*',
    '<b>',
    '🎉',
    '#',
    '\t',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const sentence = fc
  .array(words, { minLength: 1, maxLength: 12 })
  .map((parts) => `The ${parts.join(' ').replace(/[\n\r\v\f\u0085\u2028\u2029]/g, ' ')} end.`);
const body = fc.record({
  headline: fc.option(fc.constantFrom('Boats ahoy', '双十一开幕', '“Home” and dry'), { nil: undefined }),
  paragraphs: fc.array(sentence, { minLength: 1, maxLength: 3 }),
});

const two = (number: number): string => String(number).padStart(2, '0');
const timeStyles: readonly ((hours: number, minutes: number, seconds: string) => string)[] = [
  (hours, minutes, seconds) => `${hours % 12 || 12}:${two(minutes)}${seconds} ${hours < 12 ? 'a' : 'p'}.m.`,
  (hours, minutes, seconds) => `${hours % 12 || 12}:${two(minutes)}${seconds}\u202f${hours < 12 ? 'AM' : 'PM'}`,
  (hours, minutes, seconds) => `${two(hours)}:${two(minutes)}${seconds}`,
  (hours, minutes, seconds) => `${two(hours)}:${two(minutes)}${seconds} Uhr`,
  (hours, minutes, seconds) => `kl. ${two(hours)}.${two(minutes)}${seconds.replace(':', '.')}`,
  (hours, minutes, seconds) => `${hours < 12 ? '上午' : '下午'}${hours % 12 || 12}:${two(minutes)}${seconds}`,
  (hours, minutes, seconds) => (seconds === '' ? `${hours}h${two(minutes)}` : `• ${hours}:${two(minutes)}${seconds}`),
];
const languages = 'en en-GB de de-AT fr es it pt nl da nb sv pl ru zh zh-TW ja ko'.split(' ');
const dayStyles: readonly ((date: Temporal.PlainDate) => string)[] = [
  ...languages.map((language) => (date: Temporal.PlainDate) => date.toLocaleString(language, { dateStyle: 'full' })),
  String,
  (date) => date.toLocaleString('en', { month: 'short', day: 'numeric', year: 'numeric' }),
  (date) => `${date.day}.${date.month}.${date.year}`,
];
const zones = [
  ['', ''],
  [' EDT', '-04:00'],
  [' (CET)', '+01:00'],
  [' UTC+8', '+08:00'],
] as const;

const timed = fc.record({
  body,
  second: fc.integer({ min: 60, max: 86_399 }),
  isExact: fc.boolean(),
  style: fc.constantFrom(...timeStyles),
});
const day = fc.record({
  style: fc.constantFrom(...dayStyles),
  entries: fc.array(timed, { minLength: 1, maxLength: 5 }),
  untimed: fc.option(body, { nil: undefined }),
  beginning: fc.option(body, { nil: undefined }),
  ending: fc.option(body, { nil: undefined }),
});
const blog = fc.record({
  first: fc.integer({ min: 0, max: 8000 }).map((days) => Temporal.PlainDate.from('2005-01-01').add({ days })),
  days: fc.array(day, { minLength: 1, maxLength: 3 }),
  isNewestFirst: fc.boolean(),
  zone: fc.constantFrom(...zones),
  gap: fc.constantFrom('\n', '\n\n', '\n\n\n'),
  lineBreak: fc.constantFrom('\n', '\r\n'),
});

type Expected = {
  time: string;
  label?: string;
  untimed?: string;
  shown: string;
  body: typeof body extends fc.Arbitrary<infer T> ? T : never;
};

/** Entries of a day as they happened, with what the importer is to find. */
const entriesOf = (
  { entries, untimed, beginning, ending }: typeof day extends fc.Arbitrary<infer T> ? T : never,
  date: string,
  isNewestFirst: boolean,
  [suffix, offset]: (typeof zones)[number],
): Expected[] => {
  const clocked = entries.map((entry) => ({
    ...entry,
    second: entry.isExact ? entry.second : entry.second - (entry.second % 60),
  }));
  const plain = clocked
    .toSorted((a, b) => a.second - b.second)
    .map(({ second, isExact, style, body: own }): Expected => {
      const [hours, minutes] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
      const seconds = isExact ? `:${two(second % 60)}` : '';
      return {
        time: `${date}T${two(hours)}:${two(minutes)}${seconds}${offset}`,
        shown: style(hours, minutes, seconds) + suffix,
        body: own,
      };
    });
  const midnight = (own: Expected['body'] | undefined, hour: string): Expected[] =>
    own ? [{ time: `${date}T${hour}:00${offset}`, label: 'Midnight', shown: `Midnight${suffix}`, body: own }] : [];
  const dayOnly: Expected[] = untimed
    ? [{ time: date, untimed: isNewestFirst ? 'last' : 'first', shown: '', body: untimed }]
    : [];
  const all = [...midnight(beginning, '00'), ...plain, ...midnight(ending, '24')];
  return isNewestFirst ? [...all, ...dayOnly] : [...dayOnly, ...all];
};

it('recovers times, order and text of any transcript', async () => {
  await fc.assert(
    fc.asyncProperty(blog, async ({ first, days, isNewestFirst, zone, gap, lineBreak }) => {
      const reported = days.map((one, index) =>
        entriesOf(one, first.add({ days: index }).toString(), isNewestFirst, zone),
      );
      const minutes = new Set(
        reported.flat().flatMap(({ time }) => /^.+T(?!00:00|24:00)\d\d:\d\d/.exec(time)?.[0] ?? []),
      );
      fc.pre(minutes.size > 1);
      const list = <T>(ones: readonly T[]): readonly T[] => (isNewestFirst ? ones.toReversed() : ones);
      const written = list(
        days.map((one, index) =>
          [
            one.style(first.add({ days: index })),
            ...list(reported[index] ?? []).map(({ shown, body: { headline, paragraphs } }) =>
              [...(shown === '' ? [] : [shown]), [...(headline ? [headline] : []), ...paragraphs].join('\n\n')].join(
                gap,
              ),
            ),
          ].join('\n\n'),
        ),
      );
      const text = ['Regatta', 'Three days.', ...written].join('\n\n').replaceAll('\n', lineBreak);
      expect(transcript.recognises({ text })).toBe(true);
      const { title, introduction, order, updates, skipped } = await transcript.read({ text });
      expect([title, introduction?.value, order, skipped]).toEqual([
        'Regatta',
        'Three days.',
        isNewestFirst ? 'newest-first' : 'oldest-first',
        [],
      ]);
      expect(updates.map((one) => [one.time, one.label, one.untimed, one.headline, one.content.value])).toEqual(
        reported
          .flat()
          .map((one) => [one.time, one.label, one.untimed, one.body.headline, one.body.paragraphs.join('\n\n')]),
      );
    }),
    { numRuns: 1000 },
  );
});

it('reads or refuses any text', async () => {
  const { ImportRefused } = await import('../live-blog.ts');
  const piece = fc.oneof(
    fc.constantFrom(
      '2019-11-10',
      'Nov. 31',
      '10/11/2019',
      'Midnight',
      '9:30',
      '11:40 p.m. IST',
      'Updated 9:30',
      '---',
      'Share',
      '',
      '9:30 – x',
      '14.05',
      'Sunday',
    ),
    fc.string({ unit: 'binary' }),
    sentence,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
      const text = pieces.join('\n');
      transcript.recognises({ text });
      try {
        const { updates } = await transcript.read({ text });
        expect(updates.length).toBeGreaterThan(0);
        for (const { time } of updates)
          expect(time).toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/);
      } catch (fault) {
        expect(fault).toBeInstanceOf(ImportRefused);
      }
    }),
    { numRuns: 2000 },
  );
});
