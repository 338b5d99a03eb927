import type { ContentFiles } from './content-files.ts';
import { mediaKindOf } from './media-names.ts';
import { once } from './once.ts';

/**
 * Whether a Markdown file is what is heard in a sound: it has the name of one beside it, and no fields. With fields it is an
 * entry, which may be named like the sound that it shows.
 */
export const isTranscriptIn = (files: ContentFiles): ((path: string) => boolean) => {
  const stems = once(() => new Set([...files.keys()].filter((file) => mediaKindOf(file) === 'audio').map(stemOf)));
  return (path) => {
    const bytes = files.get(path);
    return bytes instanceof Uint8Array && path.endsWith('.md') && stems().has(stemOf(path)) && !hasFields(bytes);
  };
};

const stemOf = (path: string): string => path.replace(/\.[^./]*$/, '').normalize('NFC');

/** Whether its first line that holds anything is that of a block of fields, or meant to be. */
const hasFields = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*(?:---|\+\+\+|(?:title|time):)/.test(new TextDecoder().decode(bytes.subarray(0, 1000)));
