import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import fc from '../../scripts/testing/fast-check.ts';
import { entryFile, settings, temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { hasErrors } from '../core/diagnostics.ts';
import { applyEdit, beforeEdits, histories } from '../publish/testing/histories.ts';
import { buildSite } from './build-site.ts';
import type { RenderedSite } from './render-site.ts';

const runs = Number(process.env['HISTORIES'] ?? 2);

/** Builds content with what an earlier build in `folder` has left: its output, and its cache. */
const buildIn = async (folder: string, content: Readonly<Record<string, string>>): Promise<RenderedSite> => {
  const source = join(folder, 'content');
  rmSync(source, { recursive: true, force: true });
  await writeFiles(source, content);
  vi.stubEnv('CACHE_DIR', join(folder, 'cache'));
  return buildSite(source, join(folder, 'dist'));
};

test('after any edit, a warm build gives what a build from nothing gives', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (edits) => {
      const warm = temporaryFolder();
      const archive = beforeEdits();
      for (const [step, edit] of [undefined, ...edits].entries()) {
        if (edit) applyEdit(archive, edit, step);
        vi.stubEnv('SITE_URL', archive.siteUrl);
        vi.stubEnv('DRAFTS', archive.drafts);
        const content = Object.fromEntries(archive.files);
        const cold = temporaryFolder();
        const [found, expected] = [await buildIn(warm, content), await buildIn(cold, content)];
        expect(found).toEqual(expected);
        if (hasErrors(expected.diagnostics)) continue;
        expect(differing(join(warm, 'dist'), join(cold, 'dist')), `${step} ${edit?.kind}`).toEqual([]);
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
});

const differing = (one: string, other: string): readonly string[] => {
  const [here, there] = [filesOf(one), filesOf(other)];
  return [...new Set([...here.keys(), ...there.keys()])].filter((path) => {
    const bytes = there.get(path);
    return bytes === undefined || !here.get(path)?.equals(bytes);
  });
};

const content = {
  'site.yml': settings.site,
  'gala/event.md': settings.event(),
  'gala/first.md': entryFile('The first', '2020-03-02T10:00'),
  'gala/1000-late.md': entryFile('A late entry', '2020-04-02T11:00'),
  'flight/event.md': settings.event(),
  'flight/first.md': entryFile('The first', '2020-03-02T10:00'),
};

test('a build of what has not changed says the same, keeps each file, and repairs what was changed', async () => {
  vi.stubEnv('SITE_URL', '');
  vi.stubEnv('DRAFTS', '');
  const folder = temporaryFolder();
  const dist = join(folder, 'dist');
  const first = await buildIn(folder, content);
  expect(first.diagnostics.map(({ rule }) => rule)).toEqual(['file-time-disagrees', 'outside-coverage']);
  const numbers = () => new Map([...filesOf(dist).keys()].map((path) => [path, statSync(join(dist, path)).ino]));
  const [files, before] = [filesOf(dist), numbers()];
  expect(await buildIn(folder, content)).toEqual(first);
  expect(numbers()).toEqual(before);

  writeFileSync(join(dist, 'gala/first/index.html'), 'Edited by hand');
  writeFileSync(join(dist, 'flight/stray.html'), 'Of somebody else');
  rmSync(join(dist, 'rss.xml'));
  expect(await buildIn(folder, content)).toEqual(first);
  expect(filesOf(dist)).toEqual(files);
  const after = numbers();
  expect([...after].filter(([path, number]) => number !== before.get(path)).map(([path]) => path)).toEqual([
    'gala/first/index.html',
    'rss.xml',
  ]);

  await buildIn(folder, { ...content, 'gala/first.md': entryFile('The first, corrected', '2020-03-02T10:00') });
  const changed = [...numbers()].filter(([path, number]) => number !== after.get(path)).map(([path]) => path);
  expect(changed).toContain('gala/first/index.html');
  expect(changed.filter((path) => path.startsWith('flight/') || path.startsWith('_astro/'))).toEqual([]);
  expect(changed).not.toContain('gala/milestones/index.html');
});

test('a time that is still to come is said of each build by its own clock', async () => {
  vi.stubEnv('SITE_URL', '');
  const folder = temporaryFolder();
  const later = { ...content, 'gala/later.md': entryFile('Later', '2031-03-02T10:00') };
  const saidAt = async (time: string): Promise<readonly string[]> => {
    vi.spyOn(Date, 'now').mockReturnValue(Date.parse(time));
    const { diagnostics } = await buildIn(folder, later);
    vi.restoreAllMocks();
    return diagnostics
      .filter(({ rule }) => rule === 'future-time')
      .map(({ message }) => message.replace(/.* up/, 'up'));
  };
  expect(await saidAt('2030-01-01T10:00Z')).toEqual(['up to 2030-01-01 11:00']);
  expect(await saidAt('2030-01-02T10:00Z')).toEqual(['up to 2030-01-02 11:00']);
  expect(await saidAt('2032-01-02T10:00Z')).toEqual([]);
});
