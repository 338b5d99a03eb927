import { describe, expect, test } from 'vitest';
import { readArchive } from './read-archive.ts';
import { anEntry, anEvent, aSite, contentOf, galaWith } from './testing.ts';

const relations = (files: ReturnType<typeof contentOf>): string[] =>
  readArchive(files).diagnostics.map(({ file, rule, related }) => `${file} ${rule} because of ${related ?? 'itself'}`);

describe('a diagnostic names the file without which nothing would be wrong', () => {
  test('for a slug that another entry has', () => {
    const files = galaWith({
      'gala/a/opening.md': anEntry(),
      'gala/b/opening.md': anEntry(),
      'gala/c/opening.md': anEntry(),
    });
    expect(relations(files)).toEqual([
      'gala/b/opening.md duplicate-slug because of gala/a/opening.md',
      'gala/c/opening.md duplicate-slug because of gala/a/opening.md',
    ]);
  });

  test('for an alias that is the slug of another entry, and for a slug that is its alias', () => {
    expect(
      relations(galaWith({ 'gala/a.md': anEntry({ aliases: '[b]' }), 'gala/b.md': anEntry({ aliases: '[a]' }) })),
    ).toEqual(['gala/b.md duplicate-slug because of gala/a.md', 'gala/b.md duplicate-slug because of gala/a.md']);
  });

  test('for a slug that another nearly has', () => {
    expect(
      relations(galaWith({ 'gala/a.md': anEntry({ slug: 'ten' }), 'gala/b.md': anEntry({ slug: 'ｔｅｎ' }) })),
    ).toEqual(['gala/b.md similar-slug because of gala/a.md']);
  });

  test('for an event that another was called before', () => {
    const files = contentOf({
      'site.yml': aSite(),
      'gala/event.md': anEvent(),
      'party/event.md': anEvent({ aliases: '[gala]' }),
    });
    expect(relations(files)).toEqual(['party/event.md duplicate-slug because of gala/event.md']);
  });

  test('for a slug that the same file takes twice', () => {
    expect(relations(galaWith({ 'gala/a.md': anEntry({ aliases: '[a]' }) }))).toEqual([
      'gala/a.md duplicate-slug because of gala/a.md',
    ]);
  });

  test('for a value below an earlier one: the highest, not the one just before', () => {
    const metrics = '{gmv: {title: GMV, unit: USD, cumulative: true}}';
    const at = (clock: string, value: string) =>
      anEntry({ time: `2019-11-11T${clock}`, milestone: `{metric: gmv, value: ${value}}` });
    const files = galaWith({
      'gala/event.md': anEvent({ metrics }),
      'gala/d-first.md': at('01:00', '1e9'),
      'gala/c-highest.md': at('02:00', '9e9'),
      'gala/b-lower.md': at('03:00', '5e9'),
      'gala/a-lower-too.md': at('04:00', '6e9'),
    });
    expect(relations(files)).toEqual([
      'gala/a-lower-too.md falling-metric because of gala/c-highest.md',
      'gala/b-lower.md falling-metric because of gala/c-highest.md',
    ]);
  });
});

test('a diagnostic that comes of its own file alone names no other', () => {
  const files = galaWith({
    'gala/a.md': anEntry({ titel: 'A' }),
    'gala/b.md': anEntry({ slug: 'topics' }),
    'gala/c.md': anEntry({ slug: 'C c' }),
    'gala/d.md': anEntry({ milestone: '{metric: gmv}' }),
    'loose.md': '',
  });
  const { diagnostics } = readArchive(files);
  expect(diagnostics.map(({ rule }) => rule)).toEqual([
    'unknown-key',
    'reserved-slug',
    'unusable-slug',
    'unknown-metric',
    'entry-without-event',
  ]);
  expect(diagnostics.filter((one) => 'related' in one)).toEqual([]);
});
