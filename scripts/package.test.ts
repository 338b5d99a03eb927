import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { root } from '../src/io/settings.ts';
import { filesOf, siteFilesOf } from './testing/built-site.ts';
import { recapsuleIn, runIn } from './testing/repository.ts';
import { samplesFolder } from './testing/samples.ts';
import { temporaryFolder, writeFiles } from './testing/temporary-content.ts';

const folder = temporaryFolder();
const archive = join(folder, 'my archive 档案');
const installed = join(archive, 'node_modules/recapsule');
const { dependencies, peerDependencies, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const tarball = join(folder, `recapsule-${version}.tgz`);

/** Runs the installed program in a folder. */
const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = archive) =>
  runIn(cwd, process.execPath, [join(installed, 'scripts/recapsule.mjs'), ...args], env);

/** Links a package of this repository, as if npm had installed it beside the program. */
const link = (name: string): void => {
  mkdirSync(dirname(join(archive, 'node_modules', name)), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), join(archive, 'node_modules', name), 'junction');
};

describe('the package', () => {
  beforeAll(async () => {
    const packed = await runIn(root, 'npm', ['pack', '--silent', '--pack-destination', folder]);
    expect(packed.code, packed.stderr).toBe(0);
    mkdirSync(dirname(installed), { recursive: true });
    await runIn(folder, 'tar', ['-xzf', tarball, '-C', folder]);
    cpSync(join(folder, 'package'), installed, { recursive: true });
    Object.keys(dependencies).forEach(link);
    cpSync(samplesFolder, join(archive, 'content'), { recursive: true });
  });

  test('holds what is needed to run, and no test, sample, source or map', () => {
    const files = [...filesOf(installed).keys()];
    expect([...new Set(files.map((path) => path.split('/', 2).join('/')))].sort()).toEqual([
      '.vscode/extensions.json',
      '.vscode/recapsule.code-snippets',
      'LICENSE',
      'README.md',
      'lib/keys.json',
      'lib/licences.txt',
      'lib/program',
      'lib/templates',
      'package.json',
      'public/.nojekyll',
      'public/_astro',
      'public/_headers',
      'public/favicon.svg',
      'scripts/hosts',
      'scripts/node-version.mjs',
      'scripts/recapsule.mjs',
      'scripts/start.mjs',
      'src/core',
    ]);
    expect(files.filter((path) => /\.map$|\.test\.|(?<!\.d)\.m?ts$|testing/.test(path))).toEqual([]);
    for (const [path, bytes] of filesOf(installed)) expect(bytes.includes(root), path).toBe(false);
  });

  test('imports nothing of Node by name that Node 20 does not have: such a module would not load', () => {
    const late = /\b(?:enableCompileCache|getCompileCacheDir|registerHooks|findPackageJSON|globSync|DatabaseSync)\b/;
    for (const [path, bytes] of filesOf(join(installed, 'lib')))
      for (const [line] of bytes.toString().matchAll(/^import\s*\{[^}]*\}\s*from\s*"node:[^"]+"/gm))
        expect(late.test(line), `${path}: ${line}`).toBe(false);
  });

  test('builds the same bytes as this repository, also below a path, and writes nothing where it lies', async () => {
    const before = filesOf(installed);
    expect(await run(['build', '--outDir', 'out'])).toEqual({
      code: 0,
      stdout: '',
      stderr: expect.stringMatching(/^Built \d+ pages into out in [\d.]+ s\.\n$/),
    });
    expect(siteFilesOf(join(archive, 'out'))).toEqual(siteFilesOf(inject('site')));
    const env = { SITE_URL: 'https://recaps.test/a/b' };
    await Promise.all([
      run(['build', '--outDir', 'below'], env),
      recapsuleIn(archive, ['build', '--outDir', 'below-too'], env),
    ]);
    expect(siteFilesOf(join(archive, 'below'))).toEqual(siteFilesOf(join(archive, 'below-too')));
    expect(filesOf(join(archive, 'below')).get('index.html')?.toString()).toContain('href="/a/b/_astro/');
    expect(filesOf(installed)).toEqual(before);
  });

  test('builds the same bytes on a Node that has no more than Node 20 has, and says that publishing needs more', async () => {
    const lacking =
      'for (const [of, name] of [[Array, "fromAsync"], [Map, "groupBy"], [Promise, "withResolvers"], [Set.prototype, "difference"], [Set.prototype, "intersection"], [Iterator.prototype, "find"], [process.getBuiltinModule("module"), "enableCompileCache"], [globalThis, "Iterator"], [globalThis, "Temporal"]]) delete of[name]; process.getBuiltinModule("module").isBuiltin = () => false; process.getBuiltinModule("module").syncBuiltinESMExports();';
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(lacking)}` };
    const built = await run(['build', '--outDir', 'older'], env);
    expect(built).toEqual({ code: 0, stdout: '', stderr: expect.stringMatching(/^Built \d+ pages into older in/) });
    expect(siteFilesOf(join(archive, 'older'))).toEqual(siteFilesOf(inject('site')));
    const refused = `Publishing needs Node 22.22 or later, whose SQLite keeps two publishes apart, and this is Node ${process.versions.node}: install a newer one from nodejs.org.\n`;
    expect(await run(['publish'], env)).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(refused) });
  });

  test('holds the licence of every package whose code it has', () => {
    const names = readFileSync(join(installed, 'lib/licences.txt'), 'utf8').match(/^\S+(?= \d+\.\d+\.\S+ \(.+\)$)/gm);
    // Of the program, of templates, and of what only older versions of Node load.
    expect(names).toEqual(
      expect.arrayContaining(['chokidar', 'undici', 'astro', 'd3-scale', 'core-js', 'temporal-polyfill']),
    );
  });

  test('names the font that a card needs, and draws it when that is installed', async () => {
    const cwd = await writeFiles(join(folder, 'thai'), {
      'content/site.yml': 'title: งาน\ndescription: ข่าว\nurl: https://recaps.test\nlanguage: th\n',
    });
    const env = { CACHE_DIR: join(folder, 'cards') };
    const missing = await run(['build'], env, cwd);
    expect(missing.code).toBe(2);
    const name = '@fontsource-variable/noto-serif-thai';
    expect(missing.stderr).toContain(
      `The social card of site.yml cannot be drawn: the font that has "ง" (U+0E07) is not installed. Run: npm install --save-exact ${name}@${peerDependencies[name]}\n`,
    );
    link(name);
    expect((await run(['build'], env, cwd)).code).toBe(0);
    await recapsuleIn(cwd, ['build', '--outDir', 'here'], { CACHE_DIR: join(folder, 'other-cards') });
    expect(siteFilesOf(join(cwd, 'dist'))).toEqual(siteFilesOf(join(cwd, 'here')));
  });

  const examples = [...readFileSync(join(root, 'docs/api.md'), 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm)];
  test('has functions that do what their examples show', async () => {
    expect(examples.length).toBe(4);
    const outputs: string[] = [];
    for (const [, code = ''] of examples) {
      writeFileSync(join(archive, 'example.mjs'), code);
      const { code: exit, stdout, stderr } = await runIn(archive, process.execPath, ['example.mjs']);
      expect({ exit, stderr }, code).toEqual({ exit: 0, stderr: '' });
      outputs.push(stdout);
    }
    expect(outputs).toEqual([
      expect.stringMatching(/^\S+ .+ \d+\n[\s\S]*\d+ diagnostics\n$/),
      expect.stringMatching(/can be built\n$/),
      expect.stringMatching(/^\d+ pages, \d+ diagnostics\n$/),
      expect.stringMatching(/^live \d{8}T\d{6}Z-disk\n$/),
    ]);
  });

  test('has nothing that publint or arethetypeswrong objects to', async () => {
    const { messages } = await publint({ pkgDir: installed, strict: true });
    expect(messages).toEqual([]);
    const checked = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
    const problems = 'problems' in checked ? checked.problems : ['no types'];
    // Who requires it gets an ES module, which Node 20.19 and later can do.
    expect(problems.filter((one) => typeof one === 'string' || one.kind !== 'CJSResolvesToESM')).toEqual([]);
  });
});
