import type { ContentFiles } from './content-files.ts';
import { formatDiagnostics } from './format-diagnostic.ts';
import { type Moment, parseMoment } from './moment.ts';
import { type ReadOptions, readArchive } from './read-archive.ts';
import { documentSchemas } from './schema/documents.ts';

/** Fields as they are written: each value is the text behind `name: `. `undefined` leaves a field out. */
type Written = Readonly<Record<string, string | undefined>>;

const site = { title: 'Recaps', description: 'Worth keeping.', url: 'https://recaps.example.org', language: 'en' };
const event = {
  title: 'Gala',
  description: 'A night of songs.',
  timezone: 'Asia/Shanghai',
  starts: '2019-11-10T12:00',
  ends: '2019-11-11T24:00',
  order: 'newest-first',
};
const entry = { title: 'The curtain rises', time: '2019-11-11T10:00' };

/** `site.yml`. */
export const aSite = (fields: Written = {}): string => written({ ...site, ...fields });

/** `event.md`: the event Gala in Shanghai, on 10 and 11 November 2019. */
export const anEvent = (fields: Written = {}, body = '\nAll of it.\n'): string =>
  document({ ...event, ...fields }, body);

/** An entry, at 10 o'clock on 11 November 2019. */
export const anEntry = (fields: Written = {}, body = '\nIt begins.\n'): string =>
  document({ ...entry, ...fields }, body);

/** A page of the archive's own: its imprint. */
export const aPage = (fields: Written = {}, body = '\nExample Press.\n'): string =>
  document({ title: 'Imprint', ...fields }, body);

/** A content folder of these texts and of no others. */
export const contentOf = (
  texts: Readonly<Record<string, string | undefined>>,
  others: Readonly<Record<string, Uint8Array | 'file' | 'link' | 'other'>> = {},
): ContentFiles => {
  const documents = Object.entries(texts).flatMap(([path, text]): [string, Uint8Array][] =>
    text === undefined ? [] : [[path, new TextEncoder().encode(text)]],
  );
  return new Map([...documents, ...Object.entries(others)].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** The same with a faultless `site.yml` and `gala/event.md`, unless `texts` has its own. */
export const galaWith = (
  texts: Readonly<Record<string, string | undefined>>,
  others?: Readonly<Record<string, Uint8Array | 'file' | 'link' | 'other'>>,
): ContentFiles => contentOf({ 'site.yml': aSite(), 'gala/event.md': anEvent(), ...texts }, others);

/** An archive with every noun in it: a gala with milestones, a draft and a withdrawn entry, and two events beside it. */
export const aSmallArchive = (): ContentFiles =>
  contentOf(
    {
      'site.yml': aSite({
        url: 'https://example.org/recaps/',
        publisher: '{name: Press, url: https://example.org}',
        links: '[{title: Social, url: https://social.example/@press}]',
      }),
      'gala/event.md': anEvent({
        'counts-from': '2019-11-11T00:00',
        location: 'Hangzhou',
        topics: '{gmv: Gross merchandise volume}',
        results: '[{label: Total, value: US$10, note: Rounded}]',
        metrics:
          '{gmv: {title: GMV, unit: USD, cumulative: true, rates: {CNY: 7}, rates-note: A guess.}, people: {title: People, unit: people}}',
        aliases: '[gala-2019]',
      }),
      'gala/2019-11-11/0001-first.md': anEntry({
        title: 'First',
        time: '2019-11-11T00:01:08',
        topics: '[gmv, people, gmv]',
        milestone: '{metric: gmv, value: {CNY: 7e9}}',
      }),
      'gala/last.md': anEntry({
        title: 'Last',
        time: '2019-11-11T24:00',
        aliases: '[end]',
        milestone: '{metric: gmv, value: 5e9}',
      }),
      'gala/wrong.md': anEntry({
        title: 'Wrong',
        time: '2019-11-11T12:00',
        topics: '[people, errors]',
        milestone: '{metric: gmv, value: 9e9}',
        withdrawn: '{time: 2019-11-11T13:00, reason: A slip}',
      }),
      'gala/word.md': anEntry({
        title: 'A word',
        time: '2019-11-11',
        pinned: 'true',
        source: 'https://example.org/live#1',
        corrections: '[{time: 2019-11-12T09:00, note: Spelling}]',
      }),
      'gala/draft.md': anEntry({
        title: 'Draft',
        time: '2019-11-11T24:00:00',
        topics: '[drafts]',
        draft: 'true',
        milestone: '{metric: gmv, value: 6e9}',
      }),
      'flight/event.md': anEvent({ title: 'Flight', starts: '1969-07-16', ends: '1969-07-24', timezone: 'UTC' }),
      'later/event.md': anEvent({ title: 'Later', starts: '2019-11-12', ends: '2019-11-12' }),
    },
    { 'pictures/only.png': 'file', 'notes.txt': 'file' },
  );

/** All that is wrong in a content folder, as a writer sees it, but for lists of all fields. */
export const faultsIn = (files: ContentFiles, options?: ReadOptions): string =>
  withoutFieldLists(formatDiagnostics(readArchive(files, options).diagnostics));

/** A report in which "the fields of an entry" stands in the place of their names, which the schemas alone list. */
export const withoutFieldLists = (report: string): string =>
  Object.entries(documentSchemas).reduce(
    (text, [kind, { shape }]) => text.replaceAll(Object.keys(shape).join(', '), `the fields of ${kind}`),
    report,
  );

/** An instant in milliseconds. */
export const instantOf = (utc: string): number => Temporal.Instant.from(utc).epochMilliseconds;

/** A moment in one line: date, clock, precision, datetime, instant. */
export const reported = (text: string, zone: string): string => {
  const moment = parseMoment(text, zone);
  if ('rule' in moment) return `${moment.rule}: ${moment.hint}`;
  const { date, clock, precision, datetime, instant } = moment;
  const utc = instant === undefined ? 'no instant' : Temporal.Instant.fromEpochMilliseconds(instant).toString();
  return `${date} ${clock ?? 'no clock'} (${precision}) = ${datetime} = ${utc}`;
};

/** The instant of a timed moment in milliseconds. */
export const timed = (text: string, zone: string): number => {
  const { instant } = parseMoment(text, zone) as Moment;
  if (instant === undefined) throw new Error(`${text} is no timed moment`);
  return instant;
};

const document = (fields: Written, body: string): string => `---\n${written(fields)}---\n${body}`;

const written = (fields: Written): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}:${value?.startsWith('\n') ? '' : ' '}${value}\n`)
    .join('');
