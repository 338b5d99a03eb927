import type { Element, Root, RootContent } from 'hast';
import type { Text } from '../core/archive.ts';
import { splitCaption } from '../core/caption.ts';
import type { Report } from '../core/diagnostics.ts';
import { isPicture, mediaKindOf } from '../core/media-names.ts';
import { eachElement } from './each-element.ts';
import { inlineMarkdown, placeAll } from './inline-markdown.ts';
import { placeIn } from './place-in.ts';

/**
 * Makes a paragraph that holds nothing but pictures, videos and sounds into figures, one each: its title becomes caption and credit,
 * which are Markdown. Several pictures become a gallery. Each picture leads to its largest file.
 */
export const makeFigures = (tree: Root, text: Text, report: Report): void => {
  const inline: Inline = (written, { position }) => {
    const content = inlineMarkdown(written, placeIn(text, position?.start), report);
    placeAll(content, position);
    return content;
  };
  eachElement(tree, (node, index, parent) => {
    const pictures = picturesAlone(node);
    if (pictures.length === 0) return undefined;
    const made = isGallery(node)
      ? [galleryOf(pictures, inline)]
      : pictures.map((picture) => (isClip(picture) ? figure(picture, picture, inline) : tile(picture, inline)));
    parent.children.splice(index, 1, ...made);
    return index + made.length;
  });
};

/** Makes a text below a picture into elements. */
type Inline = (written: string, picture: Element) => Element['children'];

/** Whether an element is a paragraph of several pictures. */
const isGallery = (node: Element): boolean => {
  const pictures = picturesAlone(node);
  return pictures.length > 1 && !pictures.some(isClip);
};

/** Whether it plays: a video or a sound. */
const isClip = ({ properties: { src } }: Element): boolean =>
  /^(?:video|audio)$/.test(mediaKindOf(pathOf(String(src))) ?? '');

/** Takes the link to its largest file from each picture alone that `isSmall`: it would show nothing more. */
export const unlinkSmall = (tree: Root, isSmall: (picture: Element) => boolean): void => {
  eachElement(tree, ({ tagName, children }) => {
    const [link] = children;
    if (tagName !== 'figure' || !link || !isElement(link, 'a')) return;
    const [picture] = link.children;
    if (picture && isElement(picture, 'img') && picture.properties.dataTile === undefined && isSmall(picture))
      children[0] = picture;
  });
};

/** The pictures and videos of a paragraph that holds nothing else. */
const picturesAlone = ({ tagName, children }: Element): readonly Element[] => {
  if (tagName !== 'p') return [];
  const content = children.filter(
    (child) => !isElement(child, 'br') && !(child.type === 'text' && child.value.trim() === ''),
  );
  const pictures = content.filter((child): child is Element => isElement(child, 'img'));
  return pictures.length === content.length ? pictures : [];
};

const figure = (picture: Element, shown: Element, inline: Inline): Element => {
  const { title, ...properties } = picture.properties;
  picture.properties = properties;
  const { caption, credit } = splitCaption(typeof title === 'string' ? title : '');
  const lines: Element['children'] = [];
  if (caption !== undefined) lines.push(...inline(caption, picture));
  if (caption !== undefined && credit !== undefined) lines.push({ type: 'text', value: ' ' });
  if (credit !== undefined) lines.push(element('small', { className: ['credit'] }, inline(credit, picture)));
  return element('figure', {}, lines.length === 0 ? [shown] : [shown, element('figcaption', {}, lines)]);
};

/** Two in a row; of an odd number the first has a row of its own. */
const galleryOf = (pictures: readonly Element[], inline: Inline): Element => {
  const tiles = pictures.map((picture, index) => {
    picture.properties.dataTile = index === 0 && pictures.length % 2 === 1 ? 'whole' : 'half';
    return tile(picture, inline);
  });
  return element('div', { className: ['gallery'] }, tiles);
};

const tile = (picture: Element, inline: Inline): Element => {
  const { src } = picture.properties;
  // One without a file, or with a file that is none, is reported as a picture, not as a link, too.
  const isFile = typeof src === 'string' && isPicture(pathOf(src)) && !src.startsWith('/');
  const shown = isFile ? element('a', { href: src }, [picture]) : picture;
  return figure(picture, shown, inline);
};

const element = (tagName: string, properties: Element['properties'], children: Element['children']): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const pathOf = (address: string): string => address.replace(/[?#].*$/s, '');

const isElement = (node: RootContent, name: string): node is Element =>
  node.type === 'element' && node.tagName === name;
