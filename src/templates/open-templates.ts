import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleFile } from './bundle-file.ts';
import type * as entry from './entry.ts';

/** What the compiled templates export. */
export type Templates = typeof entry;

/** Opens the compiled templates in a folder. They depend neither on the place where they lie nor on the archive. */
export const openTemplates = (folder: string): Promise<Templates> =>
  import(pathToFileURL(join(folder, 'bundle', bundleFile)).href);

/** The folder with the files that they bring along: styles, fonts, and what is in `public/`. */
export const filesOfTemplates = (folder: string): string => join(folder, 'files');

/** These files, by their paths below that folder with `/`. */
export const readTemplateFiles = (folder: string): ReadonlyMap<string, Uint8Array> => {
  const top = filesOfTemplates(folder);
  const files = readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(files.map((path) => [path.slice(top.length + 1).replaceAll('\\', '/'), readFileSync(path)]));
};

/** The scripts of pages that lie on a disk, by their names in the folder `disk` of the compiled templates, and what each is made of. */
export const diskScripts = { 'reading.js': 'src/client/reading.ts', 'search.js': 'src/client/disk-search.ts' } as const;
