import { ownFolders, topFolder } from '../core/content-files.ts';
import { type Diagnostic, sortDiagnostics } from '../core/diagnostics.ts';
import type { ReadOptions } from '../core/read-archive.ts';
import { checkContent } from '../inspect/check-content.ts';
import type { ContentSource } from '../io/content-source.ts';

/**
 * What is wrong in some folders and above them, as a check of the whole archive says it: what a link to another event was
 * meant to be, and who else has an address, cannot be told from one event alone. Nothing that was `found` is left out.
 */
export const explainErrors = async (
  found: readonly Diagnostic[],
  folders: readonly string[],
  { source, options }: { readonly source: ContentSource; readonly options: ReadOptions },
): Promise<readonly Diagnostic[]> => {
  const looked = new Set<string | undefined>([undefined, ...ownFolders, ...folders]);
  const concerns = (file: string): boolean => looked.has(topFolder(file));
  const { diagnostics } = await checkContent(await source.readWhole(), { ...options, concerns, looksAhead: false });
  const known = new Set(diagnostics.map(placeOf));
  return sortDiagnostics([...diagnostics, ...found.filter((one) => !known.has(placeOf(one)))]);
};

const placeOf = ({ file, line, column, rule }: Diagnostic): string => JSON.stringify([file, line, column, rule]);
