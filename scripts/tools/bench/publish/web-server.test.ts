import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../../../testing/temporary-content.ts';
import { startWebServer } from './web-server.ts';

const folder = temporaryFolder();

test.each([
  ['nginx, where that is installed', undefined],
  ['Node', []],
])('a page behind links is served by %s as soon as it is there', async (_, nginxes) => {
  const place = join(folder, nginxes ? 'node' : 'other');
  mkdirSync(place, { recursive: true });
  const web = await startWebServer(join(place, 'current'), join(place, 'web'), nginxes);
  try {
    expect((await web.get('/gala/an-entry/')).status).toBe(404);
    await writeFiles(join(place, 'tree'), { 'gala/an-entry/index.html': 'An entry' });
    await writeFiles(join(place, 'release'), { 'index.html': 'All events' });
    symlinkSync('../tree/gala', join(place, 'release', 'gala'));
    symlinkSync('release', join(place, 'current'));
    expect(await web.get('/gala/an-entry/')).toEqual({ status: 200, body: 'An entry' });
    expect(await web.get('/')).toEqual({ status: 200, body: 'All events' });
  } finally {
    await web.stop();
  }
  expect((await web.get('/')).status).toBe(0);
});
