/** A line of a transcript. */
export type TranscriptLine = {
  /** Counted from 1. */
  readonly number: number;
  /** As it stands there, without blanks around it; empty where nothing of it can be seen. */
  readonly text: string;
  /**
   * How it begins, or all of it where `isShort`: in Unicode form NFKC, so that full-width digits are digits and the
   * narrow blank before "p.m." is a blank, and without characters that cannot be seen.
   */
  readonly form: string;
  /** Whether it can be a heading, a day or a time by its length. */
  readonly isShort: boolean;
};

/** Headlines, days and times have so many characters at most. */
export const longestHeading = 120;

/** No live blog has more. Ten years of entries would fit, and a file of line breaks alone does not fill the memory. */
export const mostLines = 250_000;

/** The lines of a text one by one, blank ones too. */
export const eachLine = function* (text: string): Generator<TranscriptLine> {
  const line = /([^\n\r\v\f\u0085\u2028\u2029]*)(?:\r\n|[\n\r\v\f\u0085\u2028\u2029]|$)/y;
  for (let number = 1; line.lastIndex < text.length; number += 1) {
    const own = (line.exec(text)?.[1] ?? '').trim();
    const isShort = own.length <= longestHeading;
    const form = foldLine(own.slice(0, longestHeading));
    yield { number, text: isShort && form === '' ? '' : own, form, isShort };
  }
};

/** A text as `Line.form` has it. */
export const foldLine = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
