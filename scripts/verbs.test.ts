import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { root } from '../src/io/settings.ts';
import { filesOf, siteFilesOf } from './testing/built-site.ts';
import { recapsuleIn } from './testing/repository.ts';
import { runRecapsule } from './testing/run-recapsule.ts';
import { samplesFolder } from './testing/samples.ts';
import { buildContent, temporaryFolder, writeFiles } from './testing/temporary-content.ts';

const folder = temporaryFolder();

describe('used wrongly', () => {
  test.each([
    [
      'an output folder that is no build',
      ['build', '--outDir', join(root, 'src')],
      /holds files that are not an earlier build/,
    ],
    ['an unknown option', ['build', '--outdir', 'x'], /Unknown option '--outdir'/],
    ['a shard without a place', ['build', '--shard', '1/2'], /^A shard is no whole archive: .+ --outDir part-1\.\n/],
    [
      'a shard in the place of a build',
      ['build', '--shard', '1/2', '--outDir', inject('site')],
      /holds files that are not an earlier shard/,
    ],
    ['nothing to assemble', ['assemble', '--outDir', join(folder, 'none')], /^No shard was named: /],
    ['an unknown verb', ['serve-all'], /^There is no verb "serve-all"\.\n/],
    ['a mistyped verb', ['chekc'], /^There is no verb "chekc"\. Did you mean "check"\?\n/],
    ['a verb with a letter too few', ['publsh'], /^There is no verb "publsh"\. Did you mean "publish"\?\n/],
    ['a mistyped option', ['check', '--formt', 'json'], /Unknown option '--formt'.*\nDid you mean "--format"\?\n/],
    ['no verb', [], /No verb was given/],
    ['a preview of nothing', ['preview', '--outDir', join(root, 'nowhere')], /run "npx recapsule build" first/],
    ['a port that is none', ['preview', '--outDir', inject('site'), '--port', 'x'], /"x" is no port/],
  ])('%s is answered with the way to do it, and exit code 2', async (_, args, message) => {
    const { code, stderr, stdout } = await runRecapsule(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('an output folder in the content, or one in which somebody keeps a repository', async () => {
    const { source, target } = await buildContent(join(folder, 'precious'), {});
    const inside = await runRecapsule(['build', '--outDir', join(source, 'out')], { env: { CONTENT_DIR: source } });
    expect(inside).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('lies in the content folder or around it'),
    });
    await writeFiles(target, { '.git/HEAD': 'ref: refs/heads/pages' });
    const kept = await runRecapsule(['build', '--outDir', target], { env: { CONTENT_DIR: source } });
    expect(kept).toMatchObject({ code: 2, stderr: expect.stringContaining('holds ".git", which no build has made') });
    expect(filesOf(target).has('.git/HEAD')).toBe(true);
  });

  test('empty variables, as CI leaves them behind, are variables that are not set', async () => {
    await cp(samplesFolder, join(folder, 'archive/content'), { recursive: true });
    const empty = { CONTENT_DIR: '', SITE_URL: '', DRAFTS: '' };
    const args = ['build', '--outDir', join(folder, 'unset')];
    const { code, stderr } = await recapsuleIn(join(folder, 'archive'), args, empty);
    expect(code, stderr).toBe(0);
    expect(siteFilesOf(join(folder, 'unset'))).toEqual(siteFilesOf(inject('site')));
  });

  test('a content folder that is not there', async () => {
    const { code, stderr } = await runRecapsule(['build'], { env: { CONTENT_DIR: join(folder, 'nowhere') } });
    expect(code).toBe(2);
    expect(stderr).toContain(
      `There is no content folder at ${join(folder, 'nowhere')}: make an archive with "recapsule init", or name another folder with CONTENT_DIR.`,
    );
  });

  test('an address that is none', async () => {
    const { code, stderr } = await buildContent(folder, {}, { SITE_URL: 'recaps.test' });
    expect(code).toBe(1);
    expect(stderr).toContain(
      'Unexpected address "recaps.test" in SITE_URL, expected one that begins with https:// or http://',
    );
  });

  test('an older Node gets one sentence that says what to do', async () => {
    const older =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.20.2"}})';
    const { code, stderr } = await runRecapsule(['build'], { node: ['--import', older] });
    expect(code).toBe(1);
    expect(stderr).toBe(
      'Recapsule needs Node 26, and this is Node 20.20.2: run it through npm after "npm ci" without --ignore-scripts, which brings Node 26 along.\n',
    );
  });

  test.each(['--version', '-v'])('%s prints the version of the package alone', async (option) => {
    expect(await runRecapsule([option])).toMatchObject({ code: 0, stdout: `${packageJson.version}\n`, stderr: '' });
  });

  test.each(['build', 'dev', 'preview', 'publish'])('%s explains itself', async (verb) => {
    const { code, stdout, stderr } = await runRecapsule([verb, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`recapsule ${verb}`);
  });
});
