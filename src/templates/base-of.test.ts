import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import { settings, temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { baseOf } from './base-of.ts';

const topOf = (url: string) => new Map([['site.yml', Buffer.from(settings.site.replace('https://recaps.test', url))]]);

test('the base is that of the address, from the settings or from the environment, kept or not, damaged or not', async () => {
  const folder = temporaryFolder();
  vi.stubEnv('CACHE_DIR', folder);
  const ask = async () => [
    await baseOf(topOf('https://gala.test/recaps/'), undefined, 'v1'),
    await baseOf(topOf('https://gala.test/'), undefined, 'v1'),
    await baseOf(topOf('https://gala.test/'), 'https://gala.test/other', 'v1'),
    await baseOf(new Map(), undefined, 'v1'),
  ];
  const bases = ['/recaps/', '/', '/other/', '/'];
  expect(await ask()).toEqual(bases);
  expect(await ask()).toEqual(bases);
  const kept = [...filesOf(folder).keys()];
  expect(kept).toHaveLength(4);
  for (const path of kept) writeFileSync(join(folder, path), '/half');
  expect(await ask()).toEqual(bases);
});
