import type { Element } from 'hast';
import type { ShownVideo } from '../core/shown-media.ts';
import { interfaceTexts } from '../words/languages/interface-texts.ts';

/**
 * The video that an `<img>` of a text becomes where its file is one. Nothing of it is loaded before it is played. `page` is
 * the language of the page.
 */
export const videoElement = (
  { properties, position }: Element,
  { src, type, poster, tracks }: ShownVideo,
  page: string,
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
        properties: {
          kind: 'captions',
          src: track,
          ...(language && { srcLang: language }),
          label: nameOf(language, page),
        },
        children: [],
      }),
    ),
  ],
  ...(position && { position }),
});

/** The name of a language in that of the page, as the menu of a player offers it. */
const nameOf = (language: string | undefined, page: string): string => {
  if (language === undefined) return interfaceTexts(page).captions;
  try {
    return new Intl.DisplayNames([page], { type: 'language' }).of(language) ?? language;
  } catch {
    // Not every word between dots is the code of a language.
    return language;
  }
};
