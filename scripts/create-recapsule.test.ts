import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { programVersion, root } from '../src/io/settings.ts';
import { isolateGit, runIn } from './testing/repository.ts';
import { temporaryFolder } from './testing/temporary-content.ts';

const parent = temporaryFolder();
isolateGit(parent);
const own = join(root, 'scripts/create-recapsule');
// The npm of the machine with the Node of the tests.
const PATH = [dirname(process.execPath), process.env['PATH']].join(delimiter);
const npm = (folder: string, ...args: readonly string[]) =>
  runIn(folder, 'npm', args, { PATH, npm_config_offline: 'true', npm_config_cache: join(parent, 'cache') });

test('create-recapsule has the version of recapsule, whose "init" it runs', () => {
  expect(JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')).version).toBe(programVersion());
});

test('"npm create recapsule", packed, makes an archive in a folder with a blank, and keeps what options say', async () => {
  const { stdout: packed } = await npm(own, 'pack', '--json', '--pack-destination', parent);
  const [{ filename, files }] = JSON.parse(packed);
  expect(files.map(({ path }: { path: string }) => path).sort()).toEqual(['create.mjs', 'package.json']);
  // As "npm install recapsule" leaves it: tests reach no registry.
  const folder = join(parent, 'newsroom');
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  symlinkSync(root, join(folder, 'node_modules/recapsule'));
  symlinkSync('../recapsule/scripts/recapsule.mjs', join(folder, 'node_modules/.bin/recapsule'));
  const create = ['exec', '--yes', `--package=${join(parent, filename)}`, '--', 'create-recapsule'];
  const made = await npm(folder, ...create, 'my archive', '--language', 'de', '--title', `It's "it" $HOME`);
  expect(made.code, made.stderr).toBe(0);
  expect(made.stdout).toContain('my archive/content/first-event/event.md\n');
  expect(readdirSync(folder).sort()).toEqual(['my archive', 'node_modules']);
  const site = readFileSync(join(folder, 'my archive/content/site.yml'), 'utf8');
  expect(site).toContain(`title: It's "it" $HOME\n`);
  expect(site).toContain('language: de\n');
  const wrong = await npm(folder, ...create, 'other', '--host', 'githb');
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Did you mean "github"?')]);
});
