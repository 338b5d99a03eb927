import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import fc from '../../scripts/testing/fast-check.ts';
import { aRepository } from '../../scripts/testing/repository.ts';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { histories } from './testing/histories.ts';
import { runHistory } from './testing/run-history.ts';

const folder = temporaryFolder();
const runs = Number(process.env['HISTORIES'] ?? 15);
const seed = Number(process.env['SEED'] ?? 20191111);

test('after any history of edits, an incremental publish gives what a full one gives', {
  timeout: 600_000 + runs * 60_000,
}, async () => {
  for (const [name, value] of [
    ['CACHE_DIR', join(folder, 'cache')],
    ['SITE_URL', ''],
    ['DRAFTS', ''],
  ] as const)
    vi.stubEnv(name, value);
  const repository = await aRepository(folder);
  const kinds: string[] = [];
  await fc.assert(
    fc.asyncProperty(histories, async (edits) => {
      const ran = await runHistory(repository, folder, edits);
      expect(ran.faults).toEqual([]);
      kinds.push(...ran.kinds);
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  expect(kinds.filter((kind) => kind === 'live').length).toBeGreaterThan(kinds.length / 4);
  expect(kinds).toContain('refused');
});
