import type { LiveBlog } from '../live-blog.ts';
import { type Blocks, transcriptBlocksOf } from './blocks.ts';
import { eachLine, type TranscriptLine } from './lines.ts';
import { transcriptPieces } from './pieces.ts';
import { resolveDates } from './resolve-dates.ts';
import { transcript } from './transcript.ts';

/** The lines of a text that is given line by line. */
export const transcriptLinesOf = (...lines: readonly string[]): TranscriptLine[] => [...eachLine(lines.join('\n'))];

/** Its dates by the number of their lines, and what is reported about them. */
export const datesIn = (...lines: readonly string[]): { days: Record<number, string>; notes: readonly string[] } => {
  const dated = transcriptPieces(transcriptLinesOf(...lines)).pieces.flatMap((piece) =>
    piece.kind === 'stamp' && piece.stamp.date ? { line: piece.line, date: piece.stamp.date } : [],
  );
  const { dates, notes } = resolveDates(dated);
  return { days: Object.fromEntries(dated.map(({ line, date }) => [line.number, dates.get(date) ?? ''])), notes };
};

/** Its blocks, for texts whose dates have the form 2019-11-10. */
export const blocksIn = (...lines: readonly string[]): Blocks => {
  const { pieces } = transcriptPieces(transcriptLinesOf(...lines));
  const dated = pieces.flatMap((piece) =>
    piece.kind === 'stamp' && piece.stamp.date ? { line: piece.line, date: piece.stamp.date } : [],
  );
  return transcriptBlocksOf(pieces, resolveDates(dated).dates);
};

/** The live blog that such a text is. */
export const readLines = (...lines: readonly string[]): LiveBlog =>
  transcript.read({ text: lines.join('\n') }) as LiveBlog;
