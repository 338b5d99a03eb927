import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ExportedSite } from '../../src/export/exported.ts';
import { filesOfCopy } from '../../src/export/zip/files-of-copy.ts';
import { compiledTemplates, programKeys } from '../../src/templates/program.ts';
import { filesOf } from './built-site.ts';

/** A site that has been built in a folder, as it is exported. */
export const siteIn = async (folder: string, event?: string): Promise<ExportedSite> => ({
  folder,
  files: [...filesOf(folder).keys()],
  address: 'https://recaps.example.org',
  templates: await compiledTemplates(programKeys().templates),
  ...(event !== undefined && { event }),
});

/** Puts a copy of a site into a folder, as who unpacks it does, and gives the address at which it opens from there. */
export const unpackCopy = async (site: ExportedSite, folder: string): Promise<string> => {
  for await (const { path, from } of filesOfCopy(site)) {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    await (typeof from === 'string' ? copyFile(from, place) : writeFile(place, from));
  }
  return pathToFileURL(folder).href;
};
