import { type Direction, isolates } from '../core/direction.ts';

/** A text in pieces, those that are kept apart with their direction: for elements in place of the isolates. */
export const piecesByDirection = (text: string): readonly { readonly text: string; readonly direction?: Direction }[] =>
  text
    .split(/([\u2066\u2067][^\u2066-\u2069]*\u2069)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const direction = piece.startsWith(isolates.rtl) ? 'rtl' : piece.startsWith(isolates.ltr) ? 'ltr' : undefined;
      return direction ? { text: piece.slice(1, -1), direction } : { text: piece };
    });
