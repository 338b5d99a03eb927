import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import fc from '../../scripts/testing/fast-check.ts';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { hasErrors } from '../core/diagnostics.ts';
import { applyEdit, beforeEdits, histories } from '../publish/testing/histories.ts';
import { buildIn } from './testing/build-in.ts';

const runs = Number(process.env['HISTORIES'] ?? 8);

test('after any edit, a warm build gives what a build from nothing gives', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (edits) => {
      const warm = temporaryFolder();
      const archive = beforeEdits();
      for (const [step, edit] of [undefined, ...edits].entries()) {
        if (edit) applyEdit(archive, edit, step);
        vi.stubEnv('SITE_URL', archive.siteUrl);
        vi.stubEnv('DRAFTS', archive.drafts);
        const content = Object.fromEntries(archive.files);
        const cold = temporaryFolder();
        const [found, expected] = [await buildIn(warm, content), await buildIn(cold, content)];
        expect(found).toEqual(expected);
        if (hasErrors(expected.diagnostics)) continue;
        expect(differing(join(warm, 'dist'), join(cold, 'dist')), `${step} ${edit?.kind}`).toEqual([]);
      }
    }),
    { numRuns: runs, endOnFailure: true },
  );
});

const differing = (one: string, other: string): readonly string[] => {
  const [here, there] = [filesOf(one), filesOf(other)];
  return [...new Set([...here.keys(), ...there.keys()])].filter((path) => {
    const bytes = there.get(path);
    return bytes === undefined || !here.get(path)?.equals(bytes);
  });
};
