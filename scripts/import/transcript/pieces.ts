import { foldName, weekdays } from './date-names.ts';
import { lineList, startWithLines } from './line-list.ts';
import { foldLine, type Line, longestHeading } from './lines.ts';
import { isPageLabel } from './page-labels.ts';
import { type Opening, openingOf, type Separator, type Stamp, stampOf } from './stamp.ts';

/** What a line of a transcript is; a `rule` is a line of dashes or asterisks. */
export type Piece =
  | { readonly kind: 'blank' | 'label' | 'rule' | 'text'; readonly line: Line }
  /** A day heading or a time; `rest` is the text behind the time, where entries begin on the line of their time. */
  | { readonly kind: 'stamp'; readonly line: Line; readonly stamp: Stamp; readonly rest?: string };

/**
 * Tells what each line is. A text behind a time on the same line (`23:40 – Text`) begins an entry only where more lines
 * have this form than have a time alone and than have any other such form; the same holds for `14.05` alone.
 */
export const piecesOf = (lines: readonly Line[]): { readonly pieces: readonly Piece[]; readonly notes: string[] } => {
  const pieces = lines.map(pieceOf);
  const alone = pieces.filter((piece) => piece.kind === 'stamp' && piece.stamp.clock).length;
  const openings = pieces.map(({ kind, line }) => (kind === 'text' ? openingOf(line.form) : undefined));
  const accepted = mostFrequent(openings, alone);
  const isEntry = (opening: Opening | undefined): opening is Opening =>
    opening !== undefined && opening.separator === accepted;
  const numbersOf = (wanted: (opening: Opening) => boolean): number[] =>
    openings.flatMap((one, index) => (one && wanted(one) ? (lines[index]?.number ?? []) : []));
  return {
    pieces: pieces.map((piece, index): Piece => {
      const opening = openings[index];
      if (!isEntry(opening)) return piece;
      const { line } = piece;
      const rest = restOf(line, opening.end);
      return { kind: 'stamp', line, stamp: { clock: opening.clock, says: 'nothing' }, ...(rest !== '' && { rest }) };
    }),
    notes: [
      ...noteOfEntries(numbersOf(isEntry), accepted),
      ...noteOfTexts(numbersOf((one) => !isEntry(one))),
      ...noteOfWeekdays(pieces),
    ],
  };
};

const rule = /^(?:[-*_=~—–•·#] ?){3,}$/u;

const pieceOf = (line: Line): Piece => {
  if (line.text === '') return { kind: 'blank', line };
  if (isPageLabel(line)) return { kind: 'label', line };
  if (line.isShort && rule.test(line.form)) return { kind: 'rule', line };
  const stamp = line.isShort ? stampOf(line.form) : undefined;
  return stamp ? { kind: 'stamp', line, stamp } : { kind: 'text', line };
};

const mostFrequent = (openings: readonly (Opening | undefined)[], alone: number): Separator | undefined => {
  const counts = Map.groupBy(
    openings.flatMap((one) => one?.separator ?? []),
    (separator) => separator,
  );
  const [most] = [...counts].sort(([, a], [, b]) => b.length - a.length);
  return most && most[1].length > alone ? most[0] : undefined;
};

/** The text as it stands behind the first `end` characters of the line's form, which can be shorter than the text. */
const restOf = ({ text, form }: Line, end: number): string => {
  const opening = form.slice(0, end).trimEnd();
  if (text.startsWith(opening)) return text.slice(opening.length).trim();
  let [low, high] = [0, Math.min(text.length, longestHeading)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (foldLine(text.slice(0, middle)).length <= opening.length) low = middle;
    else high = middle - 1;
  }
  return text.slice(low).trim();
};

const noteOfEntries = (numbers: readonly number[], separator: Separator | undefined): string[] => {
  if (numbers.length === 0 || separator === undefined) return [];
  const isOne = numbers.length === 1;
  const what =
    separator === 'nothing'
      ? `${isOne ? 'is a number with a dot' : 'are numbers with a dot'}, read as ${isOne ? 'a time' : 'times'} of day.`
      : `${isOne ? 'begins' : 'begin'} with a time and ${isOne ? 'has' : 'have'} text behind it: read as the beginning of an entry.`;
  return [`${startWithLines(numbers)} ${what}`];
};

const noteOfTexts = (numbers: readonly number[]): string[] =>
  numbers.length === 0
    ? []
    : [
        `${startWithLines(numbers)} ${numbers.length === 1 ? 'begins' : 'begin'} with what may be a time, but ${numbers.length === 1 ? 'is' : 'are'} read as text: most entries have their time in another form.`,
      ];

const noteOfWeekdays = (pieces: readonly Piece[]): string[] => {
  const alone = pieces.filter(
    ({ kind, line }) => kind === 'text' && line.form.length > 2 && line.isShort && weekdays.has(foldName(line.form)),
  );
  if (alone.length === 0) return [];
  return [
    `A weekday alone is read as text (${lineList(alone.map(({ line }) => line.number))}). If it is a day heading, write the date there.`,
  ];
};
