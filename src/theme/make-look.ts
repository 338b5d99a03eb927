import type { Site } from '../core/archive.ts';
import type { ContentFiles } from '../core/content-files.ts';
import { collectDiagnostics, type Diagnostic } from '../core/diagnostics.ts';
import type { Look } from '../core/look.ts';
import type { PublishedMedia } from '../media/publish-media.ts';
import { readFonts } from './fonts.ts';
import { readOwnSheet } from './own-sheet.ts';
import { readIcons, readLogo } from './pictures.ts';
import { publishFile } from './publish-file.ts';
import { readColours } from './read-colours.ts';
import { sheetOf } from './sheet.ts';
import { themeReport } from './theme-report.ts';

/** The look of an archive, the files that it publishes, and what is wrong with its theme. */
export type OpenLook = {
  readonly look?: Look;
  readonly files: readonly PublishedMedia[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Makes the look of an archive that has a theme, or files of one. */
export const makeLook = async (files: ContentFiles, site: Site): Promise<OpenLook> => {
  const { report, diagnostics } = collectDiagnostics();
  const at = themeReport(files, report);
  const { theme = {} } = site;
  const palette = readColours(theme, at);
  const fonts = readFonts(theme, site.title, at);
  const [logo, icons] = await Promise.all([readLogo(site, palette, at), readIcons(site, palette, at)]);
  const own = readOwnSheet(at);
  const css = sheetOf({ palette, fonts, logo });
  const sheet = css === '' ? undefined : publishFile('theme.css', css);
  const look: Look = {
    ...(palette && { palette }),
    ...(sheet && { sheet: sheet.name }),
    ...(own && { ownSheet: own.name }),
    preloads: fonts.preloads,
    hasTitleFont: '--serif' in fonts.properties,
    ...(logo && { logo: logo.part }),
    ...(icons && { icons: icons.part }),
    ...(icons?.sign && { sign: icons.sign }),
  };
  const published = [
    ...(sheet ? [{ ...sheet.media, source: 'site.yml' }] : []),
    ...fonts.files,
    ...(logo?.files ?? []),
    ...(icons?.files ?? []),
    ...(own?.files ?? []),
  ];
  return { look, files: published, diagnostics: diagnostics() };
};
