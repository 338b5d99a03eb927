import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder, writeFiles } from '../../scripts/testing/temporary-content.ts';
import { diskSource } from './content-source.ts';
import { withVariables } from './variables.ts';

test('a folder in which nothing has changed is not read again, and its fingerprint is that of its bytes', async () => {
  const folder = await writeFiles(temporaryFolder(), { 'gala/event.md': 'settings', 'gala/a.png': 'picture' });
  const cache = temporaryFolder();
  const fingerprint = (): Promise<string> =>
    withVariables({ CACHE_DIR: cache }, async () => (await diskSource(folder)).fingerprint('gala'));
  const first = await fingerprint();
  // What has been written a moment ago could be written again at the same time: only then it is read in any case.
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 10_000);
  expect(await fingerprint()).toBe(first);
  expect(await fingerprint()).toBe(first);
  utimesSync(join(folder, 'gala/a.png'), 1, 1);
  expect(await fingerprint()).toBe(first);
  writeFileSync(join(folder, 'gala/a.png'), 'PICTURE');
  const second = await fingerprint();
  expect(second).not.toBe(first);
  rmSync(join(folder, 'gala/a.png'));
  expect([first, second]).not.toContain(await fingerprint());
  vi.restoreAllMocks();
});
