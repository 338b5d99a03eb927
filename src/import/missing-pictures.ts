import type { Image, Root, RootContent } from 'mdast';
import { picturesIn } from './content/own-pictures.ts';
import type { PreparedContent } from './content/prepare-content.ts';
import { printTree } from './content/print-markdown.ts';

/** A picture that an earlier import could not have, with what it left in its place. */
export type MissingPicture = {
  /** The addresses of the pictures in that place. */
  readonly addresses: readonly string[];
  /** What the document has there: whole paragraphs, or a link within one. */
  readonly left: string;
  readonly isWhole: boolean;
  /** What it has instead once the pictures are there, `pathOf` of each from the document. */
  readonly shown: (pathOf: (address: string) => string | undefined) => string;
};

/**
 * Finds in the body of an entry what an import of this content left where it had no picture: its link, or its words in
 * a paragraph of their own. What somebody has changed or taken away there since is not found.
 */
export const missingPictures = ({ tree }: PreparedContent, body: string): readonly MissingPicture[] =>
  tree.children.flatMap((block) => {
    const images = picturesIn({ type: 'root', children: [block] });
    if (images.length === 0) return [];
    const whole = missingOf([block], images, true);
    if (isIn(body, whole)) return [whole];
    return images
      .filter(({ url }) => /^https?:/i.test(url))
      .map((image) => missingOf([{ type: 'paragraph', children: [image] }], [image], false))
      .filter((one) => isIn(body, one));
  });

/** The body with pictures in the place of what was left there. */
export const withPicture = (
  body: string,
  missing: MissingPicture,
  pathOf: (address: string) => string | undefined,
): string => {
  const breaks = body.includes('\r\n') ? '\r\n' : '\n';
  const shown = withEdges(body).replace(placeOf(missing), () => missing.shown(pathOf));
  return shown.slice(2, -2).replaceAll('\n', breaks);
};

const missingOf = (children: RootContent[], images: readonly Image[], isWhole: boolean): MissingPicture => {
  const root: Root = { type: 'root', children };
  const shown: MissingPicture['shown'] = (pathOf) => printTree(root, pathOf).trim();
  return { addresses: [...new Set(images.map(({ url }) => url))], left: shown(() => undefined), isWhole, shown };
};

/** Whether it stands there once: of two that are alike nobody knows which. */
const isIn = (body: string, missing: MissingPicture): boolean =>
  missing.left !== '' && withEdges(body).match(placeOf(missing))?.length === 1;

/** A body between blank lines, such as stand between its paragraphs. */
const withEdges = (body: string): string => `\n\n${body.replaceAll('\r\n', '\n')}\n\n`;

const placeOf = ({ left, isWhole }: MissingPicture): RegExp => {
  const escaped = left.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(isWhole ? `(?<=\\n\\n)${escaped}(?=\\n\\n)` : escaped, 'g');
};
