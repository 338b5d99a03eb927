import { quote } from '../feeds/quote.ts';
import { ImportRefused } from '../live-blog.ts';
import { startWithLines } from './line-list.ts';
import type { TranscriptLine } from './lines.ts';
import type { TranscriptPiece } from './pieces.ts';
import type { RelativeTime } from './relative-time.ts';
import type { Stamp } from './stamp.ts';

/**
 * Gives lines such as `5 minutes ago` the date and the time that they mean, counted back from `savedAt`, the moment of
 * the copy by the clocks of the event (`2024-11-05T20:34`). One beside a time of day says the same once more: it is a label of the
 * page. Throws `ImportRefused` where one is left and nobody has said that moment.
 */
export const countedBack = (
  pieces: readonly TranscriptPiece[],
  savedAt: string | undefined,
): { readonly pieces: readonly TranscriptPiece[]; readonly notes: readonly string[] } => {
  const counted: number[] = [];
  const toTheHour: number[] = [];
  const seen = pieces.filter(({ kind }) => kind !== 'blank' && kind !== 'label');
  const places = new Map(seen.map((piece, index) => [piece, index]));
  const isDouble = (piece: TranscriptPiece): boolean => {
    const place = places.get(piece) ?? 0;
    return [seen[place - 1], seen[place + 1]].some((beside) => beside?.kind === 'stamp' && beside.stamp.clock);
  };
  const resolved = pieces.map((piece): TranscriptPiece => {
    if (piece.kind !== 'stamp' || !piece.stamp.ago) return piece;
    const { line } = piece;
    const { ago } = piece.stamp;
    if (isDouble(piece)) return { kind: 'label', line };
    counted.push(line.number);
    if (ago.unit === 'hour') toTheHour.push(line.number);
    return { kind: 'stamp', line, stamp: stampBefore(savedAt ?? refuseRelative(line), ago) };
  });
  return { pieces: resolved, notes: notesOf(savedAt, counted, toTheHour) };
};

const stampBefore = (savedAt: string, { minutes, unit }: RelativeTime): Stamp => {
  const { year, month, day, hour, minute } = Temporal.PlainDateTime.from(savedAt).subtract({ minutes });
  const date = { kind: 'named', year, month, day } as const;
  if (unit === 'day') return { date, says: 'nothing' };
  return { date, clock: { hours: hour, minutes: minute, hasPeriod: false }, says: 'nothing' };
};

const refuseRelative = ({ text, number }: TranscriptLine): never => {
  throw new ImportRefused(
    `Unexpected time ${quote(text)} in line ${number}, expected a time of day: it counts from the moment of the copy, which the text does not say. Give that moment by the clocks of the event, such as --saved-at 2024-11-05T20:34.`,
  );
};

const notesOf = (
  savedAt: string | undefined,
  counted: readonly number[],
  toTheHour: readonly number[],
): readonly string[] => [
  ...(counted.length > 0
    ? [
        `${startWithLines(counted)} ${counted.length === 1 ? 'says' : 'say'} how long ago it was: counted back from ${savedAt}.`,
      ]
    : []),
  ...(toTheHour.length > 0
    ? [
        `${startWithLines(toTheHour)} ${toTheHour.length === 1 ? 'says' : 'say'} only how many hours: the minute is not known.`,
      ]
    : []),
];
