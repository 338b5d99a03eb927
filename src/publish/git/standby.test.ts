import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { openSiteFolder, queueOf } from '../site-folder.ts';
import { recordOfPush } from './queue.ts';
import { awaitRecord, publishAndStandBy } from './standby.ts';

const record = recordOfPush({ time: '2026-11-24T12:00:00Z', old: '0'.repeat(40), new: '1'.repeat(40), who: 'ada' });

test('the record of a push is waited for, also where the folder of records is made later', async () => {
  const site = openSiteFolder(temporaryFolder());
  const reported = vi.fn();
  const waiting = awaitRecord(site, () => true).then(reported);
  await setTimeout(250);
  expect(reported).not.toHaveBeenCalled();
  mkdirSync(queueOf(site), { recursive: true });
  writeFileSync(join(queueOf(site), 'one'), record);
  await waiting;
  expect(reported).toHaveBeenCalledWith(true);
});

test('a record is waited for only as long as was asked', async () => {
  const goesOn = vi.fn().mockReturnValueOnce(true).mockReturnValueOnce(true).mockReturnValue(false);
  expect(await awaitRecord(openSiteFolder(temporaryFolder()), goesOn)).toBe(false);
  expect(goesOn).toHaveBeenCalledTimes(3);
});

test('a site that has been removed before its publish has started does not come back', async () => {
  const folder = join(temporaryFolder(), 'site');
  expect(await publishAndStandBy('recaps.git', folder, { branch: 'main' })).toBe(true);
  expect(await publishAndStandBy('recaps.git', folder, { branch: 'main', ahead: true })).toBe(true);
  expect(existsSync(folder)).toBe(false);
});
