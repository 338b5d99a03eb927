import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the templates bring along: files of the site, and hashed assets by name. */
export const readTemplateFiles = (folder: string) => {
  const files = new Map<string, Uint8Array>();
  const assets = new Map<string, Uint8Array>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    const bytes = readFileSync(join(folder, path));
    if (path.startsWith('_astro/')) assets.set(path.slice('_astro/'.length), bytes);
    else files.set(path, bytes);
  }
  return { files, assets };
};
