import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { openSite, queueOf } from '../site-folder.ts';
import { recordOf } from './queue.ts';
import { awaitRecord } from './standby.ts';

const record = recordOf({ time: '2026-11-24T12:00:00Z', old: '0'.repeat(40), new: '1'.repeat(40), who: 'ada' });

test('the record of a push is waited for, also where the folder of records is made later', async () => {
  const site = openSite(temporaryFolder());
  const told = vi.fn();
  const waiting = awaitRecord(site, () => true).then(told);
  await setTimeout(250);
  expect(told).not.toHaveBeenCalled();
  mkdirSync(queueOf(site), { recursive: true });
  writeFileSync(join(queueOf(site), 'one'), record);
  await waiting;
  expect(told).toHaveBeenCalledWith(true);
});

test('a record is waited for only as long as it has been said', async () => {
  const goesOn = vi.fn().mockReturnValueOnce(true).mockReturnValueOnce(true).mockReturnValue(false);
  expect(await awaitRecord(openSite(temporaryFolder()), goesOn)).toBe(false);
  expect(goesOn).toHaveBeenCalledTimes(3);
});
