import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { type RuleName, rules } from '../core/rules.ts';
import { anEntry, anEvent, aSite } from '../core/testing.ts';
import { withVariables } from '../io/variables.ts';
import { type CheckOptions, checkContent } from './check-content.ts';
import { aDrawing } from './testing/check.ts';
import { inBodies } from './testing/mistakes/bodies.ts';
import { inEvents } from './testing/mistakes/events.ts';
import { inFieldLines } from './testing/mistakes/field-lines.ts';
import { inFiles } from './testing/mistakes/files.ts';
import { foreignFields } from './testing/mistakes/foreign-fields.ts';
import { inNames } from './testing/mistakes/names.ts';
import { inPages } from './testing/mistakes/pages.ts';
import { inSite } from './testing/mistakes/site.ts';
import { texts } from './testing/mistakes/texts.ts';
import { timeMistakes } from './testing/mistakes/times.ts';
import { values } from './testing/mistakes/values.ts';

type Texts = Readonly<Record<string, string | Uint8Array | undefined>>;

/** Texts of an archive, and other files in it. */
type Files = { readonly texts: Texts; readonly others: Readonly<Record<string, string>> };

const metrics =
  '{gmv: {title: GMV, unit: USD, rates: {CNY: 7}, references: [{name: Last year, value: 1}]}, visitors: {title: Visitors, unit: visitors, cumulative: true, references: [{name: "2018"}]}}';
const faultless: Texts = {
  'site.yml': aSite(),
  'gala/event.md': anEvent({ metrics }),
  'gala/other.md': anEntry({ title: 'Other' }),
};

/** Every mistake: what it is, the files that have it, the rule that names it, and its remedy. */
const mistakes: readonly (readonly [string, Files, RuleName, string])[] = [
  ...[...foreignFields, ...texts, ...timeMistakes, ...values].map(
    ([fields, rule, remedy]) =>
      [titleOf('an entry', fields), inOne('gala/a.md', anEntry(fields)), rule, remedy] as const,
  ),
  ...inEvents.map(
    ([fields, rule, remedy]) =>
      [titleOf('event.md', fields), inOne('gala/event.md', anEvent({ metrics, ...fields })), rule, remedy] as const,
  ),
  ...inSite.map(
    ([fields, rule, remedy]) => [titleOf('site.yml', fields), inOne('site.yml', aSite(fields)), rule, remedy] as const,
  ),
  ...inBodies.map(
    ([body, rule, remedy]) =>
      [
        `in a text, ${body}`,
        {
          texts: { 'gala/a.md': anEntry({}, `\n${body}\n`) },
          others: {
            ...{ 'gala/stage.svg': aDrawing, 'gala/clip.avi': 'x', 'gala/page.html': '<p>' },
            ...{ 'gala/report.pdf': '%PDF-1.7', 'gala/sums.zip': 'x' },
          },
        },
        rule,
        remedy,
      ] as const,
  ),
  ...[...inFiles, ...inFieldLines, ...inNames, ...inPages].map(
    ([what, texts, others, rule, remedy]) => [what, { texts, others }, rule, remedy] as const,
  ),
];

describe('a mistake that people make', () => {
  test.each(mistakes)('has its rule and its remedy: %s', async (_, files, rule, remedy) => {
    const found = await check(files);
    const byParts = await withVariables({ CACHE_DIR: cache }, () => check(files, { version: 'one' }));
    expect(byParts, 'checked part by part').toEqual(found);
    const one =
      found.find(({ corrected }) => corrected !== undefined) ?? found.find((other) => other.rule === rule) ?? found[0];
    expect({ rule: one?.rule, remedy: one?.corrected === undefined ? one?.hint : `> ${one.corrected}` }).toEqual({
      rule,
      remedy,
    });
    for (const diagnostic of found) {
      if (diagnostic.corrected === undefined) continue;
      const after = (await check(corrected(files, [diagnostic]))).map(nameOf);
      expect(after).not.toContain(nameOf(diagnostic));
      expect(after.filter((name) => !found.map(nameOf).includes(name))).toEqual([]);
    }
  });

  test('stands in the table for every rule, with a line wherever the rule can give one', () => {
    expect(mistakes.length).toBeGreaterThan(250);
    const named = new Set(mistakes.map(([, , rule]) => rule));
    const withLine = new Set(mistakes.filter(([, , , remedy]) => remedy.startsWith('> ')).map(([, , rule]) => rule));
    const all = Object.keys(rules);
    expect(all.filter((rule) => !elsewhere.has(rule) && !named.has(rule as RuleName))).toEqual([]);
    expect(all.filter((rule) => !elsewhere.has(rule) && !withLine.has(rule as RuleName))).toEqual(withoutLine);
  });
});

/** Rules whose faults lie in bytes of pictures and videos, in a clock, in the size of a text or in what was published before. */
const elsewhere: ReadonlySet<string> = new Set([
  'future-time',
  'silent-edit',
  'late-entry',
  'lost-address',
  'changed-id',
  'dead-link',
  'large-file',
  'unreadable-picture',
  'doubtful-font',
  'drawn-text',
  'unreadable-video',
  'video-codec',
  'missing-captions',
  'deep-nesting',
  'long-body',
  'long-page',
]);

/** Rules whose remedy only the writer knows. A new rule stands here, or has a row with a line. */
const withoutLine: readonly string[] = [
  'not-utf8',
  'front-matter-aliases',
  'long-fields',
  'conflict-marker',
  'missing-field',
  'nonexistent-time',
  'ambiguous-time',
  'invalid-coverage',
  'outside-coverage',
  'published-before-time',
  'file-time-disagrees',
  'reserved-slug',
  'duplicate-slug',
  'taken-address',
  'empty-page',
  'other-host',
  'similar-slug',
  'one-sided-translation',
  'duplicate-translation',
  'falling-metric',
  'not-surpassed',
  'lost-caption',
  'lost-note',
  'lost-code',
  'unreadable-font',
  'style-syntax',
  'blocked-style',
  'unknown-media',
  'unreadable-file',
  'unsafe-file',
  'unused-file',
  'missing-alt',
  'remote-picture',
  'unknown-directive',
  'unsafe-html',
  'entry-without-event',
  'event-without-settings',
  'misplaced-event',
  'site-missing',
  'unread-document',
  'not-a-file',
  'symbolic-link',
];

const cache = temporaryFolder();

/** What is found in a faultless archive with these files. */
async function check({ texts, others }: Files, options: CheckOptions = {}): Promise<readonly Diagnostic[]> {
  const names = Object.entries(others).map(([path, text]): [string, Uint8Array | 'file' | 'link' | 'other'] => [
    path,
    text === 'link' || text === 'other' ? text : 'file',
  ]);
  const documents = Object.entries({ ...faultless, ...texts }).flatMap(([path, text]): typeof names =>
    text === undefined ? [] : [[path, typeof text === 'string' ? new TextEncoder().encode(text) : text]],
  );
  const files = new Map([...documents, ...names].sort(([a], [b]) => (a < b ? -1 : 1)));
  const readBytes = async (path: string): Promise<Uint8Array> => new TextEncoder().encode(others[path]);
  return (await checkContent({ files, readBytes }, options)).diagnostics;
}

/** The files with the suggested lines in the place of those that are wrong. */
function corrected(files: Files, diagnostics: readonly Diagnostic[]): Files {
  const texts = { ...faultless, ...files.texts };
  for (const { file, line, corrected } of diagnostics) {
    const text = texts[file];
    if (typeof text !== 'string' || corrected === undefined) continue;
    texts[file] = text
      .split('\n')
      .with(line - 1, corrected)
      .join('\n');
  }
  return { ...files, texts };
}

function nameOf({ file, line, rule, message }: Diagnostic): string {
  return `${file}:${line} ${rule} ${message}`;
}

function titleOf(where: string, fields: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(fields).map(([name, value]) =>
    value === undefined ? `no ${name}` : `${name}: ${value}`,
  );
  return `in ${where}, ${written.join(', ')}`;
}

function inOne(path: string, text: string): Files {
  return { texts: { [path]: text }, others: {} };
}
