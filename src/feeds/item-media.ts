import { lookup } from 'mrmime';

/** A picture, video or sound of an item, with its host. */
export type ItemMedia = {
  readonly kind: 'image' | 'video' | 'audio';
  readonly url: string;
  readonly type: string;
  /** What it shows, where that is said. */
  readonly alt?: string;
  readonly width?: number;
  readonly height?: number;
};

/** The pictures, videos and sounds in the HTML of an item, in their order, each once. `media` is where those of its event are. */
export const mediaIn = (html: string, media: string): readonly ItemMedia[] => {
  const found = new Map<string, ItemMedia>();
  for (const [tag, name = ''] of html.matchAll(/<(img|a|audio|video|source)\b[^>]*>/g)) {
    const url = attributeOf(tag, name === 'a' ? 'href' : 'src');
    const type = url?.startsWith(media) ? lookup(url) : undefined;
    const kind = type && /^(image|video|audio)\//.exec(type)?.[1];
    if (url === undefined || type === undefined || !isKind(kind) || found.has(url)) continue;
    const [alt, width, height] = [attributeOf(tag, 'alt'), attributeOf(tag, 'width'), attributeOf(tag, 'height')];
    found.set(url, {
      kind,
      url,
      type,
      ...(alt && { alt }),
      ...(width && height && { width: Number(width), height: Number(height) }),
    });
  }
  return [...found.values()];
};

const isKind = (kind: string | undefined): kind is ItemMedia['kind'] =>
  kind === 'image' || kind === 'video' || kind === 'audio';

/** An attribute as our own compiler writes it, in double quotes. */
const attributeOf = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replace(/&#x([\da-f]+);|&quot;/gi, (_sign, code) =>
      code === undefined ? '"' : String.fromCodePoint(Number.parseInt(code, 16)),
    );
