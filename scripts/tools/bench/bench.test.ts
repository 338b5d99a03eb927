import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { programFile, root } from '../../../src/io/settings.ts';
import { runTool } from '../../testing/run-recapsule.ts';

describe('npm run bench', () => {
  test('measures checks, builds and publishes of small archives, and names the folder that it leaves', async () => {
    const run = await runTool(['bench', '--builds', '20', '--publishes', '2x20', '--rounds', '1'], {
      RECAPSULE: programFile,
    });
    const [, folder = ''] = /What was made is in (\S+): remove it/.exec(run.stderr) ?? [];
    rmSync(join(root, folder), { recursive: true });
    expect(folder).toMatch(/^\.astro\/bench-\w+$/);
    expect(run.stderr).toMatch(/^20, round 1: build, cold \d.*; the bare loop \d\.\d+ s$/m);
    for (const what of [
      'build, cold',
      'build, all pages anew',
      'build, nothing changed',
      'check of one file',
      '--help',
    ])
      expect(run.stdout).toMatch(new RegExp(`^\\| 20 \\| ${what} \\| \\d+\\.\\d+ \\| `, 'm'));
    expect(run.stdout).toMatch(/^\| 20 in 2 \| one entry live \| \d+\.\d+ \|/m);
    expect(run.stdout).toMatch(/^\| 20 in 2 \| one entry live, after a pause \| \d+\.\d+ \|/m);
    // Where the machine has other work, too few rounds count, and it says so.
    expect(run.code).toBe(run.stderr.includes('Too few rounds count') ? 1 : 0);
  });

  test.each([
    [['everything'], "Unexpected argument 'everything'"],
    [['--publishes', '20'], 'Unexpected "20" in --publishes, expected events and entries, such as 30x10000.'],
    [['--publishes', '3x2'], 'Unexpected "3x2"'],
    [['--rounds', '0'], 'Unexpected "0" in --rounds, expected a whole number from 1 to 999999.'],
  ])('%j is refused', async (args, message) => {
    const run = await runTool(['bench', ...args]);
    expect(run.stderr).toContain(message);
    expect(run.code).toBe(2);
  });
});
