import type { PreparedContent } from './content/prepare-content.ts';

/** Text on one line, without characters that cannot be seen. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\u200b\u202a-\u202e\u2066-\u2069\ufeff]|\p{Noncharacter_Code_Point}/gu, '')
    .trim();

/** A sentence as a title: without its full stop, unless that belongs to an abbreviation. */
export const withoutStop = (sentence: string): string =>
  sentence.replace(/(^|\s)([^\s.]+)\.$/u, '$1$2').replace(/。$/u, '') || sentence;

/** Whether a text is nothing but one sentence in plain words, so that a title can stand for all of it. */
export const isWholeText = ({ tree }: PreparedContent, sentence: string): boolean => {
  const [only, ...others] = tree.children;
  if (only?.type !== 'paragraph' || others.length > 0) return false;
  const [text, ...more] = only.children;
  return text?.type === 'text' && more.length === 0 && oneLine(text.value) === sentence;
};
