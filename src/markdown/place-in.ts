import type { Place, Text } from '../core/archive.ts';

/** The place in its file of a point of a body. */
export const placeIn = (
  text: Text,
  point: { line?: number | undefined; column?: number | undefined } | undefined,
): Place => ({
  file: text.file,
  line: text.line - 1 + (point?.line ?? 1),
  column: point?.column ?? 1,
});
