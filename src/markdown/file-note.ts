import type { Element, ElementContent, RootContent } from 'hast';
import { fileTypeName } from '../core/media-names.ts';
import type { ShownAudio, ShownDocument } from '../core/shown-media.ts';
import { formatDuration } from '../words/format-duration.ts';
import { formatSize } from '../words/format-size.ts';
import { wordsIn } from '../words/words.ts';

/** What a file is, as it stands behind a link to it: `(PDF, 1.2 MB)`. */
export const fileNote = (file: ShownAudio | ShownDocument, language = 'en'): Element =>
  spanOf([{ type: 'text', value: `(${describeFile(file, language)})` }], language);

/** Whether what stands at a place is the blank before such a note: a text without notes is without it, too. */
export const isBeforeNote = (nodes: readonly RootContent[], index: number): boolean => {
  const [node, next] = [nodes[index], nodes[index + 1]];
  return (
    node?.type === 'text' &&
    node.value === ' ' &&
    next?.type === 'element' &&
    [next.properties.className].flat().includes('file')
  );
};

/** The type of a file, how long it is, and its size. */
export const describeFile = (file: ShownAudio | ShownDocument, language: string): string => {
  const { texts, spoken } = wordsIn(language);
  const own = spoken ?? language;
  const seconds = file.kind === 'audio' ? file.seconds : undefined;
  const parts = [
    fileTypeName(file.name),
    ...(seconds === undefined ? [] : [formatDuration(Math.max(1, Math.round(seconds)), 0, own)]),
    formatSize(file.size, own),
  ];
  return parts.join(texts.comma);
};

/** A line on a file, in the language of the interface. */
export const spanOf = (children: ElementContent[], language: string): Element => {
  const { spoken, direction } = wordsIn(language);
  const apart = spoken === undefined ? {} : { lang: spoken, ...(direction && { dir: 'ltr' }) };
  return { type: 'element', tagName: 'span', properties: { className: ['file'], ...apart }, children };
};
