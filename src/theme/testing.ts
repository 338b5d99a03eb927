import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Diagnostic } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import type { Look } from '../core/look.ts';
import { readSite } from '../core/read-site.ts';
import { aSite, contentOf } from '../core/testing.ts';
import type { PublishedMedia } from '../media/publish-media.ts';
import { openLook } from './open-look.ts';

/** A font of a package of this project. */
export const fontAt = (path: string): Uint8Array => readFileSync(createRequire(import.meta.url).resolve(path));

/** A logo that is as wide as high. */
export const squareLogo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="#111"/></svg>';

/** The look of an archive, what it publishes, and what is said of its theme; nothing where that is right. */
type OpenedLook = {
  readonly look: Look | undefined;
  readonly published: readonly PublishedMedia[];
  readonly said: string;
};

/** Opens the look of an archive with a `theme:`, and these files in `content/theme/`. */
export const openTheme = async (
  theme: string | undefined,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<OpenedLook> => {
  const bytes = Object.entries(files).map(([name, text]) => [`theme/${name}`, Buffer.from(text)] as const);
  const content = contentOf({ 'site.yml': aSite({ theme }) }, Object.fromEntries(bytes));
  const reported: Diagnostic[] = [];
  const site = readSite(content, undefined, (finding) => reported.push({ severity: 'error', ...finding }));
  const { look, files: published, diagnostics } = await openLook(content, site);
  const all = [...reported, ...diagnostics];
  return { look, published, said: all.length === 0 ? '' : formatDiagnostics(all) };
};

/** The text of a file that a look publishes: its style sheet, unless another is named. */
export const publishedText = async (
  { look, published }: Pick<OpenedLook, 'look' | 'published'>,
  name = look?.sheet ?? '',
): Promise<string> => {
  const made = await published.find(({ names }) => names.includes(name))?.make(new Set([name]));
  const bytes = made?.get(name);
  return bytes instanceof Uint8Array ? Buffer.from(bytes).toString() : '';
};
