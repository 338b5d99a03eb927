import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { writeFiles } from '../../../scripts/testing/temporary-content.ts';
import { type BuiltSite, buildSite } from '../build-site.ts';

/** Builds content with what an earlier build in `folder` has left: its output, and its cache. */
export const buildIn = async (folder: string, content: Readonly<Record<string, string>>): Promise<BuiltSite> => {
  const source = join(folder, 'content');
  rmSync(source, { recursive: true, force: true });
  await writeFiles(source, content);
  vi.stubEnv('CACHE_DIR', join(folder, 'cache'));
  return buildSite(source, join(folder, 'dist'));
};
