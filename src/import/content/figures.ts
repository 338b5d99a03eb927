import type { Element, ElementContent } from 'hast';
import { addressIn, element, findElement, isElementNamed, textElement } from './element.ts';
import type { Marks } from './marks.ts';
import type { Pass } from './pass.ts';
import type { ContentPiece } from './pieces.ts';
import { visibleText } from './visible-text.ts';

/** A figure that shows pictures and nothing else. */
type PictureFigure = {
  readonly pictures: readonly { readonly picture: Element; readonly link?: Element }[];
  /** On one line; empty where it has none. */
  readonly caption: string;
  /** Whether the caption leads somewhere, which no title of a picture can do. */
  readonly hasLinks: boolean;
};

/** What a figure shows, where that is pictures alone. */
export const pictureFigure = (figure: Element): PictureFigure | undefined => {
  const pictures: { picture: Element; link?: Element }[] = [];
  let caption: Element | undefined;
  let isMore = false;
  const look = (nodes: readonly ElementContent[], link?: Element): void => {
    for (const node of nodes) {
      if (node.type === 'text') isMore ||= node.value.trim() !== '';
      if (node.type !== 'element') continue;
      if (node.tagName === 'figcaption') caption ??= node;
      else if (node.tagName === 'img') pictures.push({ picture: node, ...(link && { link }) });
      else if (isElementNamed(node, 'figure', 'table', 'hr')) isMore = true;
      else look(node.children, node.tagName === 'a' ? node : link);
    }
  };
  look(figure.children);
  if (isMore || pictures.length === 0 || (caption && findElement(caption, 'img', 'table'))) return undefined;
  return {
    pictures,
    caption: caption ? captionOf(caption.children).replace(/\s+/g, ' ').trim() : '',
    hasLinks: caption !== undefined && findElement(caption, 'a') !== undefined,
  };
};

/** Its pictures in a line, with the caption as title of the last, and below them the pages that they lead to. */
export const figurePieces = ({ pictures, caption, hasLinks }: PictureFigure, note: Pass['note']): ContentPiece[] => {
  if (hasLinks) note('The links in a caption are left out; their text is kept.');
  const shown = pictures.map(({ picture }, index): ContentPiece => {
    const title = caption !== '' && index === pictures.length - 1 ? { title: caption } : {};
    return { kind: 'leaf', node: element('img', { ...picture.properties, ...title }), marks: {} };
  });
  const pages = pictures.flatMap(({ picture, link }): ContentPiece[] => {
    const marks = linkAround(picture, link ? { link } : {});
    return marks.link
      ? [{ kind: 'leaf', node: textElement(addressIn(marks.link, 'href')), marks }, { kind: 'edge' }]
      : [];
  });
  return [{ kind: 'edge' }, ...shown, { kind: 'edge' }, ...pages];
};

/** The marks of a picture: a link, where that leads to a page and not to another size of the picture. */
export const linkAround = (picture: Element, { link }: Marks): Marks => {
  const address = link ? addressIn(link, 'href') : '';
  const isItself =
    address === addressIn(picture, 'src') || /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i.test(address);
  return link && !isItself ? { link } : {};
};

const lines = new Set('br div figcaption footer h1 h2 h3 h4 h5 h6 li p small span td tr'.split(' '));

/** The words of a caption, those of its parts (text, credit) kept apart. */
const captionOf = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return visibleText(node.value);
      if (node.type !== 'element') return '';
      const inner = captionOf(node.children);
      return lines.has(node.tagName) ? ` ${inner} ` : inner;
    })
    .join('');
