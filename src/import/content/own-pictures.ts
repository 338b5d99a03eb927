import type { Image, Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { UpdatePicture } from '../live-blog.ts';
import type { Pass } from './pass.ts';
import { visibleText } from './visible-text.ts';
import { pictureAddress } from './web-address.ts';

/** The pictures of a text, in order. */
export const picturesIn = (tree: Root): readonly Image[] => {
  const found: Image[] = [];
  visit(tree, 'image', (image) => {
    found.push(image);
  });
  return found;
};

/** A text with pictures below it. One that it shows already is not shown again, and gives it what it lacks. */
export const withPictures = (tree: Root, pictures: readonly UpdatePicture[], { base, note }: Pass): Root => {
  const shown = new Map(picturesIn(tree).map((image) => [image.url, image]));
  const below: Paragraph[] = [];
  for (const picture of pictures) {
    const url = pictureAddress(picture.address, base);
    if (url === undefined) {
      note('A picture without an address that leads to a file is left out.');
      continue;
    }
    const own = { alt: cleaned(picture.alt), title: titleOf(picture) };
    const image: Image = shown.get(url) ?? { type: 'image', url };
    if (!shown.has(url)) below.push({ type: 'paragraph', children: [image] });
    shown.set(url, image);
    image.alt ||= own.alt;
    image.title ||= own.title || null;
  }
  return { type: 'root', children: [...tree.children, ...below] };
};

const cleaned = (text = ''): string => visibleText(text).replace(/\s+/g, ' ').trim();

/** Caption and credit as one line, such as `The gala. Photo: Jane Doe`. */
const titleOf = ({ caption, credit }: UpdatePicture): string => {
  const reported = cleaned(caption);
  const by = cleaned(credit);
  if (by === '' || reported.includes(by)) return reported;
  const named = /^(?:photo|photograph|picture|image|credit|foto|bild|©|\(c\))/i.test(by) ? by : `Photo: ${by}`;
  if (reported === '') return named;
  return `${reported}${/[.!?…。！？"”»)]$/.test(reported) ? '' : '.'} ${named}`;
};
