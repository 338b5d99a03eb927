import type { Element, Properties } from 'hast';
import type { ShownPicture } from '../core/shown-media.ts';
import { sizesFor } from './sizes.ts';

/**
 * The picture that an `<img>` of a text becomes, with the files between which a browser chooses. `loading` comes first:
 * that is how the first picture of a page is found.
 */
export const pictureElement = ({ properties, position }: Element, picture: ShownPicture): Element => {
  const { src, width, height, tone, isDrawn, sources } = picture;
  const { alt, title, dataTile } = properties;
  const sizes = sizesFor(picture, dataTile === 'half' ? 'gallery' : 'text');
  const own: Properties = { loading: 'lazy', decoding: 'async', src, alt: alt ?? '', width, height };
  if (title !== undefined) own.title = title;
  const shape =
    dataTile === undefined
      ? height > 2 * width
        ? ['steep']
        : []
      : [...(height > width ? ['tall'] : []), ...(isDrawn ? ['drawn'] : [])];
  const names = [...(tone?.split(' ') ?? []), ...shape];
  if (names.length > 0) own.className = names;
  const img: Element = {
    type: 'element',
    tagName: 'img',
    properties: own,
    children: [],
    ...(position && { position }),
  };
  if (sources.length === 0) return img;
  const files = sources.map(({ type, media, srcset, isFluid }): Element => {
    const given: Properties = { type, srcSet: srcset };
    if (media !== undefined) given.media = media;
    if (isFluid) given.sizes = sizes;
    return { type: 'element', tagName: 'source', properties: given, children: [] };
  });
  return { type: 'element', tagName: 'picture', properties: {}, children: [...files, img] };
};
