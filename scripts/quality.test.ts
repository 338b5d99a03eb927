import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../src/io/settings.ts';

const run = (command: string, ...args: readonly string[]): Promise<string> =>
  promisify(execFile)(process.execPath, [`${root}node_modules/${command}`, ...args], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  }).then(
    () => 'clean',
    ({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}${stderr}`,
  );

test('the formatter and the linter find nothing', async () => {
  expect(await run('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')).toBe('clean');
});

test('the types hold, in components and pages too', async () => {
  expect(await run('astro/bin/astro.mjs', 'check')).toBe('clean');
});
