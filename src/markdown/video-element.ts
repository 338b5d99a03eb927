import type { Element } from 'hast';
import type { ShownVideo } from '../core/shown-media.ts';

/** The video that an `<img>` of a text becomes where its file is one. Nothing of it is loaded before it is played. */
export const videoElement = (
  { properties, position }: Element,
  { src, type, poster, tracks }: ShownVideo,
): Element => ({
  type: 'element',
  tagName: 'video',
  properties: {
    controls: true,
    preload: 'none',
    playsInline: true,
    ariaLabel: String(properties.alt ?? ''),
    ...(poster && { poster: poster.src, width: poster.width, height: poster.height }),
  },
  children: [
    { type: 'element', tagName: 'source', properties: { src, type }, children: [] },
    ...tracks.map(
      ({ src: track, language }): Element => ({
        type: 'element',
        tagName: 'track',
        properties: { kind: 'captions', src: track, ...(language && { srcLang: language }), label: nameOf(language) },
        children: [],
      }),
    ),
  ],
  ...(position && { position }),
});

const nameOf = (language: string | undefined): string => {
  if (language === undefined) return 'Captions';
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  } catch {
    // Not every word between dots is the code of a language.
    return language;
  }
};
