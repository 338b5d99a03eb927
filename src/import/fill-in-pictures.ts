import { folderOf, relativePath } from '../core/content-files.ts';
import type { PreparedContent } from './content/prepare-content.ts';
import { freePath } from './event-files.ts';
import type { Fetched } from './media/fetch-media.ts';
import { type MissingPicture, missingPictures, withPicture } from './missing-pictures.ts';

/** An entry that was there before, by the path of its file below its event, and the text that an import makes for it. */
type KnownText = { readonly file: string; readonly written: string; readonly content: PreparedContent };

/** An entry with pictures that an earlier import could not have. */
type Incomplete = {
  readonly file: string;
  readonly written: string;
  readonly missing: readonly MissingPicture[];
};

/** The entries that lack pictures. */
export const incompleteEntries = (known: readonly KnownText[]): readonly Incomplete[] =>
  known.flatMap(({ file, written, content }) => {
    if (content.pictures.length === 0) return [];
    const missing = missingPictures(content, partsOf(written).body);
    return missing.length === 0 ? [] : [{ file, written, missing }];
  });

/** What fills the gaps: new files, the texts that change, each with what it was, and how many pictures that are. */
type FilledIn = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly changed: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
};

/** Puts the pictures that could be had now in their places; each lies beside the first entry that shows it. */
export const fillInPictures = (
  incomplete: readonly Incomplete[],
  media: ReadonlyMap<string, Fetched>,
  isTaken: (path: string) => boolean,
): FilledIn => {
  const files = new Map<string, Uint8Array>();
  const changed = new Map<string, { before: string; after: string }>();
  const paths = new Map<string, string>();
  for (const { file, written, missing } of incomplete) {
    const { head, body } = partsOf(written);
    let text = body;
    for (const one of missing) {
      for (const address of one.addresses) {
        const fetched = media.get(address);
        if (!fetched || 'fault' in fetched || paths.has(address)) continue;
        const path = freePath(file, fetched.extension, (taken) => files.has(taken) || isTaken(taken));
        paths.set(address, path);
        files.set(path, fetched.bytes);
      }
      if (!one.addresses.some((address) => paths.has(address))) continue;
      text = withPicture(text, one, (address) => {
        const path = paths.get(address);
        return path === undefined ? undefined : relativePath(folderOf(file), path).replace(/^\.\//, '');
      });
    }
    if (text !== body) changed.set(file, { before: written, after: head + text });
  }
  return { files, changed };
};

/** A document before and behind the end of its front matter. */
const partsOf = (written: string): { readonly head: string; readonly body: string } => {
  const head = /^\ufeff?---[^\S\n]*\n[\s\S]*?\n---[^\S\n]*(?:\n|$)/.exec(written)?.[0] ?? '';
  return { head, body: written.slice(head.length) };
};
