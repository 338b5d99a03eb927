import type { Diagnostic } from '../core/diagnostics.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import type { ContentPart } from '../inspect/around.ts';
import { diagnosticsIn } from '../inspect/check-content.ts';

/** A document before it is written: its file, by the path below the content folder, and its text. */
export type NewDocument = { readonly file: string; readonly text: string };

/**
 * What would be wrong if the document were written to the content, in file order: all that `check` says of it, its body, its
 * links and pictures included, and what it spoils in other files. What is wrong without it, as `before` says, is left out.
 */
export const checkNew = async (
  { content, around }: ContentPart,
  { file, text }: NewDocument,
  before: readonly Diagnostic[],
  options: ReadOptions,
): Promise<readonly Diagnostic[]> => {
  const files = new Map([...content.files, [file, new TextEncoder().encode(text)]]);
  const found = await diagnosticsIn({ ...content, files }, { ...options, around, concerns: (one) => one === file });
  const known = new Set(before.map(keyOf));
  return found.filter((one) => !known.has(keyOf(one)));
};

const keyOf = ({ file, line, column, rule, message }: Diagnostic): string =>
  JSON.stringify([file, line, column, rule, message]);
