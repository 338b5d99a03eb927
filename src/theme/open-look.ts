import type { Site } from '../core/archive.ts';
import { type ContentFiles, themeFolder } from '../core/content-files.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Look } from '../core/look.ts';
import type { PublishedMedia } from '../media/publish-media.ts';

/** The look of an archive, the files that it publishes, and what is wrong with its theme. */
export type OpenLook = {
  readonly look?: Look;
  readonly files: readonly PublishedMedia[];
  readonly diagnostics: readonly Diagnostic[];
};

/** The look of an archive without a theme. */
export const noLook: OpenLook = { files: [], diagnostics: [] };

/**
 * Makes of the theme in `site.yml`, and of the files of `theme/` in the content, what pages, cards and feeds print. What
 * makes it is loaded only for an archive that has a theme.
 */
export const openLook = async (files: ContentFiles, site: Site): Promise<OpenLook> => {
  const hasFiles = [...files.keys()].some((path) => path.startsWith(`${themeFolder}/`));
  if (!site.theme && !hasFiles) return noLook;
  const { makeLook } = await import('./make-look.ts');
  return makeLook(files, site);
};
