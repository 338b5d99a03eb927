import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from '../../../../src/io/git.ts';
import { histories } from '../../../../src/publish/testing/histories.ts';
import { runHistory } from '../../../../src/publish/testing/run-history.ts';
import fc from '../../../testing/fast-check.ts';
import { personForGit } from '../../../testing/repository.ts';

// A process of its own for each history: its environment says where kept work lies, and what the address of the site is.
const [above = '', seed] = process.argv.slice(2);
const settings = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', CACHE_DIR: join(above, 'cache') };
Object.assign(process.env, personForGit, settings);
const folder = join(above, 'repository');
await mkdir(folder);
const repository = { folder, git: async (...args: readonly string[]) => String(await git(folder, args)) };
await repository.git('init', '--quiet', '--template=', '--initial-branch=main');
const [edits = []] = fc.sample(histories, { seed: Number(seed), numRuns: 1 });
console.log(JSON.stringify({ edits, ...(await runHistory(repository, above, edits)) }));
