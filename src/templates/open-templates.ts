import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleFile } from './bundle-file.ts';
import type * as entry from './entry.ts';

/** The compiled templates, and the folder with the files that they bring along: styles, fonts, and what is in `public/`. */
export type Templates = typeof entry & { readonly files: string };

/** Opens the compiled templates in a folder. They depend neither on the place where they lie nor on the archive. */
export const openTemplates = async (folder: string): Promise<Templates> => {
  const bundle: typeof entry = await import(pathToFileURL(join(folder, 'bundle', bundleFile)).href);
  return { ...bundle, files: join(folder, 'files') };
};
