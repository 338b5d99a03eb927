import { createHash } from 'node:crypto';
import type { ContentFiles } from '../core/content-files.ts';
import { cacheFolder } from '../io/cache-folder.ts';
import { diskCache } from '../io/disk-cache.ts';

/**
 * With what the addresses of a site begin, such as `/` or `/recaps/`. It is kept by the text of `site.yml`, because reading
 * YAML loads more modules than the rest of a publish.
 */
export const baseOf = async (top: ContentFiles, siteUrl: string | undefined, version: string): Promise<string> => {
  const cache = diskCache(cacheFolder(), 'bodies');
  const key = keyOf(top.get('site.yml'), siteUrl, version);
  const known = await cache.get(key);
  if (known !== undefined) return Buffer.from(known).toString('utf8');
  const { readSite } = await import('../core/read-site.ts');
  const { permalinks } = await import('../core/permalinks.ts');
  // Faults in `site.yml` are reported by the outline.
  const base = `${permalinks(readSite(top, siteUrl, () => {}).url).base}/`;
  await cache.set(key, Buffer.from(base));
  return base;
};

const keyOf = (site: Uint8Array | string | undefined, siteUrl = '', version = ''): string =>
  createHash('sha256')
    .update(JSON.stringify(['base', version, siteUrl]))
    .update(site ?? '')
    .digest('hex');
