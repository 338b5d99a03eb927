import type { PictureUse } from '../core/archive.ts';
import type { MediaItem, ShownMedia } from '../core/shown-media.ts';
import type { BodyContext } from './body.ts';

/** What uses of a text show and hand out, each once: a link to a picture is none of its own. */
export const mediaItemsOf = (uses: readonly PictureUse[], mediaAt: BodyContext['mediaAt']): readonly MediaItem[] => {
  const items = new Map<string, MediaItem>();
  for (const { picture, as, text = '' } of uses) {
    const media = mediaAt(picture);
    if (!media || (media.kind === 'picture' && as === 'large') || items.has(media.src)) continue;
    items.set(media.src, itemOf(media, text));
  }
  return [...items.values()];
};

const itemOf = (media: ShownMedia, text: string): MediaItem => {
  const { kind, src } = media;
  switch (kind) {
    case 'picture':
      return { kind, src, type: typeOfPicture(src), text, width: media.width, height: media.height };
    case 'audio':
      return { kind, src, type: media.type, text, size: media.size, ...(media.seconds && { seconds: media.seconds }) };
    case 'video':
    case 'document':
      return { kind, src, type: media.type, text, size: media.size };
  }
};

/** Pictures are published as JPEG, PNG, GIF or WebP for those that know no newer format. */
const typeOfPicture = (src: string): string => {
  const ending = src.slice(src.lastIndexOf('.') + 1);
  return `image/${ending === 'jpg' ? 'jpeg' : ending}`;
};
