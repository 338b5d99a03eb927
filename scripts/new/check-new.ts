import type { ContentFiles } from '../../src/core/content-files.ts';
import type { Diagnostic } from '../../src/core/diagnostics.ts';
import { type ReadOptions, readArchive } from '../../src/core/read-archive.ts';

/** A document before it is written: its file, by the path below the content folder, and its text. */
export type NewDocument = { readonly file: string; readonly text: string };

/**
 * What would be wrong if the document were written to the content, in file order, in whichever file it shows. What is
 * wrong without it, as `before` says, is left out.
 */
export const checkNew = (
  files: ContentFiles,
  { file, text }: NewDocument,
  before: readonly Diagnostic[],
  options: ReadOptions,
): readonly Diagnostic[] => {
  const known = new Set(before.map(keyOf));
  const { diagnostics } = readArchive(new Map([...files, [file, new TextEncoder().encode(text)]]), options);
  return diagnostics.filter((one) => !known.has(keyOf(one)));
};

const keyOf = ({ file, line, column, rule, message }: Diagnostic): string =>
  JSON.stringify([file, line, column, rule, message]);
