/** A line around a fault: `>` or `-` marks the one that is wrong, the number is empty for the line of the pointer. */
type ExcerptLine = { readonly mark: string; readonly number: string; readonly text: string };

/** So much of a long line is shown on either side of the fault, in characters. */
const reach = 60;

/**
 * The line of a fault with its neighbours, and below it a pointer to the column. Marked with `-` where a corrected line
 * follows. Empty where there is no such line.
 */
export const sourceExcerpt = (
  lineAt: (line: number) => string | undefined,
  line: number,
  column: number,
  isCorrected: boolean,
): readonly ExcerptLine[] => {
  const wrong = lineAt(line);
  if (wrong === undefined || wrong === '') return [];
  const start = column - 1 > 2 * reach ? column - 1 - reach : 0;
  const cropped = (text: string): string => {
    const end = start + 3 * reach;
    return `${start > 0 ? '…' : ''}${visible(text.slice(start, end))}${text.length > end ? '…' : ''}`;
  };
  const beside = (number: number): ExcerptLine[] => {
    const text = number > 0 ? lineAt(number) : undefined;
    return text ? [{ mark: ' ', number: String(number), text: cropped(text) }] : [];
  };
  const pointer = `${start > 0 ? ' ' : ''}${blankOf(wrong.slice(start, column - 1))}^`;
  return [
    ...beside(line - 1),
    { mark: isCorrected ? '-' : '>', number: String(line), text: cropped(wrong) },
    { mark: ' ', number: '', text: pointer },
    ...beside(line + 1),
  ];
};

/** Text that a terminal shows and does not obey: what would move its cursor or turn its writing stands as a symbol. */
export const visible = (text: string): string =>
  text.replaceAll('\t', ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '�';
  });

/** Blanks as wide as a text: characters of East Asia and emoji take two columns, accents none. */
const blankOf = (text: string): string =>
  text
    .replace(/\p{M}/gu, '')
    .replace(
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff01-\uff60]|\p{Emoji_Presentation}/gu,
      '\u3000',
    )
    .replace(/[^\u3000]/gu, ' ');
