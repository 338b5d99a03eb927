import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { aServer, firstContent } from '../../../../src/publish/git/testing/a-server.ts';
import { pushesFrom } from '../../../../src/publish/git/testing/pushes.ts';
import { currentRelease } from '../../../../src/publish/switch-release.ts';
import { missingIn } from '../../../../src/publish/verify-complete.ts';
import { personForGit } from '../../../testing/repository.ts';
import type { CaseResult, Suite } from '../suite.ts';

/** A hundred pushes from five clones at once. */
const burst = { clones: 5, pushes: 100 } as const;

/** Clones that push at the same time to a repository with the hooks of a server. */
export const pushesSuite: Suite = {
  name: 'pushes',
  about: `${burst.pushes} pushes from ${burst.clones} clones to a git server, as fast as they can`,
  runs: 2,
  caseOf: (number) => {
    const isChecked = number % 2 === 0;
    const name = `${burst.pushes} pushes from ${burst.clones} clones${isChecked ? ', each checked' : ', not checked'}`;
    return { name, run: (folder) => pushAll(folder, isChecked) };
  },
};

const pushAll = async (folder: string, isChecked: boolean): Promise<CaseResult> => {
  Object.assign(process.env, personForGit);
  const server = await aServer(folder);
  if (!isChecked) await rm(join(server.repo, 'hooks/pre-receive'));
  const workspace = await server.clone('newsroom');
  await workspace.commit(firstContent);
  await workspace.push();
  await server.settled();
  const { refused, seconds } = await pushesFrom(server, burst);
  const log = await server.settled();
  const faults = [...refused.map((said) => `a push was refused: ${said}`), ...faultsIn(log)];
  for (let number = 0; number < burst.pushes; number += 1)
    if (server.page(`fair/burst-${number}/index.html`) === undefined) faults.push(`entry ${number} is not live`);
  for (const path of missingIn(server.site, currentRelease(server.site) ?? '')) faults.push(`readers miss ${path}`);
  const publishes = log.match(/ begin \d+ /g)?.length ?? 0;
  return {
    outcome: `${publishes} publishes for ${burst.pushes + 1} pushes`,
    seconds,
    peak: undefined,
    faults,
    said: log,
  };
};

/** What the log must not say: two publishes at once, one of something that a newer one has replaced, a push that nobody reported. */
const faultsIn = (log: string): readonly string[] => {
  const faults: string[] = [];
  let running = 0;
  for (const line of log.split('\n')) {
    if (/ end \d+$/.test(line)) running -= 1;
    if (/ begin \d+ /.test(line) && ++running > 1) faults.push(`two publishes ran at once: ${line}`);
  }
  const reported = log.match(/^\S+ push .* is live in /gm)?.length ?? 0;
  if (reported !== burst.pushes + 1) faults.push(`${reported} of ${burst.pushes + 1} pushes were reported`);
  const started = log.match(/ begin \d+ for [1-9]\d* push/g)?.length ?? 0;
  const made = new Set(log.match(/ is live in \S+$/gm)).size;
  if (made > started) faults.push(`${made} releases came of ${started} publishes`);
  return faults;
};
