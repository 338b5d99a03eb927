import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import { runIn } from '../../scripts/testing/repository.ts';
import { samplesFolder } from '../../scripts/testing/samples.ts';
import { root } from '../io/settings.ts';

test('the compiled templates give the bytes that a build by Astro itself gives', async () => {
  mkdirSync(join(root, '.astro'), { recursive: true });
  // Inside the project, because the compiled pages find their packages from there.
  const folder = mkdtempSync(join(root, '.astro', 'by-astro-'));
  try {
    const args = [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', folder];
    const { code, stderr } = await runIn(root, process.execPath, args, {
      ASTRO_TELEMETRY_DISABLED: '1',
      CONTENT_DIR: samplesFolder,
    });
    expect(code, stderr).toBe(0);
    const [astro, templates] = [filesOf(folder), new Map(filesOf(inject('site')))];
    // These are no files of templates: they go on from what was published before, and prove what has been made.
    const ledger = ['addresses.tsv', '_redirects', '_redirects.nginx', '_redirects.caddy'];
    for (const path of [...ledger, 'SHA512SUMS', 'build-info.json']) templates.delete(path);
    expect([...templates.keys()]).toEqual([...astro.keys()]);
    expect([...templates].filter(([path, bytes]) => !astro.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
