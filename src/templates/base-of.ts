import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ContentFiles } from '../core/content-files.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import { keepFile, readKept } from '../io/disk-shelf.ts';

/**
 * With what the addresses of a site begin, such as `/` or `/recaps/`. It is kept beside the bodies of this version, by the
 * text of `site.yml`, because reading YAML loads more modules than the rest of a publish.
 */
export const baseOf = async (top: ContentFiles, siteUrl: string | undefined, version: string): Promise<string> => {
  const path = join(cacheFolder(), 'bodies', version, `base-${keyOf(top.get('site.yml'), siteUrl)}`);
  const kept = readKept(path);
  if (kept !== undefined) return kept.toString('utf8');
  const { readSite } = await import('../core/read-site.ts');
  const { permalinks } = await import('../core/permalinks.ts');
  // Faults in `site.yml` are reported by the outline.
  const base = `${permalinks(readSite(top, siteUrl, () => {}).url).base}/`;
  await keepFile(path, base);
  return base;
};

const keyOf = (site: Uint8Array | string | undefined, siteUrl = ''): string =>
  createHash('sha256')
    .update(`${siteUrl}\0`)
    .update(site ?? '')
    .digest('hex')
    .slice(0, 20);
