import type { TranscriptLine } from './lines.ts';
import { withoutEdges } from './paragraphs.ts';

/** The lines of an entry as its headline and its text. */
type Headed = { readonly headline?: string; readonly lines: readonly TranscriptLine[] };

/**
 * Takes the first line as a headline where it can hardly be anything else: short, without the end of a sentence, and
 * parted from the text below it by a blank line or by that text's length. A line that begins or ends in the middle of
 * something, or is an item of a list, is none.
 */
export const headedOf = (lines: readonly TranscriptLine[]): Headed => {
  const [first, second, ...more] = withoutEdges(lines);
  if (!first || !second) return { lines };
  const isParted = second.text === '' || !second.isShort;
  if (!first.isShort || !isParted || !isWhole(first.form)) return { lines };
  return { headline: first.text, lines: [second, ...more] };
};

const isWhole = (form: string): boolean =>
  /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"'«»„“”‘’¿¡#$€£¥(「『《]/u.test(form) &&
  /[\p{L}\p{N}]/u.test(form) &&
  !/^(?:\d+[.)]|#+) /.test(form) &&
  !/^https?:/i.test(form) &&
  !/[.!?…:;,。！？：；，、–—-]["'»«“”‘’)\]」』》]*$/u.test(form);
