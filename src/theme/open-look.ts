import type { Site } from '../core/archive.ts';
import { type ContentFiles, themeFolder } from '../core/content-files.ts';
import type { OpenLook } from './make-look.ts';

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
