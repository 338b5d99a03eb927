import { beforeAll, describe, expect, it, vi } from 'vitest';
import { aRepository, type Repository } from '../../scripts/testing/repository.ts';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { GitFault, git } from './git.ts';

const parent = temporaryFolder();
let repository: Repository;

beforeAll(async () => {
  repository = await aRepository(parent);
});

describe('a git command', () => {
  it('runs in the folder, takes bytes and gives bytes', async () => {
    const input = 'Grüße\n\0 双十一\r\n';
    const object = (await git(repository.folder, ['hash-object', '-w', '--stdin'], input)).toString('latin1').trim();
    expect(object).toMatch(/^[0-9a-f]{40}$/);
    const bytes = await git(repository.folder, ['cat-file', 'blob', object]);
    expect(bytes.equals(Buffer.from(input))).toBe(true);
  });

  it('keeps what is no text', async () => {
    await repository.write({ 'bytes.bin': Uint8Array.of(0, 255, 254, 128, 10, 13, 10) });
    const object = (await git(repository.folder, ['hash-object', '-w', 'bytes.bin'])).toString('latin1').trim();
    expect([...(await git(repository.folder, ['cat-file', 'blob', object]))]).toEqual([0, 255, 254, 128, 10, 13, 10]);
  });

  it('takes arguments as they are, whatever a shell would make of them', async () => {
    const text = '$(touch x); "a" \'b\' `c` * ~\n';
    const said = await git(repository.folder, ['-c', `test.said=${text}`, 'config', 'test.said']);
    expect(said.toString()).toBe(`${text}\n`);
  });

  it('may end without having read its input', async () => {
    expect((await git(repository.folder, ['--version'], 'x'.repeat(1_000_000))).toString()).toMatch(/^git version /);
  });

  it('that fails rejects with what it said', async () => {
    const failed = git(repository.folder, ['cat-file', 'blob', 'nowhere']);
    await expect(failed).rejects.toBeInstanceOf(GitFault);
    await expect(failed).rejects.toThrow(/^fatal: Not a valid object name nowhere$/);
  });

  it('that fails without a word rejects with its exit code', async () => {
    await expect(git(repository.folder, ['rev-parse', '--verify', '--quiet', 'HEAD'])).rejects.toThrow(
      new GitFault('git rev-parse ended with 1'),
    );
  });

  it('rejects where there is no git, or no folder', async () => {
    await expect(git(`${repository.folder}/gone`, ['--version'])).rejects.toThrow(
      new GitFault('git could not be started: spawn git ENOENT'),
    );
    const path = process.env['PATH'];
    vi.stubEnv('PATH', repository.folder);
    try {
      await expect(git(repository.folder, ['--version'])).rejects.toThrow(
        new GitFault('git could not be started: spawn git ENOENT'),
      );
    } finally {
      vi.stubEnv('PATH', path);
    }
  });
});
