/** The lines of Markdown, as its parsers end them; they do not read a mark of the order of bytes. */
export const linesOfBlocks = (markdown: string): readonly string[] => markdown.replace(/^\ufeff/, '').split(/\r\n?|\n/);

/** Lines between two that are empty, or beside code; `line` is the number of the first, from 1. */
type TextBlock = { readonly line: number; readonly texts: readonly string[] };

/**
 * The lines that may be more than code, in blocks. Code is left out only where there is no doubt: between fences at the
 * margin, which neither a list nor a quotation can hold. Behind anything else that may be a fence, or hide one, all is
 * taken for text: a fence taken for the wrong end of code would hide what follows.
 */
export function* blocksOf(lines: readonly string[]): Generator<TextBlock> {
  let texts: string[] = [];
  let fence: string | undefined;
  let isHtml = false;
  let isDoubtful = false;
  for (const [index, line] of [...lines, ''].entries()) {
    if (fence !== undefined) {
      if (endsFence(line, fence)) fence = undefined;
      continue;
    }
    const isEmpty = /^[ \t]*$/.test(line);
    isHtml = !isEmpty && (isHtml || /^ {0,3}</.test(line));
    const mark = isHtml ? undefined : /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0];
    isDoubtful ||= hasOwnEnd.test(line) || (mark === undefined && /```|~~~/.test(line));
    if (!isDoubtful) fence = mark;
    if (fence === undefined && !isEmpty) texts.push(line);
    else if (texts.length > 0) {
      yield { line: index - texts.length + 1, texts };
      texts = [];
    }
  }
}

/** HTML that goes on beyond empty lines. */
const hasOwnEnd = /^ {0,3}<(?:[!?]|(?:pre|script|style|textarea)(?=[\s>]|$))/i;

const endsFence = (line: string, fence: string): boolean =>
  /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]?.startsWith(fence) ?? false;
