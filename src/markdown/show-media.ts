import type { Element, Root } from 'hast';
import type { Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import { isVideo } from '../core/media-names.ts';
import { asWritten } from './as-written.ts';
import type { BodyContext } from './body.ts';
import { eachElement } from './each-element.ts';
import { elsewhereAt } from './elsewhere.ts';
import { unlinkSmall } from './figures.ts';
import { isElsewhere, pathFrom } from './parse-body.ts';
import { pictureElement } from './picture-element.ts';
import { placeIn } from './place-in.ts';
import { videoElement } from './video-element.ts';

/**
 * Gives every picture and video its published form. One without a text for those who cannot see it, or from another site,
 * is reported; one that is not there is reported where media are planned.
 */
export const showMedia = (tree: Root, text: Text, { mediaAt, language = 'en' }: BodyContext, report: Report): void => {
  unlinkSmall(tree, ({ properties: { src } }) => {
    const media = typeof src === 'string' ? mediaAt(pathFrom(text, src)) : undefined;
    return media?.kind !== 'picture' || media.width <= textWidth;
  });
  eachElement(tree, (node, index, parent) => {
    if (node.tagName !== 'img') return undefined;
    const path = soundPath(node, text, report);
    if (typeof node.properties.title === 'string') reportCaption(node, text, report);
    const media = path === undefined ? undefined : mediaAt(path);
    if (!media) delete node.properties.dataTile;
    else
      parent.children[index] =
        media.kind === 'picture' ? pictureElement(node, media) : videoElement(node, media, language);
    return index + 1;
  });
};

/** How wide a text is at most, in pixels: a picture that is not wider is shown as large as it is. */
const textWidth = 646;

/** Reports a caption that only those would see who rest a mouse on the picture: in a figure it would have become its own. */
const reportCaption = ({ properties, position }: Element, text: Text, report: Report): void => {
  report({
    ...placeIn(text, position?.start),
    rule: 'lost-caption',
    message: `Unexpected caption "${properties.title}" of a picture among other words, expected the picture alone in its paragraph`,
    hint: 'Put an empty line before and behind the picture, and take a link from around it.',
  });
};

/** The path of a picture or video as it is written, unless there can be none. */
const soundPath = ({ properties, position }: Element, text: Text, report: Report): string | undefined => {
  const place = placeIn(text, position?.start);
  const { src: address, alt } = properties;
  if (typeof address !== 'string' || address === '') {
    report({
      ...place,
      rule: 'missing-picture',
      message: 'Unexpected picture without a file, expected the name of one beside the entry',
      hint: 'Save the picture beside the entry, and write its name behind the text: ![A runner crosses the line](runner.jpg)',
    });
    return undefined;
  }
  const written = asWritten(address);
  const path = pathFrom(text, address);
  const noun = isVideo(path) ? 'video' : 'picture';
  if (typeof alt !== 'string' || alt.trim() === '') {
    const message = `Unexpected ${noun} "${written}" without alt text, expected a text for those who cannot see it`;
    report({
      ...place,
      rule: 'missing-alt',
      message,
      hint: `Write what it shows: ![A runner crosses the line](${written})`,
    });
  }
  if (!isElsewhere(address) && !address.startsWith('/')) return path;
  const message = `Unexpected ${noun} "${written}", expected a file beside the entry`;
  const hint =
    elsewhereAt(address) === undefined
      ? `Save the ${noun} beside the entry, and show it by its file name.`
      : 'Write its address alone in a paragraph: it becomes a card that leads there.';
  report({ ...place, rule: 'remote-picture', message, hint });
  return undefined;
};
