import type { Image, Link, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  /** An address that stands alone, and that Markdown makes a link of by itself. */
  interface LoneAddress {
    type: 'loneAddress';
    value: string;
  }
  interface RootContentMap {
    loneAddress: LoneAddress;
  }
  interface PhrasingContentMap {
    loneAddress: LoneAddress;
  }
}

/**
 * The tree as Markdown, which ends with one line break, or is empty. `pathOf` gives the path of a picture from the
 * document; one without becomes a link, or its words where there is nothing to lead to. There is no HTML in it.
 */
export const printTree = (tree: Root, pathOf: (address: string) => string | undefined): string => {
  const copy = structuredClone(tree);
  visit(copy, (node) => {
    if (node.type !== 'link' && 'children' in node) {
      const children: readonly RootContent[] = node.children;
      // Only phrasing comes in the place of phrasing, which a union of all parents cannot tell.
      node.children = children.flatMap((child, index): RootContent[] => {
        if (child.type !== 'image' && child.type !== 'link') return [child];
        const printed = child.type === 'image' ? [pictureOf(child, pathOf)] : linkWithPictures(child, pathOf);
        // Pictures side by side are seen apart, and the words of two links are not.
        const isBeside = isPicture(child) && isPicture(children[index - 1]) && printed[0]?.type !== 'image';
        return isBeside ? [{ type: 'text', value: ' ' }, ...printed] : printed;
      }) as never;
    }
    if (node.type === 'paragraph') writeLoneAddress(node);
  });
  const markdown = printer.stringify(copy).trim();
  return markdown === '' ? '' : `${markdown}\n`;
};

const isPicture = (node: RootContent | undefined): boolean =>
  node?.type === 'image' || (node?.type === 'link' && node.children.some(isPicture));

const pictureOf = (image: Image, pathOf: (address: string) => string | undefined): Image | Link | Text => {
  const path = pathOf(image.url);
  if (path !== undefined) return { ...image, url: path.replace(/[%?#]/g, encodeURIComponent) };
  const text: Text = { type: 'text', value: wordsOf(image) };
  if (!/^https?:/i.test(image.url)) return text;
  const title = image.title && image.title !== text.value ? image.title : null;
  return { type: 'link', url: image.url, title, children: [text] };
};

/** A link cannot hold another: those that its pictures have become come before it. */
const linkWithPictures = (link: Link, pathOf: (address: string) => string | undefined): PhrasingContent[] => {
  const children = link.children.map((child) => (child.type === 'image' ? pictureOf(child, pathOf) : child));
  const pictures = children.filter((child) => child.type === 'link');
  if (pictures.length === 0) return [{ ...link, children: underscoresWritten(link, children) }];
  const words = withoutOuterBlanks(children.filter((child) => child.type !== 'link'));
  const page: Link = { ...link, children: words.length === 0 ? [{ type: 'text', value: link.url }] : words };
  return [...pictures.flatMap((picture): PhrasingContent[] => [picture, { type: 'text', value: ' ' }]), page];
};

/** An address of mail whose domain has an underscore is no link in pointed brackets: two texts keep the printer from them. */
const underscoresWritten = (link: Link, children: PhrasingContent[]): PhrasingContent[] =>
  /^mailto:.*@.*_/s.test(link.url) ? [...children, { type: 'text', value: '' }] : children;

/** What was between words and a picture, once the picture is gone. */
const withoutOuterBlanks = <Node extends PhrasingContent>(nodes: readonly Node[]): Node[] => {
  const isBlank = (node: Node): boolean => node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
  const kept = nodes.slice(
    nodes.findIndex((node) => !isBlank(node)),
    nodes.findLastIndex((node) => !isBlank(node)) + 1,
  );
  return kept.map((node, index) => {
    if (node.type !== 'text') return node;
    const from = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === kept.length - 1 ? from.trimEnd() : from };
  });
};

const wordsOf = ({ alt, title }: Image): string => alt || title || 'Picture';

/** Characters of which none ends or bends an address that is written without brackets. */
const plainAddress = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,24}(?:\/(?:[\w\-./~%=&?#+@!$,:;]*[\w\-/=])?)?$/i;

const writeLoneAddress = (paragraph: Paragraph): void => {
  const [link, ...others] = paragraph.children;
  const [text, ...more] = link?.type === 'link' ? link.children : [];
  if (link?.type !== 'link' || text?.type !== 'text' || others.length > 0 || more.length > 0) return;
  if (link.url === text.value && plainAddress.test(link.url))
    paragraph.children = [{ type: 'loneAddress', value: link.url }];
};

const handlers: NonNullable<Options['handlers']> = {
  loneAddress: ({ value }: { value: string }) => value,
  text: ({ value }: Text, _, state, info) => withoutNeedlessEscapes(state.safe(value, info), info.before, info.after),
};

/** `AT&T` and `~30%` need no escapes: only references such as `&amp;` mean something, and two tildes, or one before a letter. */
const withoutNeedlessEscapes = (text: string, before: string, after: string): string => {
  const unescaped = text.replace(/(?<!\\)((?:\\\\)*)\\&(?!#?[a-z\d]+;)/gi, '$1&');
  if (before.endsWith('~') || after.startsWith('~')) return unescaped;
  return unescaped.replace(/(?<![\\~])((?:\\\\)*)\\~(?!\\?~|[\p{Ll}\p{Lo}])/gu, '$1~');
};

const printer = unified()
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', handlers })
  .freeze();
