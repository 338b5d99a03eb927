import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openSite, queueOf } from '../publish/site-folder.ts';
import { temporaryFolder } from '../testing/temporary-content.ts';
import { recordOf } from './queue.ts';
import { awaitRecord, whileChecking } from './standby.ts';

/** A process that does nothing until it is ended, in the place of one that checks a push. */
const aChecker = (): ChildProcess & { readonly pid: number } => {
  const checker = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  onTestFinished(() => void checker.kill('SIGKILL'));
  if (checker.pid === undefined) throw new Error('No process was started');
  return Object.assign(checker, { pid: checker.pid });
};

const record = recordOf({ time: '2026-11-24T12:00:00Z', old: '0'.repeat(40), new: '1'.repeat(40), who: 'ada' });

test('a push that is recorded is waited for, however long its check takes', async () => {
  const site = openSite(temporaryFolder());
  const told = vi.fn();
  const waiting = awaitRecord(site, whileChecking(aChecker().pid)).then(told);
  await setTimeout(2_500);
  expect(told).not.toHaveBeenCalled();
  mkdirSync(queueOf(site), { recursive: true });
  writeFileSync(join(queueOf(site), 'one'), record);
  await waiting;
  expect(told).toHaveBeenCalledWith(true);
});

test('a push that is refused is given up soon after its check has ended', async () => {
  const site = openSite(temporaryFolder());
  const checker = aChecker();
  const waiting = awaitRecord(site, whileChecking(checker.pid));
  checker.kill('SIGKILL');
  await once(checker, 'exit');
  expect(await waiting).toBe(false);
});
