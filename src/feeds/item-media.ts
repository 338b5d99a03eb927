import type { Permalinks } from '../core/permalinks.ts';
import type { Body } from '../markdown/body.ts';

/** A picture, video, sound or document of an item, with its host. */
export type ItemMedia = {
  readonly kind: 'image' | 'video' | 'audio' | 'document';
  readonly url: string;
  readonly type: string;
  /** What it shows, or the words that lead to it, where there are some. */
  readonly alt?: string;
  readonly width?: number;
  readonly height?: number;
  /** How many bytes it has, and how many seconds, where that is known. */
  readonly size?: number;
  readonly seconds?: number;
};

/** What a body shows and hands out, as feeds name it. */
export const mediaOfBody = ({ media }: Pick<Body, 'media'>, to: Permalinks): readonly ItemMedia[] =>
  media.map(({ kind, src, text, ...others }) => ({
    ...others,
    kind: kind === 'picture' ? 'image' : kind,
    url: to.absolute(src),
    ...(text && { alt: text }),
  }));
