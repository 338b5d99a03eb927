import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, test } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import { recapsuleIn, runIn } from '../../scripts/testing/repository.ts';
import { runRecapsule } from '../../scripts/testing/run-recapsule.ts';
import { samplesFolder } from '../../scripts/testing/samples.ts';
import { entryFile, temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { releasesOf } from './manifests.ts';
import { siteAt } from './site-folder.ts';
import { aWorkspace, twoEvents } from './testing/a-workspace.ts';

const folder = temporaryFolder();

test('the same commit gives the same trees, whatever the zone, the locale and the place of the repository', async () => {
  const workspace = await aWorkspace(folder, {
    ...twoEvents,
    'gala/zweiter.md': entryFile('Ärger um 12.345,6', '2020-03-04', '| a | b |\n|---|---|\n| 1 | 2 |'),
    'gala/Éclair.md': entryFile('Éclair', '2020-03-29T12:00', 'See [it](../fair/second.md).', 'slug: éclair\n'),
  });
  const elsewhere = join(folder, 'Ein anderer Ort', 'tief');
  cpSync(workspace.repository.folder, elsewhere, { recursive: true });
  const far = { TZ: 'Pacific/Kiritimati', LC_ALL: 'de_DE.UTF-8', LANG: 'de_DE.UTF-8' };
  const site = join(folder, 'far-site');
  const runs = [
    await workspace.publish(),
    await recapsuleIn(elsewhere, ['publish', '--site', site], { CACHE_DIR: join(folder, 'far'), ...far }),
  ];
  expect(
    runs.map(({ code }) => code),
    runs.map(({ stderr }) => stderr).join('\n'),
  ).toEqual([0, 0]);
  const [here] = workspace.releases();
  const [there] = releasesOf(siteAt(site));
  expect(there?.events).toEqual(here?.events);
  expect({ ...there, name: '', made: '' }).toEqual({ ...here, name: '', made: '' });
});

test('a build without a network gives the same bytes', async () => {
  const target = join(folder, 'dist');
  const preload = pathToFileURL(join(import.meta.dirname, 'testing/no-network.mjs')).href;
  const { code, stderr } = await runRecapsule(['build', '--outDir', target], {
    env: { CONTENT_DIR: samplesFolder, CACHE_DIR: join(folder, 'cold'), NODE_OPTIONS: `--import=${preload}` },
  });
  expect(code, stderr).toBe(0);
  const [here, there] = [filesOf(inject('site')), filesOf(target)];
  expect([...there.keys()]).toEqual([...here.keys()]);
  expect([...there].filter(([path, bytes]) => !here.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([]);
});

test('a program that asks for the network is stopped by what the test above loads', async () => {
  const preload = pathToFileURL(join(import.meta.dirname, 'testing/no-network.mjs')).href;

  const ask = "import('node:net').then(({ connect }) => connect(9, '127.0.0.1'))";
  const { code, stderr } = await runIn(folder, process.execPath, ['--import', preload, '-e', ask]);
  expect(code).toBe(1);
  expect(stderr).toContain('A build has asked for the network.');
});
