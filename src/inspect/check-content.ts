import { isDocument, isNote } from '../core/content-files.ts';
import { type Diagnostic, hasErrors } from '../core/diagnostics.ts';
import type { Content } from '../io/read-content.ts';
import type { InspectOptions } from './inspect.ts';

/** Which files of the content are to be checked, all of them unless `concerns` says otherwise, and what lies around it. */
export type CheckOptions = Omit<InspectOptions, 'isCheck'> & {
  /** The version of the program, by which what has not changed since it was checked is known; otherwise all is looked at. */
  readonly version?: string;
  /** What is known of it already. */
  readonly known?: readonly Diagnostic[];
};

/** What is wrong in the files that were to be checked. */
export type CheckResult = {
  readonly diagnostics: readonly Diagnostic[];
  /** How many documents have been checked. */
  readonly documents: number;
  /** Whether front matter or settings of other files that were read have errors, which stop a build as well. */
  readonly elsewhere: boolean;
};

/**
 * Everything that a build would say of the content, without building it, and what it would say of drafts once they are
 * published. Of other files than those that concern, it reads what those depend on, and reports nothing but what comes
 * of one that concerns.
 */
export const checkContent = async (content: Content, options: CheckOptions = {}): Promise<CheckResult> => {
  const { concerns = () => true } = options;
  const found = await diagnosticsIn(content, options);
  const concerning = ({ file, related }: Diagnostic) => concerns(file) || (related !== undefined && concerns(related));
  return {
    diagnostics: found.filter(concerning),
    documents: [...content.files.keys()].filter((file) => isDocument(file) && !isNote(file) && concerns(file)).length,
    elsewhere: hasErrors(found.filter((one) => !concerning(one))),
  };
};

/** What is wrong in the texts and pictures that concern, and in all front matter and settings. */
export const diagnosticsIn = async (content: Content, options: CheckOptions): Promise<readonly Diagnostic[]> => {
  const pictures = async () => (await import('./disk-caches.ts')).diskPictures();
  const { version, known, ...whole } = options;
  if (known) return known;
  const { concerns = () => true, around, look, ...read } = whole;
  if (version === undefined || around || look)
    return (await (await import('./inspect.ts')).inspect(content, { ...whole, isCheck: true }, { pictures }))
      .diagnostics;
  const { checkParts } = await import('./check-parts.ts');
  return checkParts(content, { ...read, concerns, version }, { pictures });
};
