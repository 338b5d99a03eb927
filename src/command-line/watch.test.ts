import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { patience } from '../../scripts/testing/patience.ts';
import { isolateGit } from '../../scripts/testing/repository.ts';
import { environmentOfCommands } from '../../scripts/testing/run-recapsule.ts';
import { entryFile, settings, temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { root } from '../io/settings.ts';

const folder = temporaryFolder();
isolateGit(folder);
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** A watching check: what it has said, ways to wait for a report, and to stop it. */
const watching = (where: string, args: readonly string[] = []) => {
  // At the head of a group of its own, so that one can see whether anything of it is left over.
  const child = spawn(process.execPath, [join(root, 'scripts/recapsule.mjs'), 'check', '--watch', ...args], {
    cwd: where,
    env: environmentOfCommands(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  let read = 0;
  return {
    said,
    /** Waits for a report that ends with `text`, and gives all that has been reported since the last wait. */
    report: async (text: string): Promise<string> => {
      await vi.waitUntil(() => said.stdout.slice(read).endsWith(`${text}\n`), { timeout: patience, interval: 20 });
      const reported = said.stdout.slice(read);
      read = said.stdout.length;
      return reported;
    },
    stop: async (signal: NodeJS.Signals): Promise<{ code: number | null; left: boolean }> => {
      child.kill(signal);
      const code = await ended;
      running.delete(child);
      return { code, left: isAlive(-(child.pid ?? 0)) };
    },
  };
};

const isAlive = (group: number): boolean => {
  try {
    return process.kill(group, 0);
  } catch {
    return false;
  }
};

const at = '2020-03-02T10:00';
const sound = { 'site.yml': settings.site, 'fair/event.md': settings.event(), 'fair/a.md': entryFile('A', at) };
const placesIn = (report: string): string[] => report.match(/^content\/\S+ error \S+$/gm) ?? [];

describe('a watching check', () => {
  test('reports at once, then after each change, in new folders too, and ends with what it last found', async () => {
    const where = join(folder, 'one');
    await writeFiles(join(where, 'content'), sound);
    const watched = watching(where);
    expect(await watched.report('in 3 files.')).toBe('No errors and no warnings in 3 files.\n');

    await writeFiles(where, { 'content/fair/a.md': entryFile('A', at, '[x](x.md)') });
    expect(placesIn(await watched.report('1 error and no warnings in 3 files.'))).toEqual([
      'content/fair/a.md:5:1 error broken-link',
    ]);

    await writeFiles(where, { 'content/fair/new/er/b.md': entryFile('B', at, '[y](y.md)') });
    const both = await watched.report('2 errors and no warnings in 4 files.');
    expect(placesIn(both).slice(-2)).toEqual([
      'content/fair/a.md:5:1 error broken-link',
      'content/fair/new/er/b.md:5:1 error broken-link',
    ]);

    rmSync(join(where, 'content/fair/a.md'));
    expect(placesIn(await watched.report('1 error and no warnings in 3 files.'))).toEqual([
      'content/fair/new/er/b.md:5:1 error broken-link',
    ]);
    expect(await watched.stop('SIGINT')).toEqual({ code: 1, left: false });
    const lines = watched.said.stderr.split('\n');
    expect(new Set(lines)).toEqual(new Set(['Watching. Save a file to check again, press Ctrl+C to stop.', '']));
  });

  test('ends with 0 where the last fault is fixed, and is asked to stop by a supervisor', async () => {
    const where = join(folder, 'two');
    await writeFiles(join(where, 'content'), { ...sound, 'fair/a.md': entryFile('A', 'noon') });
    const watched = watching(where);
    await watched.report('1 error and no warnings in 3 files.');
    await writeFiles(where, { 'content/fair/a.md': entryFile('A', at) });
    await watched.report('No errors and no warnings in 3 files.');
    expect(await watched.stop('SIGTERM')).toEqual({ code: 0, left: false });
  });

  test('reports on the files that were named, and is quiet where it is to be', async () => {
    const where = join(folder, 'three');
    await writeFiles(join(where, 'content'), { ...sound, 'fair/b.md': entryFile('B', 'noon') });
    const watched = watching(where, ['--quiet', 'content/fair/a.md']);
    await vi.waitUntil(() => watched.said.stderr.includes('Watching.'), { timeout: patience, interval: 20 });
    expect(watched.said.stdout).toBe('');
    await writeFiles(where, { 'content/fair/a.md': entryFile('A', at, '[x](x.md)') });
    expect(placesIn(await watched.report('too: check without names of files shows them.'))).toEqual([
      'content/fair/a.md:5:1 error broken-link',
    ]);
    expect(await watched.stop('SIGINT')).toEqual({ code: 1, left: false });
  });
});
