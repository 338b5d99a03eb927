import type { ContentFiles } from '../../src/core/content-files.ts';
import { isDocument, topFolder } from '../../src/core/content-files.ts';

/** To which events documents may link, beside their own. */
export type LinkedEvents = {
  /** Folders that their texts name. */
  readonly folders: readonly string[];
  /** Whether they link to an address that begins with no folder's name: that of an alias, or of nothing. */
  readonly isOpen: boolean;
};

/** Looks for other events in the documents that are concerned: rather too many than too few. */
export const linkedEvents = (
  files: ContentFiles,
  concerns: (file: string) => boolean,
  folders: readonly string[],
): LinkedEvents => {
  const found = new Set<string>();
  let isOpen = false;
  for (const [path, content] of files) {
    if (!(content instanceof Uint8Array) || !isDocument(path) || !concerns(path)) continue;
    const text = new TextDecoder().decode(content);
    for (const folder of folders) if (folder !== topFolder(path) && text.includes(`/${folder}/`)) found.add(folder);
    for (const [, first = ''] of text.matchAll(/[(<"':]\s*\/([^/\s)>"'#?]+)/g)) isOpen ||= !folders.includes(first);
    // A name that is written with percent signs is none of those.
    isOpen ||= /\/[^\s/]*%[0-9a-f]{2}/i.test(text);
  }
  return { folders: [...found], isOpen };
};
