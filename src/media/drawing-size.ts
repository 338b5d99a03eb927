import { PictureFault } from './picture-fault.ts';

/**
 * An SVG that says in pixels how large it is shown: at the size of its `width` and `height` as browsers read them, or at the
 * ratio of its `viewBox`, whose units are no pixels (SVG 2, 8.2 and 8.6). Whatever is larger than a page shows becomes smaller.
 * Bytes that say so already come back as they are, and so does all that `checkSize` refuses.
 */
export const withShownSize = (bytes: Uint8Array): Uint8Array => {
  // As Latin-1, so that bytes of every encoding stay what they are.
  const svg = Buffer.from(bytes).toString('latin1');
  const root = rootOf(svg);
  if (root === undefined) return bytes;
  const size = shownSize(root.tag);
  if (size instanceof PictureFault || size.isAsWritten) return bytes;
  const { width, height } = size;
  const tag = withoutSize(root.tag).replace(/^<(?:[\w.-]+:)?svg/, `$& width="${width}" height="${height}"`);
  return Buffer.from(svg.slice(0, root.at) + tag + svg.slice(root.at + root.tag.length), 'latin1');
};

/** Throws `PictureFault` for an SVG without a size, or of a ratio that no page can show. */
export const checkSize = (svg: string): void => {
  const size = shownSize(rootOf(svg)?.tag ?? '');
  if (size instanceof PictureFault) throw size;
};

/** Longer sides are scaled down: no page shows more. */
const longestSide = 4096;

/** A `viewBox` below this has units of its own, such as 0 to 1, rather than the pixels of an icon. */
const smallestIcon = 16;
const plainSide = 640;

/** A drawing with a longer side so many times the shorter one would be a line. */
const mostRatio = 1000;

/** The first tag behind declarations, comments and a document type. */
const rootOf = (svg: string): { readonly tag: string; readonly at: number } | undefined => {
  const prolog =
    /(?:\xef\xbb\xbf|\ufeff)?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^[>]|\[[^\]]*\])*>)*/iy.exec(svg)?.[0] ??
    '';
  const at = prolog.length;
  const root = /<(?:[\w.-]+:)?svg(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>/y;
  root.lastIndex = at;
  const tag = root.exec(svg)?.[0];
  return tag === undefined ? undefined : { tag, at };
};

type Size = { readonly width: number; readonly height: number };

const shownSize = (tag: string): (Size & { readonly isAsWritten: boolean }) | PictureFault => {
  const box = boxOf(tag);
  const [width, height] = [sideOf(tag, 'width'), sideOf(tag, 'height')];
  if (box?.width === 0 || box?.height === 0 || width.px === 0 || height.px === 0) return sizeless(tag);
  const ratio = box && box.width / box.height;
  const across = width.px ?? (height.px !== undefined && ratio ? height.px * ratio : box?.width);
  const down = height.px ?? (width.px !== undefined && ratio ? width.px / ratio : box?.height);
  if (across === undefined || down === undefined) return sizeless(tag);
  const [longer, shorter] = [Math.max(across, down), Math.min(across, down)];
  if (longer > mostRatio * shorter) return lineLike(across > down);
  const isTiny = width.px === undefined && height.px === undefined && longer < smallestIcon;
  const scale = longer > longestSide ? longestSide / longer : isTiny ? plainSide / longer : 1;
  const shown = (side: number): number => Math.max(1, Math.round(100 * scale * side) / 100);
  return { width: shown(across), height: shown(down), isAsWritten: scale === 1 && width.isPlain && height.isPlain };
};

const lineLike = (isWide: boolean): PictureFault =>
  new PictureFault(
    `the drawing is more than ${mostRatio.toLocaleString('en')} times as ${isWide ? 'wide as high' : 'high as wide'}`,
    'Correct its viewBox, or its width and height.',
  );

const sizeless = (tag: string): PictureFault => {
  const said = ['width', 'height', 'viewBox'].flatMap((name) => {
    const value = attributeOf(tag, name);
    return value === undefined ? [] : [`${name}="${value.slice(0, 60)}"`];
  });
  const found = said.length === 0 ? '' : `, only ${said.join(' ')}`;
  return new PictureFault(
    `the drawing does not say how large it is${found}`,
    'Give its <svg> a viewBox of four numbers, or width and height, all above 0.',
  );
};

/** The width and height of the `viewBox`, where it is one; a browser draws nothing where one of them is 0. */
const boxOf = (tag: string): Size | undefined => {
  const numbers =
    attributeOf(tag, 'viewBox')
      ?.trim()
      .split(/\s*,\s*|\s+/)
      .map(Number) ?? [];
  const [, , width = Number.NaN, height = Number.NaN] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return undefined;
  return width >= 0 && height >= 0 ? { width, height } : undefined;
};

type Side = {
  readonly px?: number;
  /** Whether it is written in pixels, or not at all. */
  readonly isPlain: boolean;
};

/** A side as the style or the attribute of the root says it; `px` is not there where it follows from the `viewBox`. */
const sideOf = (tag: string, name: 'width' | 'height'): Side => {
  const style = new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([^;!]+)`, 'i').exec(attributeOf(tag, 'style') ?? '')?.[1];
  const written = (style ?? attributeOf(tag, name))?.trim();
  if (written === undefined) return { isPlain: true };
  const [, number, unit = ''] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)$/i.exec(written) ?? [];
  const pixels = Number(number) * (pixelsOf[unit.toLowerCase()] ?? Number.NaN);
  if (!Number.isFinite(pixels) || pixels < 0) return { isPlain: /^(?:auto|[+\d.]+%)$/.test(written) && !style };
  return { px: pixels, isPlain: /^(?:px)?$/i.test(unit) };
};

/** How many pixels a unit of CSS has; those of fonts as browsers set them where nothing else is said. */
const pixelsOf: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  pt: 96 / 72,
  pc: 16,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
};

const attributeOf = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found?.[1] ?? found?.[2];
};

const withoutSize = (tag: string): string =>
  tag
    .replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, '')
    .replace(/(\sstyle\s*=\s*["'])([^"']*)/, (_, start: string, style: string) => {
      const others = style.split(';').filter((one) => !/^\s*(?:width|height)\s*:/i.test(one));
      return start + others.join(';');
    });
