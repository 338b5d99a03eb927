import { mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { UsageError } from '../src/core/usage-error.ts';
import { measureSite } from '../src/publish/hosts/measure-site.ts';
import { run } from './hosts.ts';
import { temporaryFolder } from './testing/temporary-content.ts';

const parent = temporaryFolder();
afterEach(() => vi.restoreAllMocks());

/** A build with a page, and an event with two pictures. */
const aBuild = (largest = 3000): string => {
  const folder = mkdtempSync(join(parent, 'build-'));
  mkdirSync(join(folder, 'fair/media'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), 'x'.repeat(1000));
  writeFileSync(join(folder, 'fair/media/a.png'), '');
  // Without content of its own: it takes no place on the disk.
  truncateSync(join(folder, 'fair/media/a.png'), largest);
  writeFileSync(join(folder, 'fair/media/b.png'), 'x');
  return folder;
};

/** What a check says, line by line, and its exit code. */
const check = async (...args: readonly string[]) => {
  const print = vi.spyOn(console, 'log').mockReturnValue();
  const code = await run(['check', ...args]);
  return { code, lines: print.mock.calls.map(([line]) => line) };
};

test('the size of a build is said, and which limits are far', async () => {
  const build = aBuild();
  expect(await check('--outDir', build)).toEqual({
    code: 0,
    lines: [
      `${build}: 3 files in 2 folders, 4 KiB. The largest file is fair/media/a.png, 3 KiB.`,
      'No limit is near: GitHub Pages; GitLab Pages on GitLab.com; Cloudflare Pages, Free plan; Netlify.',
    ],
  });
});

test('near a limit there is a warning, and all is well', async () => {
  const { code, lines } = await check('--host', 'cloudflare', '--outDir', aBuild(24 * 2 ** 20));
  expect(code).toBe(0);
  expect(lines.slice(1)).toEqual([
    'warning: Cloudflare Pages, Free plan: 24 MiB in fair/media/a.png, 96 % of the 25 MiB in one file it takes (Cloudflare Docs, Pages, "Limits"). Make that file smaller.',
  ]);
});

test('above a limit there is an error, and the exit code says so', async () => {
  const { code, lines } = await check('--outDir', aBuild(2 ** 30));
  expect(code).toBe(1);
  expect(lines.slice(1).map((line) => line.replace(/ \(.*/, ''))).toEqual([
    'error: GitHub Pages: Unexpected 1.1 GiB, expected at most 1 GiB',
    'error: GitLab Pages on GitLab.com: Unexpected 1.1 GiB, expected at most 1 GiB',
    'error: Cloudflare Pages, Free plan: Unexpected 1 GiB in fair/media/a.png, expected at most 25 MiB in one file',
    'No limit is near: Netlify.',
  ]);
});

test('for GitHub, a finding is an annotation of the run', async () => {
  const { lines } = await check('--host', 'github', '--format', 'github', '--outDir', aBuild(922 * 2 ** 20 - 4096));
  expect(lines.slice(1)).toEqual([
    expect.stringMatching(/^::warning title=Limits of GitHub Pages::922 MiB, 90 %25 of the 1 GiB it takes \(.*\.$/),
  ]);
});

test('links to folders, as a release has them, are followed', async () => {
  const build = aBuild();
  const release = mkdtempSync(join(parent, 'release-'));
  symlinkSync(join(build, 'fair'), join(release, 'fair'));
  expect(await measureSite(release)).toEqual({
    files: 2,
    entries: 4,
    bytes: 3001,
    largest: 3000,
    largestFile: 'fair/media/a.png',
    fullest: 2,
    fullestFolder: 'fair/media',
    rules: 0,
  });
});

test.each([
  [[], 'Write "recapsule hosts check" or "recapsule hosts policy".'],
  [['add'], 'Write "recapsule hosts check" or "recapsule hosts policy".'],
  [['check', '--host', 'geocities'], 'There is no host "geocities": write github, gitlab, cloudflare, netlify.'],
  [['check', '--host', 'toString'], 'There is no host "toString": write github, gitlab, cloudflare, netlify.'],
  [['check', '--format', 'xml'], 'There is no format "xml": write pretty or github.'],
  [['check', '--outDir', '/nowhere'], 'There is no build at /nowhere: run "npx recapsule build" first.'],
])('%j is answered with the way to do it', async (args, message) => {
  await expect(run(args)).rejects.toThrow(new UsageError(message));
});
