import type { Element, ElementContent, RootContent } from 'hast';
import type { ShownAudio } from '../core/shown-media.ts';
import { formatDuration } from '../words/format-duration.ts';
import { wordsIn } from '../words/words.ts';
import { describeFile, spanOf } from './file-note.ts';

/**
 * The player that an `<img>` of a text becomes where its file is a sound, and below it what the file is, with a link that saves
 * it. Nothing of it is loaded before it is played. `page` is the language of the page.
 */
export const audioElements = (
  { properties, position }: Element,
  audio: ShownAudio,
  page: string,
): readonly [player: Element, line: Element] => {
  const { src, name, type } = audio;
  const player: Element = {
    type: 'element',
    tagName: 'audio',
    properties: { controls: true, preload: 'none', src, ariaLabel: String(properties.alt ?? '') },
    children: [],
    ...(position && { position }),
  };
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: src, type, download: name },
    children: [{ type: 'text', value: wordsIn(page).texts.download }],
  };
  const said: ElementContent = { type: 'text', value: ` (${describeFile(audio, page)})` };
  return [player, spanOf([link, said], page)];
};

/** What is heard in a sound, folded up. `content` is what a text has become; what is said stands behind its time. */
export const transcriptElement = (
  { transcript }: ShownAudio,
  content: Element['children'],
  page: string,
): Element | undefined => {
  if (!transcript) return undefined;
  const { texts, spoken } = wordsIn(page);
  const summary: Element = {
    type: 'element',
    tagName: 'summary',
    properties: spoken === undefined ? {} : { lang: spoken },
    children: [{ type: 'text', value: texts.transcript }],
  };
  const said = 'cues' in transcript ? transcript.cues.map((cue) => paragraphOf(cue, page)) : content;
  return {
    type: 'element',
    tagName: 'details',
    properties: { className: ['transcript'] },
    children: [summary, ...said],
  };
};

const paragraphOf = ({ at, text }: { readonly at: number; readonly text: string }, page: string): Element => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children: [
    {
      type: 'element',
      tagName: 'small',
      properties: {},
      children: [{ type: 'text', value: formatDuration(Math.floor(at), 0, page) }],
    },
    { type: 'text', value: ` ${text}` },
  ],
});

/** A block for a list, in which a link to the entry's own page stands for what is heard. The block itself, where it holds none. */
export const leadToTranscripts = <Node extends RootContent | ElementContent>(block: Node, page: string): Node => {
  if (block.type !== 'element') return block;
  const children = block.children.map((child) =>
    isTranscript(child) ? linkFor(child, page) : leadToTranscripts(child, page),
  );
  return children.every((child, index) => child === block.children[index]) ? block : { ...block, children };
};

const isTranscript = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'details' && [node.properties.className].flat().includes('transcript');

const linkFor = ({ children }: Element, page: string): Element => {
  const [summary] = children;
  const { properties, children: words } = summary?.type === 'element' ? summary : { properties: {}, children: [] };
  const href = new URL(page).pathname;
  const link: Element = { type: 'element', tagName: 'a', properties: { href }, children: [...words] };
  return { type: 'element', tagName: 'span', properties: { ...properties, className: ['file'] }, children: [link] };
};
