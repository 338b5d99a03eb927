import type { Site } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import type { Logo, LookIcons, Palette } from '../core/look.ts';
import { mainColours } from '../core/look.ts';
import type { FieldPath } from '../core/yaml.ts';
import { encoding } from '../media/limits.ts';
import { loadSharp } from '../media/load-sharp.ts';
import { measurePicture } from '../media/measure.ts';
import type { Measured } from '../media/measured.ts';
import { openUpright } from '../media/open-upright.ts';
import type { PublishedMedia } from '../media/publish-media.ts';
import { reportUnknown, reportUnreadable } from '../media/report-media.ts';
import { signOf } from '../media/sign.ts';
import { contrastOf } from './palette.ts';
import { hashOf, publishFile } from './publish-file.ts';
import type { ThemeBytes, ThemeReport } from './theme-report.ts';

/** The papers of archives whose theme names no colour. */
const usualPapers = { light: '#faf6ed', dark: '#14171c' };

type Published<Part> = { readonly part: Part; readonly files: readonly PublishedMedia[] };

/** The logo as it is published, and on which ground it is seen in each scheme: that of the page, or a plate. */
export type PublishedLogo = Published<Logo> & { readonly plates: { readonly light: string; readonly dark: string } };

/** So many pixels high a logo is published: three for each that shows it. */
const logoHeight = 112;

/** From this ratio on a logo is taken for a name, beside which the name need not stand again. */
const leastNameRatio = 2.2;

/** The logo of a theme; one that cannot be shown is reported. */
export const readLogo = async (
  { theme }: Site,
  palette: Palette | undefined,
  at: ThemeReport,
): Promise<PublishedLogo | undefined> => {
  const { picture = '', alt = '' } = theme?.logo ?? {};
  const path = ['logo', 'picture'];
  const found = theme?.logo && at.find(path, picture, 'picture');
  const measured = found && (await measureAt(path, found, at));
  if (!measured) return undefined;
  const ratio = measured.width / measured.height;
  const width = Math.max(1, Math.min(Math.round(logoHeight * ratio), 8 * logoHeight));
  const drawn = await (await openUpright(found.bytes, width))
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  const { media, name } = publishFile('logo.png', drawn.data);
  const papers = { light: palette?.light.paper ?? usualPapers.light, dark: palette?.dark.paper ?? usualPapers.dark };
  const isLost = await lostOn(drawn.data);
  return {
    part: { name, alt, width: drawn.info.width, height: drawn.info.height, isName: ratio >= leastNameRatio },
    files: [{ ...media, source: found.file }],
    plates: {
      light: isLost(papers.light) ? papers.dark : 'transparent',
      dark: isLost(papers.dark) ? papers.light : 'transparent',
    },
  };
};

/** The icons of a theme: those of its own picture, or the sign of the program in its colours. */
export const readIcons = async (
  { theme, title }: Site,
  palette: Palette | undefined,
  at: ThemeReport,
): Promise<(Published<LookIcons> & { readonly sign?: string }) | undefined> => {
  const found = theme?.icon === undefined ? undefined : at.find(['icon'], theme.icon, 'picture');
  if (theme?.icon !== undefined && !(found && (await measureAt(['icon'], found, at)))) return undefined;
  const colours = palette && mainColours(palette);
  if (!found && !colours) return undefined;
  const bytes = found?.bytes ?? Buffer.from(signOf({ ground: colours?.accent ?? '', lines: colours?.paper ?? '' }));
  const paper = colours?.paper ?? usualPapers.light;
  const icon = (size: number, ground?: string): PublishedMedia => {
    const name = `icon-${size}-${hashOf(encoding, bytes, ground ?? '')}.png`;
    const make = async () => new Map([[name, await square(bytes, size, ground)]]);
    return { source: found?.file ?? 'site.yml', names: [name], make };
  };
  const [small, touch, middle, large] = [icon(96), icon(180, paper), icon(192), icon(512)];
  const nameOf = ({ names }: PublishedMedia): string => names[0] ?? '';
  const manifest = publishFile(
    'manifest.json',
    JSON.stringify({
      name: title,
      icons: [middle, large].map((one, index) => ({
        src: nameOf(one),
        sizes: index === 0 ? '192x192' : '512x512',
        type: 'image/png',
      })),
      start_url: '../',
      display: 'browser',
      background_color: paper,
      theme_color: paper,
    }),
  );
  return {
    ...(found && { sign: `data:image/png;base64,${Buffer.from(await square(bytes, 64)).toString('base64')}` }),
    part: { small: nameOf(small), touch: nameOf(touch), large: nameOf(large), manifest: manifest.name },
    files: [small, touch, middle, large, { ...manifest.media, source: 'site.yml' }],
  };
};

const measureAt = async (
  path: FieldPath,
  { file, bytes }: ThemeBytes,
  at: ThemeReport,
): Promise<Measured | undefined> => {
  const { corrected: _, ...place } = at.placeOf(path);
  const uses = [{ picture: file, place }];
  const report: Report = (finding) => at.inFile({ ...finding, related: file });
  if (reportUnknown(file, uses, report)) return undefined;
  try {
    return await measurePicture(bytes);
  } catch (fault) {
    reportUnreadable(file, uses, fault, report);
    return undefined;
  }
};

/** A picture as a square, with room above and below or beside it where it is none. */
const square = async (bytes: Uint8Array, size: number, ground?: string): Promise<Uint8Array> => {
  const room = ground === undefined ? 0 : Math.round(size / 9);
  const inner = size - 2 * room;
  const drawn = (await openUpright(bytes, inner)).resize({
    width: inner,
    height: inner,
    fit: 'contain',
    background: { r: 0, g: 0, b: 0, alpha: 0 },
  });
  const pixels = await drawn.ensureAlpha().png().toBuffer();
  const sharp = await loadSharp();
  const background = ground ?? { r: 0, g: 0, b: 0, alpha: 0 };
  const extended = sharp(pixels).extend({ top: room, bottom: room, left: room, right: room, background });
  return (ground === undefined ? extended : extended.flatten({ background: ground }))
    .png({ compressionLevel: 9 })
    .toBuffer();
};

/** Says of a ground whether much of a drawing that can be seen through would be lost on it. */
const lostOn = async (png: Uint8Array): Promise<(ground: string) => boolean> => {
  const sharp = await loadSharp();
  const pixels = await sharp(png).resize({ width: 96 }).ensureAlpha().raw({ depth: 'uchar' }).toBuffer();
  const all = Array.from({ length: pixels.length / 4 }, (_, index) => pixels.subarray(4 * index, 4 * index + 4));
  const seen = all.filter(([, , , alpha = 0]) => alpha > 128);
  if (seen.length > 0.97 * all.length) return () => false;
  const counts = Map.groupBy(seen, ([r = 0, g = 0, b = 0]) => `rgb(${r & 0xf0} ${g & 0xf0} ${b & 0xf0})`);
  return (ground) => {
    const lost = [...counts].filter(([colour]) => contrastOf(colour, ground) < 1.6);
    return lost.reduce((sum, [, { length }]) => sum + length, 0) > 0.12 * seen.length;
  };
};
