import { describe, expect, test } from 'vitest';
import { collectDiagnostics } from './diagnostics.ts';
import { formatDiagnostics } from './format-diagnostic.ts';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, galaWith } from './testing.ts';
import { counterpartsOf } from './translations.ts';

const english = anEvent({ translations: '{de: fest}' });
const german = anEvent({ title: 'Fest', language: 'de', translations: '{en: gala}' });
const sound = {
  'gala/event.md': english,
  'gala/curtain.md': anEntry({ topics: '[songs, here]' }),
  'gala/song.md': anEntry({ title: 'A song', aliases: '[first-song]' }),
  'fest/event.md': german,
  'fest/vorhang.md': anEntry({ title: 'Der Vorhang', translates: 'curtain', topics: '[songs, dort]' }),
};

const read = (texts: Readonly<Record<string, string | undefined>>, drafts = false) => {
  const files = galaWith({ ...sound, ...texts });
  const { events } = readArchive(files, { drafts }).archive;
  const { report, diagnostics } = collectDiagnostics();
  const all = new Map(events.map((event) => [event.slug, counterpartsOf(event, { events, files }, report)]));
  return { all, faults: formatDiagnostics(diagnostics()) };
};

describe('an event in two languages', () => {
  test('knows the other, the topics of both, and which entries are the same', () => {
    const { all, faults } = read({});
    expect(faults).toBe('0 errors, 0 warnings');
    const topics = ['songs'];
    expect(all.get('gala')).toEqual([
      { folder: 'fest', slug: 'fest', language: 'de', topics, entries: { curtain: 'vorhang' } },
    ]);
    expect(all.get('fest')).toEqual([
      { folder: 'gala', slug: 'gala', language: 'en', topics, entries: { vorhang: 'curtain' } },
    ]);
  });

  test('may name the same pair of entries from both sides, by earlier slugs, and drafts that are left out', () => {
    const { all, faults } = read({
      'gala/curtain.md': anEntry({ translates: 'vorhang' }),
      'gala/event.md': anEvent({ translations: '{de: altes-fest}' }),
      'fest/event.md': anEvent({ language: 'de', translations: '{en: gala}', aliases: '[altes-fest]' }),
      'fest/lied.md': anEntry({ translates: 'first-song' }),
      'fest/neu.md': anEntry({ translates: 'unfinished' }),
      'gala/1000-unfinished.md': anEntry({ draft: 'true' }),
    });
    expect(faults).toBe('0 errors, 0 warnings');
    expect(all.get('gala')?.[0]?.entries).toEqual({ curtain: 'vorhang', song: 'lied' });
  });

  test('has no pair of entries of which one is withdrawn', () => {
    const withdrawn = '{time: 2019-11-12, reason: A slip}';
    const { all, faults } = read({ 'gala/curtain.md': anEntry({ withdrawn }) });
    expect([faults, all.get('fest')?.[0]?.entries]).toEqual(['0 errors, 0 warnings', {}]);
  });
});

test('an event in three languages pairs entries that translate the same third', () => {
  const { all, faults } = read({
    'gala/event.md': anEvent({ translations: '{de: fest, fr: fete}' }),
    'fest/event.md': anEvent({ language: 'de', translations: '{en: gala, fr: fete}' }),
    'fete/event.md': anEvent({ language: 'fr', translations: '{en: gala, de: fest}' }),
    'fete/rideau.md': anEntry({ translates: 'curtain' }),
  });
  expect(faults).toBe('0 errors, 0 warnings');
  expect(all.get('fest')?.map(({ slug, entries }) => [slug, entries])).toEqual([
    ['gala', { vorhang: 'curtain' }],
    ['fete', { vorhang: 'rideau' }],
  ]);
});

describe('what is wrong is reported at its place, with how to fix it:', () => {
  test.each([
    [
      'an event that is not there',
      { 'gala/event.md': anEvent({ translations: '{de: fset}' }) },
      `gala/event.md:8:20 error unknown-translation
  Unexpected event "fset" in "translations.de", expected the slug of an event.
  Did you mean "fest"?
  > translations: {de: fest}`,
    ],
    [
      'the event itself',
      { 'gala/event.md': anEvent({ translations: '{de: gala}' }) },
      `gala/event.md:8:20 error unknown-translation
  Unexpected event "gala" in "translations.de", which is this one, expected another.
  Write the name of the folder of the event, or remove it.`,
    ],
    [
      'a language that the other event does not have',
      { 'gala/event.md': anEvent({ translations: '{German: fest}' }) },
      `gala/event.md:8:16 error translation-language
  Unexpected language "German" of "fest" in "translations", expected "de", as in its event.md.
  Write de, or correct "language" in fest/event.md.
  > translations: {de: fest}`,
    ],
    [
      'two events in one language',
      { 'fest/event.md': anEvent({ translations: '{en: gala}' }) },
      `fest/event.md:8:16 error translation-language
  Unexpected language "en" of "gala" in "translations", expected another than that of this event.
  Remove it, or correct "language" in one of the two: both are in "en".`,
    ],
    [
      'an event that does not name this one',
      { 'fest/event.md': anEvent({ language: 'de' }), 'fest/vorhang.md': undefined },
      `gala/event.md:8:20 error one-sided-translation
  Unexpected translation "fest", which names no event in "en", expected both to name each other.
  Write translations: {en: gala} in fest/event.md, or remove it here.`,
    ],
    [
      'an event that names another in its place',
      { 'fest/event.md': anEvent({ language: 'de', translations: '{En: gala}' }) },
      'Write translations: {en: gala} in fest/event.md, or remove it here.',
    ],
    [
      'an entry that is not there',
      { 'fest/vorhang.md': anEntry({ translates: 'curtian' }) },
      `fest/vorhang.md:4:13 error unknown-translation
  Unexpected entry "curtian" in "translates", expected the slug of an entry of gala.
  Did you mean "curtain"?
  > translates: curtain`,
    ],
    [
      'two entries that translate the same one',
      { 'fest/z.md': anEntry({ translates: 'curtain' }) },
      `fest/z.md:4:13 error duplicate-translation
  Unexpected second pair with "curtain", expected one: "vorhang" in fest/vorhang.md is paired already.
  Remove or correct "translates" in one of the two.`,
    ],
    [
      'an entry that translates another than it is translated by',
      { 'gala/song.md': anEntry({ translates: 'vorhang' }) },
      `fest/vorhang.md:4:13 error duplicate-translation
  Unexpected second pair with "curtain", expected one: "song" in gala/song.md is paired already.`,
    ],
    [
      'an entry of an event without translations',
      { 'solo/event.md': anEvent(), 'solo/a.md': anEntry({ translates: 'curtain' }) },
      `solo/a.md:4:13 error unknown-translation
  Unexpected "translates" in an event without "translations", expected them to name the event of "curtain".
  Name it in solo/event.md, such as translations: {de: its-slug}, or remove this field.`,
    ],
  ])('%s', (_, texts, expected) => {
    expect(read(texts).faults).toContain(expected);
  });
});

test('of a translation that cannot be read, nothing is said but what is wrong in it', () => {
  expect(read({ 'fest/event.md': anEvent({ language: 'de', order: 'odd', translations: '{en: gala}' }) }).faults).toBe(
    '0 errors, 0 warnings',
  );
});
