import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { PublishFault } from './publish-fault.ts';
import { syncWritten } from './sync.ts';
import { aSiteFolder } from './testing/a-site.ts';

afterEach(() => vi.unstubAllEnvs());

/** Puts a `sync` of our own before the machine's. */
const stubSync = (script: string): void => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'sync'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'sync'), 0o755);
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
};

const missing = Array.from({ length: 20 }, (_, index) => `/nowhere/${index}`);

test('few files are synced one by one', async () => {
  const site = aSiteFolder();
  await syncWritten(site, [site.lock, site.folder]);
  await expect(syncWritten(site, missing.slice(0, 2))).rejects.toThrow('/nowhere/0');
});

test('many are synced with all of their file system', async () => {
  await syncWritten(aSiteFolder(), missing);
});

test('many are synced one by one where there is no sync, or none that can', async () => {
  stubSync('echo "sync: unrecognized option: f" >&2; exit 1');
  await expect(syncWritten(aSiteFolder(), missing)).rejects.toThrow('/nowhere/0');
  vi.stubEnv('PATH', '');
  await expect(syncWritten(aSiteFolder(), missing)).rejects.toThrow('/nowhere/0');
});

test('a disk that fails while all is synced is a fault', async () => {
  stubSync(`echo "sync: error syncing '/site': Input/output error" >&2; exit 1`);
  const fault = await syncWritten(aSiteFolder(), missing).catch((one: unknown) => one);
  expect(fault).toBeInstanceOf(PublishFault);
  expect(String(fault)).toContain("The disk has failed: sync: error syncing '/site': Input/output error");
});
