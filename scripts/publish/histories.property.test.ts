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
const runs = Number(process.env['HISTORIES'] ?? 6);
const seed = Number(process.env['SEED'] ?? 20191111);

test('after any history of edits, an incremental publish gives what a full one gives', {
  timeout: 60_000 + runs * 20_000,
}, async () => {
  vi.stubEnv('CACHE_DIR', join(folder, 'cache'));
  const repository = await aRepository(folder);
  const kinds: string[] = [];
  await fc.assert(
    fc.asyncProperty(histories, async (edits) => {
      const own = mkdtempSync(join(folder, 'history-'));
      const site = openSite(join(own, 'site'));
      const archive = beforeEdits();
      vi.stubEnv('SITE_URL', archive.siteUrl);
      await commitEdits(repository, archive);
      await comparePublishes(site, repository.folder, join(own, 'first'));
      for (const [step, edit] of edits.entries()) {
        applyEdit(archive, edit, step);
        vi.stubEnv('SITE_URL', archive.siteUrl);
        await commitEdits(repository, archive);
        const { incremental, full, differing } = await comparePublishes(site, repository.folder, join(own, `${step}`));
        expect(incremental).toBe(full);
        expect(differing).toEqual([]);
        kinds.push(full);
      }
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  expect(kinds.filter((kind) => kind === 'live').length).toBeGreaterThan(kinds.length / 4);
  expect(kinds).toContain('refused');
});
