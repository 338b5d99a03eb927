import type { Element } from 'hast';
import { isElement, textElement } from './element.ts';
import type { Leaf } from './runs.ts';

/** What a text is made of, in order: leaves, edges at which a line ends, finished blocks. */
export type ContentPiece =
  | ({ readonly kind: 'leaf' } & Leaf)
  | { readonly kind: 'edge' }
  | { readonly kind: 'block'; readonly block: Element };

/** The leaves of pieces as one line: where another would begin is a blank. */
export const lineOf = (pieces: readonly ContentPiece[]): Leaf[] =>
  pieces.flatMap((piece): Leaf[] => {
    if (piece.kind === 'leaf' && !isElement(piece.node, 'br')) return [piece];
    return piece.kind === 'block' ? [] : [{ node: textElement(' '), marks: {} }];
  });
