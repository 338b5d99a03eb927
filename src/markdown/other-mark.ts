/** A mark of another program that stands raw in Markdown. */
export type OtherMark = {
  /** A text without which there is no such mark: most bodies hold none. */
  readonly sign: RegExp;
  /** Looked for in what readers see; `\uFFFE` stands there for each character that they do not see as it is written. */
  readonly pattern: RegExp;
  /** The pattern is to see marks behind backslashes, too. */
  readonly seesEscapes?: true;
  /** What was meant, as in "expected …". */
  readonly meant: string;
  /** What is to be written instead, or what is to be decided. */
  readonly hint: string;
  /** What stands there instead, made from the groups of the pattern as they were written. */
  readonly instead?: (...groups: string[]) => string;
};

/** Behind marks of Markdown and blanks alone. What follows is looked at first: a long line is not gone back for nothing. */
export const atLineStart = (first: string): string => String.raw`(?=${first})(?<=^[ \t\uFFFE]{0,200})`;
