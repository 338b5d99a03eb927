import { cpSync, readdirSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../settings.ts';
import { runIn } from '../testing/repository.ts';
import type { Run } from '../testing/run-recapsule.ts';
import { temporaryFolder } from '../testing/temporary-content.ts';

const project = temporaryFolder();
const key = '0123456789abcdef0123';
const presses = join(project, '.cache/press');

/** Opens templates in a copy of the project, as its own process, and tells what came of it. */
const open = (): Promise<Run> => {
  const program = `
    import { openPress } from './scripts/press/open-press.ts';
    const { printEvent, files } = await openPress('${key}', '/');
    console.log(typeof printEvent, files);`;
  return runIn(project, process.execPath, ['--input-type=module', '-e', program], { ASTRO_TELEMETRY_DISABLED: '1' });
};

const opened = {
  code: 0,
  stderr: expect.any(String),
  stdout: `function ${join(presses, key, 'files')}\n`,
};

const yesterday = Date.now() / 1000 - 86_400;

describe('compiled templates', () => {
  beforeAll(() => {
    for (const path of ['src', 'public', 'scripts', 'package.json', 'package-lock.json', 'astro.config.mjs'])
      cpSync(join(root, path), join(project, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  });

  test('are made by two processes at the same time, and both have them', async () => {
    expect(await Promise.all([open(), open()])).toEqual([opened, opened]);
    expect(readdirSync(presses)).toEqual([key]);
  });

  test('are made once, and remember when they were used', async () => {
    const file = join(presses, key, 'bundle/press.mjs');
    const made = statSync(file).ino;
    utimesSync(join(presses, key), yesterday, yesterday);
    expect(await open()).toEqual(opened);
    expect(statSync(file).ino).toBe(made);
    expect(statSync(join(presses, key)).mtimeMs / 1000).toBeGreaterThan(yesterday + 60);
  });
});
