import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { aRepository } from '../testing/repository.ts';
import { temporaryFolder } from '../testing/temporary-content.ts';
import { openSite } from './site-folder.ts';
import { comparePublishes } from './testing/compare-publishes.ts';
import { applyEdit, beforeEdits, commitEdits, histories } from './testing/histories.ts';

const folder = temporaryFolder();
const runs = Number(process.env['HISTORIES'] ?? 12);

test('after any history of edits, an incremental publish gives what a full one gives', {
  timeout: 60_000 + runs * 20_000,
}, async () => {
  vi.stubEnv('CACHE_DIR', join(folder, 'cache'));
  const repository = await aRepository(folder);
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(histories, async (edits) => {
      const own = mkdtempSync(join(folder, 'history-'));
      const site = openSite(join(own, 'site'));
      const archive = beforeEdits();
      await commitEdits(repository, archive);
      await comparePublishes(site, repository.folder, join(own, 'first'));
      for (const [step, edit] of edits.entries()) {
        applyEdit(archive, edit, step);
        await commitEdits(repository, archive);
        const { incremental, full, differing } = await comparePublishes(site, repository.folder, join(own, `${step}`));
        expect(differing).toEqual([]);
        expect(incremental === 'unchanged' ? 'live' : incremental).toBe(full);
        kinds.add(full);
      }
    }),
    { numRuns: runs, seed: 20191111, endOnFailure: true },
  );
  expect(kinds).toContain('live');
  expect(kinds).toContain('refused');
});
