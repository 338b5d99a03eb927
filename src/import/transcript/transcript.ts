import { type ImportFormat, ImportRefused, type LiveBlog, type Update } from '../live-blog.ts';
import { type Byline, bylinesOf } from './author-lines.ts';
import { transcriptBlocksOf } from './blocks.ts';
import { headedOf } from './headline.ts';
import { eachLine, mostLines, type TranscriptLine } from './lines.ts';
import { openingTexts } from './opening.ts';
import { haveLineParagraphs, paragraphText } from './paragraphs.ts';
import { transcriptPieces } from './pieces.ts';
import { postNames } from './post-names.ts';
import { resolveDates } from './resolve-dates.ts';
import { countedBack } from './saved-at.ts';
import { openingOf, stampOfLine } from './stamp.ts';
import { ambiguousZoneOf, notesOfTimes } from './time-notes.ts';
import { type PlacedLine, timelineOf } from './timeline.ts';
import { unreadTimes } from './unread-times.ts';

/**
 * The text of a live blog as it is copied from a browser: an introduction, day headings, times, and below each of them what
 * was reported. It has no addresses, pictures, authors or topics. Refused are a time of which no line says the day, a date
 * that cannot be known, and a zone that can be several beside another.
 */
export const transcript: ImportFormat = {
  name: 'plain-text transcript',
  recognises: ({ text }) => !markup.test(text) && hasTimes(text),
  read: ({ text, savedAt }) => readTranscript(text, savedAt),
};

/** How HTML, XML, JSON and RTF begin. */
const markup = /^\s*(?:<[!?/a-z]|[{[]\s*(?:["{[\]}\\\d-]|true|false|null))/i;

const hasTimes = (text: string): boolean => {
  for (const { number, form, isShort } of eachLine(text)) {
    if (number > mostLines) return false;
    if (isShort && stampOfLine(form)) return true;
    if (openingOf(form)?.separator === 'mark') return true;
  }
  return false;
};

const readTranscript = (text: string, savedAt: string | undefined): LiveBlog => {
  const written = transcriptPieces(linesOf(text));
  const { pieces, notes } = countedBack(written.pieces, savedAt);
  const dated = pieces.flatMap((piece) =>
    piece.kind === 'stamp' && piece.stamp.date ? { line: piece.line, date: piece.stamp.date } : [],
  );
  const resolved = resolveDates(dated);
  const parts = transcriptBlocksOf(pieces, resolved.dates);
  const { opening, blocks, skipped } = parts;
  const areParagraphs = haveLineParagraphs(blocks.map(({ lines }) => lines));
  const { order, placed, ...timeline } = timelineOf(blocks);
  const unread = unreadTimes(opening, blocks, order);
  const zone = ambiguousZoneOf(blocks);
  const authors = bylinesOf(placed.map(({ block }) => block));
  return {
    ...openingTexts(opening, areParagraphs),
    ...(order && { order }),
    updates: placed.map((one) => updateOf(one, authors.bylines.get(one.block), areParagraphs)),
    skipped,
    notes: [
      ...written.notes,
      ...notes,
      ...resolved.notes,
      ...parts.notes,
      ...notesOfTimes(blocks),
      ...authors.notes,
      ...unread.notes,
      ...timeline.notes,
    ],
    doubts: [...unread.doubts, ...postNames(opening, blocks, savedAt !== undefined), ...timeline.doubts],
    ...(zone !== undefined && { ambiguousZone: zone }),
  };
};

const linesOf = (text: string): TranscriptLine[] => {
  const lines: TranscriptLine[] = [];
  for (const line of eachLine(text)) {
    if (line.number > mostLines)
      throw new ImportRefused(
        `It has more than ${mostLines} lines, and at most so many can be imported. Divide it, each part with its day headings, and import one after the other.`,
      );
    lines.push(line);
  }
  return lines;
};

const updateOf = ({ block, time, untimed }: PlacedLine, byline: Byline | undefined, areParagraphs: boolean): Update => {
  const own = byline?.lines ?? block.lines;
  const { headline, lines } = block.headline === undefined ? headedOf(own) : { headline: block.headline, lines: own };
  const label = block.clock?.label;
  return {
    time,
    ...(label !== undefined && { label }),
    ...(untimed && { untimed }),
    ...(headline !== undefined && { headline }),
    content: { kind: 'text', value: paragraphText(lines, areParagraphs) },
    pictures: [],
    ...(byline?.author !== undefined && { author: byline.author }),
    topics: [],
    key: byline?.key ?? false,
    pinned: false,
  };
};
