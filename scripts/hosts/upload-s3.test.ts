import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { root } from '../../src/io/settings.ts';
import { filesOf } from '../testing/built-site.ts';
import { runIn } from '../testing/repository.ts';
import { temporaryFolder, writeFiles } from '../testing/temporary-content.ts';

const parent = temporaryFolder();

/** Uploads with a program in place of rclone that writes down its calls, and fails at the call of that number. */
const upload = async (args: readonly string[], failingCall = 0) => {
  const folder = mkdtempSync(join(parent, 'upload-'));
  const program = `#!/usr/bin/env bash
printf '%s\\0' "$@" >> "$CALLS"; echo >> "$CALLS"
[[ $(wc -l < "$CALLS") != ${failingCall} ]]
`;
  await writeFiles(folder, { 'bin/rclone': program, calls: '' });
  chmodSync(join(folder, 'bin/rclone'), 0o755);
  const env = { PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`, CALLS: join(folder, 'calls') };
  const run = await runIn(folder, join(root, 'scripts/hosts/upload-s3.sh'), args, env);
  const lines = readFileSync(join(folder, 'calls'), 'utf8').split('\n').slice(0, -1);
  return { ...run, calls: lines.map((line) => line.split('\0').slice(0, -1)) };
};

const valuesOf = (call: readonly string[], option: string): string[] =>
  call.flatMap((value, index) => (call[index - 1] === option ? value : []));

/** Whether a call is about a file: the first filter that fits decides, and a file that none fits is. */
const concerns = (call: readonly string[], path: string): boolean => {
  const filter = valuesOf(call, '--filter').find((one) => patternOf(one.slice(2)).test(`/${path}`));
  return filter === undefined || filter.startsWith('+');
};

const patternOf = (glob: string): RegExp => {
  const body = glob.replaceAll('.', '\\.').replace(/\*\*?/g, (stars) => (stars === '**' ? '.*' : '[^/]*'));
  return new RegExp(`${glob.startsWith('/') ? '^' : '/'}${body}$`);
};

test('each file goes up once, what pages need before them, and what leads to an entry after it', async () => {
  const { code, calls, stderr } = await upload(['store:recaps', inject('site')]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(calls.map((call) => call.slice(0, 3))).toEqual([
    ...Array.from({ length: 4 }, () => ['copy', inject('site'), 'store:recaps']),
    ['sync', inject('site'), 'store:recaps'],
  ]);
  const turns = new Map<string, number>();
  for (const path of filesOf(inject('site')).keys())
    turns.set(
      path,
      calls.findIndex((call) => concerns(call, path)),
    );
  expect(new Set(turns.values())).toEqual(new Set([0, 1, 2, 3]));
  for (const [path, turn] of turns) expect([path, turn]).toEqual([path, turnOf(path)]);
});

/** When a file of the sample archive should go up. */
const turnOf = (path: string): number => {
  if (/^_astro\/|^(?:[^/]+\/)?media\//.test(path)) return 0;
  if (path === 'index.html' || !path.endsWith('.html')) return 3;
  return /^[^/]+\/(index\.html|\d{4}-\d\d-\d\d\/|milestones\/|topics\/|search\/|oldest-first\/|newest-first\/)/.test(
    path,
  )
    ? 2
    : 1;
};

test('what changes its name with its content is kept for ever, and all else for a minute', async () => {
  const { calls } = await upload(['store:recaps', inject('site')]);
  expect(calls.map((call) => valuesOf(call, '--header-upload'))).toEqual([
    ['Cache-Control: public, max-age=31536000, immutable'],
    ...Array.from({ length: 3 }, () => ['Cache-Control: public, max-age=60']),
    [],
  ]);
});

test('deletions come last, and spare the styles of pages that somebody has open', async () => {
  const { calls } = await upload(['store:recaps', inject('site')]);
  const last = calls.at(-1) ?? [];
  expect(last).toContain('--ignore-existing');
  expect([concerns(last, '_astro/old.css'), concerns(last, 'fair/old/index.html')]).toEqual([false, true]);
});

test.each([1, 2, 3, 4])('where upload %i fails, nothing after it happens, and nothing is deleted', async (number) => {
  const { code, calls } = await upload(['store:recaps', inject('site')], number);
  expect({ code, calls: calls.length }).toEqual({ code: 1, calls: number });
});

test('options go to each call of rclone', async () => {
  const { calls } = await upload(['store:recaps', inject('site'), '--dry-run', '--s3-acl=public-read']);
  for (const call of calls) expect(call.slice(-2)).toEqual(['--dry-run', '--s3-acl=public-read']);
});

test('without a build or a store nothing is touched', async () => {
  const unbuilt = await upload(['store:recaps', parent]);
  expect(unbuilt).toMatchObject({ code: 1, calls: [] });
  expect(unbuilt.stderr).toBe(`There is no build at ${parent}: run "npx recapsule build" first.\n`);
  const unnamed = await upload([]);
  expect(unnamed).toMatchObject({ code: 2, calls: [] });
  expect(unnamed.stderr).toMatch(/^Uploads a build to an S3-compatible store.*upload-s3\.sh store:recaps/s);
});
