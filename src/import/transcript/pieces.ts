import { foldDateName, weekdays } from './date-names.ts';
import { lineList, startWithLines } from './line-list.ts';
import { foldLine, longestHeading, type TranscriptLine } from './lines.ts';
import { isPageLabel, isServiceLabel } from './page-labels.ts';
import { type Opening, openingOf, type Separator, type Stamp, stampOfLine } from './stamp.ts';
import { clockAt, secondsOf } from './written-clock.ts';

/** What a line of a transcript is; a `rule` is a line of dashes or asterisks. */
export type TranscriptPiece =
  | { readonly kind: 'blank' | 'label' | 'rule' | 'text'; readonly line: TranscriptLine }
  | {
      readonly kind: 'stamp';
      readonly line: TranscriptLine;
      /** A day heading or a time. */
      readonly stamp: Stamp;
      /** The text behind the time, where entries begin on the line of their time. */
      readonly rest?: string;
      /** That text where plus signs stand behind it as well: the headline of a ticker. */
      readonly headline?: string;
    };

/**
 * Tells what each line is. A text behind a time on the same line (`23:40 – Text`) begins an entry only where more lines
 * have this form than have a time alone and than have any other such form; the same holds for `14.05` alone.
 */
export const transcriptPieces = (
  lines: readonly TranscriptLine[],
): { readonly pieces: readonly TranscriptPiece[]; readonly notes: string[] } => {
  const pieces = withoutAnnouncements(withServices(lines.map(pieceOf)));
  const alone = pieces.filter((piece) => piece.kind === 'stamp' && piece.stamp.clock).length;
  const openings = pieces.map(({ kind, line }) => (kind === 'text' ? openingOf(line.form) : undefined));
  const accepted = acceptedOf(openings, alone);
  const isEntry = (opening: Opening | undefined): opening is Opening =>
    opening !== undefined && accepted.has(opening.separator);
  const numbersOf = (isDotted: boolean): number[] =>
    openings.flatMap((one, index) =>
      isEntry(one) && (one.separator === 'nothing') === isDotted ? (lines[index]?.number ?? []) : [],
    );
  return {
    pieces: pieces.map((piece, index): TranscriptPiece => {
      const opening = openings[index];
      return isEntry(opening) ? entryOf(piece.line, opening) : piece;
    }),
    notes: [...noteOfEntries(numbersOf(false)), ...noteOfNumbers(numbersOf(true)), ...noteOfWeekdays(pieces)],
  };
};

const entryOf = (line: TranscriptLine, { clock, end }: Opening): TranscriptPiece => {
  const behind = restOf(line, end);
  const rest = behind.replace(/(?:^| ?)\+{2,}$/u, '');
  const stamp = { clock, says: 'nothing' } as const;
  if (rest === '') return { kind: 'stamp', line, stamp };
  return { kind: 'stamp', line, stamp, ...(rest === behind ? { rest } : { headline: rest }) };
};

const rule = /^(?:[-*_=~—–•·#+] ?){3,}$/u;

const pieceOf = (line: TranscriptLine): TranscriptPiece => {
  if (line.text === '') return { kind: 'blank', line };
  if (isPageLabel(line)) return { kind: 'label', line };
  if (line.isShort && rule.test(line.form)) return { kind: 'rule', line };
  const stamp = line.isShort ? stampOfLine(line.form) : undefined;
  return stamp ? { kind: 'stamp', line, stamp } : { kind: 'text', line };
};

/** Makes labels of the names of services that stand directly below a label, or below such a name. */
const withServices = (pieces: readonly TranscriptPiece[]): readonly TranscriptPiece[] => {
  let isBelowLabel = false;
  return pieces.map((piece): TranscriptPiece => {
    if (piece.kind === 'blank') return piece;
    isBelowLabel = piece.kind === 'label' || (isBelowLabel && isServiceLabel(piece.line));
    return isBelowLabel ? { kind: 'label', line: piece.line } : piece;
  });
};

/** A headline with its time, for screen readers, directly above that time: `The ferry is in published at 14:05`. */
const withoutAnnouncements = (pieces: readonly TranscriptPiece[]): readonly TranscriptPiece[] =>
  pieces.map((piece, index): TranscriptPiece => {
    const place =
      piece.kind === 'text' && piece.line.isShort
        ? / (?:published|posted) at (?=\d)/i.exec(piece.line.form)
        : undefined;
    if (!place) return piece;
    const next = pieces.slice(index + 1, index + 4).find(({ kind }) => kind !== 'blank');
    const clock = next?.kind === 'stamp' ? next.stamp.clock : undefined;
    const said = clockAt(piece.line.form, place.index + place[0].length)?.clock;
    return clock && said && secondsOf(said) === secondsOf(clock) ? { kind: 'label', line: piece.line } : piece;
  });

/** The forms of openings that begin entries here; `alone` is how many times stand alone on their lines. */
const acceptedOf = (openings: readonly (Opening | undefined)[], alone: number): ReadonlySet<Separator> => {
  const counts = new Map<Separator, number>();
  for (const one of openings) if (one) counts.set(one.separator, (counts.get(one.separator) ?? 0) + 1);
  const ofTicker = (counts.get('signs') ?? 0) + (counts.get('update') ?? 0);
  const accepted = new Set<Separator>(['signs']);
  if (alone === 0 || (counts.get('signs') ?? 0) > alone) accepted.add('update');
  const plain = [...counts].filter(([separator]) => separator !== 'signs' && separator !== 'update');
  const [most] = plain.sort(([, a], [, b]) => b - a);
  if (most) {
    const [separator, count] = most;
    const isOfTicker = separator === 'mark' || separator === 'bracket';
    if (isOfTicker ? count + ofTicker > alone : count > alone + ofTicker) accepted.add(separator);
  }
  return accepted;
};

/** The text as it stands behind the first `end` characters of the line's form, which can be shorter than the text. */
const restOf = ({ text, form }: TranscriptLine, end: number): string => {
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

const noteOfEntries = (numbers: readonly number[]): string[] => {
  if (numbers.length === 0) return [];
  const isOne = numbers.length === 1;
  return [
    `${startWithLines(numbers)} ${isOne ? 'begins' : 'begin'} with a time and ${isOne ? 'has' : 'have'} text behind it: read as the beginning of an entry.`,
  ];
};

const noteOfNumbers = (numbers: readonly number[]): string[] => {
  if (numbers.length === 0) return [];
  const isOne = numbers.length === 1;
  return [
    `${startWithLines(numbers)} ${isOne ? 'is a number with a dot' : 'are numbers with a dot'}, read as ${isOne ? 'a time' : 'times'} of day.`,
  ];
};

const noteOfWeekdays = (pieces: readonly TranscriptPiece[]): string[] => {
  const alone = pieces.filter(
    ({ kind, line }) =>
      kind === 'text' && line.form.length > 2 && line.isShort && weekdays.has(foldDateName(line.form)),
  );
  if (alone.length === 0) return [];
  return [
    `A weekday alone is read as text (${lineList(alone.map(({ line }) => line.number))}). If it is a day heading, write the date there.`,
  ];
};
