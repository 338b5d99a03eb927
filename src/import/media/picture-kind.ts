import { isUtf8 } from 'node:buffer';

/** The extension of a picture that can be published. */
type PictureExtension = 'jpg' | 'png' | 'gif' | 'webp' | 'avif' | 'svg';

/** Tells by its content alone which picture this is; `undefined` where it is none that can be published. */
export const pictureExtension = (bytes: Uint8Array): PictureExtension | undefined =>
  pictures.find(([, fits]) => fits(signatureOf(bytes)))?.[0] ?? (isDrawing(bytes) ? 'svg' : undefined);

/** What something is that is no such picture: known by its content, else by what the server calls it (`declared`). */
export const describeContent = (bytes: Uint8Array, declared?: string): string => {
  if (bytes.length === 0) return 'empty';
  const known = others.find(([, fits]) => fits(signatureOf(bytes)))?.[0];
  if (known !== undefined) return known;
  if (/^<(!doctype\s+)?(html|head|body)[\s>]/i.test(withoutPrologue(bytes))) return 'text/html';
  const type = /^[\w.+-]+\/[\w.+-]+(?=\s*(;|$))/.exec(declared ?? '')?.[0].toLowerCase();
  // Where a server calls it a picture, it knows no better.
  return type === undefined || type.startsWith('image/') ? 'of an unknown kind' : type;
};

/** Tells by the first bytes, each of them as a letter. */
type Signature<Kind> = readonly [kind: Kind, fits: (beginning: string) => boolean];

const signatureOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 64)).toString('latin1');

const pictures: readonly Signature<PictureExtension>[] = [
  ['jpg', (beginning) => beginning.startsWith('\xff\xd8\xff')],
  ['png', (beginning) => beginning.startsWith('\x89PNG\r\n\x1a\n')],
  ['gif', (beginning) => /^GIF8[79]a/.test(beginning)],
  ['webp', (beginning) => /^RIFF.{4}WEBP/s.test(beginning)],
  ['avif', (beginning) => brandsOf(beginning).some((brand) => brand === 'avif' || brand === 'avis')],
];

/** What people have, too. */
const others: readonly Signature<string>[] = [
  ['image/heic', (beginning) => brandsOf(beginning).some((brand) => /^(hei|hev|mif1)/.test(brand))],
  ['video/mp4', (beginning) => brandsOf(beginning).length > 0],
  ['image/tiff', (beginning) => /^(II\*\0|MM\0\*)/.test(beginning)],
  ['image/bmp', (beginning) => /^BM.{4}\0{4}/s.test(beginning)],
  ['image/x-icon', (beginning) => beginning.startsWith('\0\0\x01\0')],
  ['application/pdf', (beginning) => beginning.startsWith('%PDF-')],
];

/** The brands of a file of ISO base media (ISO/IEC 14496-12): its own one, and those that it is compatible with. */
const brandsOf = (beginning: string): string[] => {
  if (beginning.slice(4, 8) !== 'ftyp') return [];
  const size = Buffer.from(beginning, 'latin1').readUInt32BE();
  return [beginning.slice(8, 12), ...(beginning.slice(16, size).match(/.{4}/gs) ?? [])];
};

/** In the spelling that can be drawn here: UTF-8, and no prefix before `svg`. */
const isDrawing = (bytes: Uint8Array): boolean => isUtf8(bytes) && /^<svg[\s/>]/.test(withoutPrologue(bytes));

/** The beginning as text, from its first element. Editors put long comments and declarations before that of an SVG. */
const withoutPrologue = (bytes: Uint8Array): string => {
  let rest = Buffer.from(bytes.subarray(0, 2 ** 16)).toString();
  // Part for part: one expression for all of them could be made to try every way of dividing them.
  for (let part = prologue.exec(rest); part; part = prologue.exec(rest)) rest = rest.slice(part[0].length);
  return rest;
};

const prologue = /^(\s+|<\?.*?\?>|<!--.*?-->|<!doctype\s+svg[^[>]*(\[[^\]]*\]\s*)?>)/is;
