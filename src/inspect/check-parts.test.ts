import { join } from 'node:path';
import { expect, test } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { anEntry, anEvent, aSite } from '../core/testing.ts';
import { diskSource } from '../io/content-source.ts';
import { readContent } from '../io/read-content.ts';
import { withVariables } from '../io/variables.ts';
import { applyEdit, beforeEdits, histories } from '../publish/testing/histories.ts';
import { type CheckOptions, type CheckResult, checkContent } from './check-content.ts';
import { knownCheck } from './kept-checks.ts';
import { aContent } from './testing/check.ts';

type Texts = Readonly<Record<string, string>>;

/** Checks by one version of the program with what is kept in a folder. */
const checkIn = (
  folder: string,
  content: ReturnType<typeof aContent>,
  options: CheckOptions = {},
): Promise<CheckResult> =>
  withVariables({ CACHE_DIR: folder }, () => checkContent(content, { version: 'one', ...options }));

test('after any edit, a check that knows of earlier ones finds what one that knows nothing finds', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (edits) => {
      const folder = temporaryFolder();
      const archive = beforeEdits();
      for (const [step, edit] of [undefined, ...edits].entries()) {
        if (edit) applyEdit(archive, edit, step);
        const [texts, others] = [...archive.files].reduce<[Record<string, string>, Record<string, string>]>(
          (split, [path, text]) => {
            split[path.endsWith('.svg') ? 1 : 0][path] = text;
            return split;
          },
          [{}, {}],
        );
        const options = { drafts: archive.drafts === '1', ...(archive.siteUrl && { siteUrl: archive.siteUrl }) };
        const content = aContent(texts, others);
        expect(await checkIn(folder, content, options), `${step} ${edit?.kind}`).toEqual(
          await checkContent(content, options),
        );
      }
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

const texts = {
  'site.yml': aSite(),
  'gala/event.md': anEvent(),
  'gala/a.md': anEntry({}, 'We won :taad: in it.\n'),
  'other/event.md': anEvent(),
  'other/b.md': anEntry({}, 'See [it](/gala/a/).\n'),
};

/** The files whose texts are parsed when these texts are checked after others. */
const said = async (folder: string, more: Texts, options?: CheckOptions): Promise<string[]> =>
  (await checkIn(folder, aContent({ ...texts, ...more }), options)).diagnostics.map(
    ({ file, rule }) => `${file} ${rule}`,
  );

test('warnings of an event that has not changed are said again, and no others', async () => {
  const folder = temporaryFolder();
  expect(await said(folder, {})).toEqual(['gala/a.md unread-mark']);
  expect(await said(folder, {})).toEqual(['gala/a.md unread-mark']);
  expect(await said(folder, { 'gala/a.md': anEntry({}, 'We won.\n') })).toEqual([]);
  // Of a check of one file is not kept what it did not look at.
  const fresh = temporaryFolder();
  expect(await said(fresh, {}, { concerns: (file) => file === 'other/b.md' })).toEqual([]);
  expect(await said(fresh, {})).toEqual(['gala/a.md unread-mark']);
});

test('an event is checked again where it leads to another one that has changed', async () => {
  const folder = temporaryFolder();
  await said(folder, {});
  expect(await said(folder, { 'gala/a.md': anEntry({ draft: 'true' }, 'Not yet.\n') })).toEqual([
    'other/b.md broken-link',
  ]);
});

test('a time that is to come is compared with the moment of each check', async () => {
  const folder = temporaryFolder();
  const at = (time: string) => said(folder, {}, { now: Date.parse(time) });
  const times = ['2000-01-01T00:00Z', '2000-01-02T00:00Z', '2100-01-01T00:00Z'];
  const found = [];
  for (const time of times) found.push((await at(time)).filter((one) => one.endsWith('future-time')).length);
  expect(found).toEqual([2, 2, 0]);
});

test('what a check of everything has found is known to one of a single event, until anything changes on which that depends', async () => {
  const folder = temporaryFolder();
  const content = join(folder, 'content');
  const known = async (event: string, more: Texts = {}, drafts = false) => {
    await writeFiles(content, { ...texts, ...more });
    const source = await diskSource(content);
    const options = { version: 'one', drafts, now: 0 };
    const found = await withVariables({ CACHE_DIR: folder }, () => knownCheck(source, new Set([event]), options));
    return found?.known.map(({ file, rule }) => `${file} ${rule}`).filter((one) => !one.endsWith('future-time'));
  };
  const checkAll = async (more: Texts) => {
    await writeFiles(content, { ...texts, ...more });
    await checkIn(folder, await readContent(content), { now: 0, drafts: false });
  };
  expect(await known('gala')).toBeUndefined();
  await checkAll({});
  expect(await known('gala')).toEqual(['gala/a.md unread-mark']);
  // It leads to another event.
  expect(await known('other')).toBeUndefined();
  expect(await known('gala', { 'gala/a.md': anEntry() })).toBeUndefined();
  expect(await known('gala', { 'other/b.md': anEntry({ title: '' }) })).toEqual(['gala/a.md unread-mark']);
  expect(await known('gala', { 'other/event.md': anEvent({ aliases: '[gala]' }) })).toBeUndefined();
  expect(await known('gala', { 'site.yml': aSite({ language: 'de' }) })).toBeUndefined();
  expect(await known('gala', {}, true)).toBeUndefined();
  await checkAll({ 'other/event.md': anEvent({ aliases: '[gala]' }) });
  expect(await known('gala', { 'other/event.md': anEvent({ aliases: '[gala]' }) })).toBeUndefined();
});
