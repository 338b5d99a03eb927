import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../src/io/settings.ts';
import { runTool } from '../../testing/run-recapsule.ts';

describe('npm run bench -- publish', () => {
  test('measures a push to a small archive, and leaves nothing behind', async () => {
    const before = readdirSync(join(root, '.astro'));
    const run = await runTool(['bench', 'publish', '--events', '2', '--sizes', '20', '--rounds', '1']);
    expect(run.stderr).toMatch(/push 1: accepted after \d+\.\d+ s, live after \d+\.\d+ s/);
    expect(run.stdout).toMatch(/^\| 2 \| 20 \| one entry, from push to page \| \d+\.\d+ s \| \d+\.\d+ s \|/m);
    expect(run.stdout).toMatch(/^\| 2 \| 20 \| all pages from nothing \|/m);
    expect(run.stdout).toMatch(/^\| One entry live in 2 events with 20 entries \| at most 0\.7 s \|/m);
    expect(run.code).toBe(0);
    expect(
      readdirSync(join(root, '.astro')).filter((name) => !before.includes(name) && name.startsWith('bench-')),
    ).toEqual([]);
  });
});

describe('npm run bench --', () => {
  test.each([
    [['everything'], 'Unexpected "everything", expected one of checks, builds, publish, or nothing.'],
    [['checks', 'builds'], 'Unexpected "builds"'],
    [['--events', '2'], 'only "npm run bench -- publish" counts events'],
    [['publish', '--sizes', '20'], 'expected a number for each of --sizes'],
    [['publish', '--sizes', '2', '--events', '3'], 'and none above it'],
    [['publish', '--rounds', '0'], 'Unexpected "0" in --rounds'],
  ])('%j is refused', async (args, message) => {
    const run = await runTool(['bench', ...args]);
    expect(run.stderr).toContain(message);
    expect(run.code).toBe(2);
  });
});
