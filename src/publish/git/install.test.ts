import { existsSync, mkdtempSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { isolateGit, recapsuleIn, runIn } from '../../../scripts/testing/repository.ts';
import { temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { aServer } from './testing/a-server.ts';

const parent = temporaryFolder();
isolateGit(parent);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(parent, 'server-'));
});

describe('an installation', () => {
  test('names the hooks, can be repeated, and leaves those of others alone', async () => {
    const server = await aServer(folder);
    const again = () => recapsuleIn(folder, ['server', 'install', '--repo', server.repo, '--site', server.site.folder]);
    const hook = join(server.repo, 'hooks/post-receive');
    expect(await again()).toEqual({
      code: 0,
      stdout: `${join(server.repo, 'hooks/pre-receive')}\n${hook}\n`,
      stderr: 'Readers will see the branch main, which is not there yet: push it, or name another with --branch.\n',
    });
    await writeFile(hook, '#!/bin/sh\n');
    await chmod(hook, 0o755);
    expect(await again()).toMatchObject({ code: 2, stderr: expect.stringContaining('it is left alone') });
    expect(await readFile(hook, 'utf8')).toBe('#!/bin/sh\n');
  });

  test('says of a foreign hook which lines would have to be added', async () => {
    const server = await aServer(folder, false);
    await mkdir(join(server.repo, 'hooks'));
    await writeFile(join(server.repo, 'hooks/pre-receive'), '#!/bin/sh\n');
    const { stderr } = await recapsuleIn(folder, ['server', 'install', '--repo', server.repo, '--site', 'site']);
    expect(stderr).toContain('There is a pre-receive hook already, and it is left alone');
    expect(stderr).toContain('To check content with it, add these lines at its end:');
    expect(stderr).toContain("server check-push --repo '");
    expect(existsSync(join(server.repo, 'hooks/post-receive'))).toBe(false);
  });

  test('publishes the branch that HEAD names, or the one that is said', async () => {
    const server = await aServer(folder, false);
    const install = (...more: readonly string[]) =>
      recapsuleIn(folder, ['server', 'install', '--repo', server.repo, '--site', 'site', ...more]);
    const hook = () => readFile(join(server.repo, 'hooks/post-receive'), 'utf8');
    await runIn(server.repo, 'git', ['symbolic-ref', 'HEAD', "refs/heads/it's"]);
    expect(await install()).toMatchObject({ code: 0 });
    expect(await hook()).toContain(String.raw`--branch 'it'\''s'`);
    expect(await install('--branch', 'live')).toMatchObject({ code: 0 });
    expect(await hook()).toContain("--branch 'live'");
    for (const branch of ['a b', 'refs/heads/live'])
      expect(await install('--branch', branch)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('in --branch'),
      });
    await writeFile(join(server.repo, 'HEAD'), `${'1'.repeat(40)}\n`);
    expect(await install()).toMatchObject({ code: 2, stderr: expect.stringContaining('names no branch') });
  });

  test('wants a bare repository', async () => {
    await runIn(folder, 'git', ['init', '--quiet', 'work']);
    const install = (repo: string) => recapsuleIn(folder, ['server', 'install', '--repo', repo, '--site', 'site']);
    expect(await install('work')).toMatchObject({ code: 2, stderr: expect.stringContaining('has a work tree') });
    expect(await install('gone')).toMatchObject({ code: 2, stderr: expect.stringContaining('is no git repository') });
  });
});
