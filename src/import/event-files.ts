import { fileName, folderOf, relativePath } from '../core/content-files.ts';
import { writeDocument } from '../core/write-document.ts';
import { type PreparedContent, printMarkdown } from './content/prepare-content.ts';
import type { Fetched } from './media/fetch-media.ts';
import type { PlannedEntry } from './plan-entries.ts';
import type { EventPlan } from './plan-event.ts';

/** The files of an event, by path below its folder, and what became of its pictures and texts on the way. */
type NewEventFiles = {
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly notes: readonly string[];
};

/**
 * Makes the files of an import: an entry's document, its pictures beside it, and `event.md` where the event is new. A
 * picture lies beside the first entry that shows it; one that could not be had becomes a link. `isTaken` says which
 * paths the event has already.
 */
export const newEventFiles = (
  event: EventPlan | undefined,
  entries: readonly PlannedEntry[],
  media: ReadonlyMap<string, Fetched>,
  isTaken: (path: string) => boolean,
): NewEventFiles => {
  const files = new Map<string, Uint8Array | string>();
  const pictures = new Map<string, string>();
  const notes = new Map<string, number>();
  const print = (file: string, content: PreparedContent): string => {
    for (const note of content.notes) notes.set(note, (notes.get(note) ?? 0) + 1);
    for (const address of content.pictures) {
      const fetched = media.get(address);
      if (!fetched || 'fault' in fetched || pictures.has(address)) continue;
      const path = freePath(file, fetched.extension, (one) => files.has(one) || isTaken(one));
      pictures.set(address, path);
      files.set(path, fetched.bytes);
    }
    return printMarkdown(content, (address) => {
      const path = pictures.get(address);
      return path === undefined ? undefined : relativePath(folderOf(file), path).replace(/^\.\//, '');
    });
  };
  if (event) files.set('event.md', writeDocument(event.fields, print('event.md', event.standfirst)));
  for (const { file, fields, body, isTitleAlone } of entries) {
    const markdown = print(file, body);
    files.set(file, writeDocument(fields, isTitleAlone ? '' : markdown));
  }
  return { files, notes: [...notes].map(([note, times]) => (times === 1 ? note : `${note} (${times} times)`)) };
};

/** A name for the picture of an entry: that of the entry with a number. */
export const freePath = (entry: string, extension: string, isTaken: (path: string) => boolean): string => {
  const stem = fileName(entry).replace(/\.md$/, '');
  const folder = folderOf(entry);
  for (let number = 1; ; number++) {
    const path = `${folder === '' ? '' : `${folder}/`}${stem}-${number}.${extension}`;
    if (!isTaken(path)) return path;
  }
};
