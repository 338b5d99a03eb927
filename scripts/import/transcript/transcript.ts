import { type Format, ImportRefused, type LiveBlog, type Update } from '../live-blog.ts';
import { blocksOf } from './blocks.ts';
import { headedOf } from './headline.ts';
import { eachLine, type Line, mostLines } from './lines.ts';
import { openingTexts } from './opening.ts';
import { haveLineParagraphs, textOf } from './paragraphs.ts';
import { piecesOf } from './pieces.ts';
import { resolveDates } from './resolve-dates.ts';
import { openingOf, stampOf } from './stamp.ts';
import { notesOfTimes } from './time-notes.ts';
import { type Placed, timelineOf } from './timeline.ts';

/**
 * The text of a live blog as it is copied from a browser: an introduction, day headings, times, and below each of them what
 * was reported. It has no addresses, pictures, authors or topics. Refused are a time of which no line says the day, a date
 * that cannot be told, and a zone that can be several beside another.
 */
export const transcript: Format = {
  name: 'plain-text transcript',
  recognises: ({ text }) => !markup.test(text) && hasTimes(text),
  read: ({ text }) => readTranscript(text),
};

/** How HTML, XML, JSON and RTF begin. */
const markup = /^\s*(?:<[!?/a-z]|[{[]\s*(?:["{[\]}\\\d-]|true|false|null))/i;

const hasTimes = (text: string): boolean => {
  for (const { number, form, isShort } of eachLine(text)) {
    if (number > mostLines) return false;
    if (isShort && stampOf(form)) return true;
    if (openingOf(form)?.separator === 'mark') return true;
  }
  return false;
};

const readTranscript = (text: string): LiveBlog => {
  const { pieces, notes } = piecesOf(linesOf(text));
  const dated = pieces.flatMap((piece) =>
    piece.kind === 'stamp' && piece.stamp.date ? { line: piece.line, date: piece.stamp.date } : [],
  );
  const resolved = resolveDates(dated);
  const parts = blocksOf(pieces, resolved.dates);
  const { opening, blocks, skipped } = parts;
  const areParagraphs = haveLineParagraphs(blocks.map(({ lines }) => lines));
  const { order, placed, notes: notesOfOrder } = timelineOf(blocks);
  return {
    ...openingTexts(opening, areParagraphs),
    ...(order && { order }),
    updates: placed.map((one) => updateOf(one, areParagraphs)),
    skipped,
    notes: [...notes, ...resolved.notes, ...parts.notes, ...notesOfTimes(blocks), ...notesOfOrder],
  };
};

const linesOf = (text: string): Line[] => {
  const lines: Line[] = [];
  for (const line of eachLine(text)) {
    if (line.number > mostLines)
      throw new ImportRefused(
        `It has more than ${mostLines} lines, and at most so many can be imported. Divide it, each part with its day headings, and import one after the other.`,
      );
    lines.push(line);
  }
  return lines;
};

const updateOf = ({ block, time, untimed }: Placed, areParagraphs: boolean): Update => {
  const { headline, lines } = headedOf(block.lines);
  const label = block.clock?.label;
  return {
    time,
    ...(label !== undefined && { label }),
    ...(untimed && { untimed }),
    ...(headline !== undefined && { headline }),
    content: { kind: 'text', value: textOf(lines, areParagraphs) },
    pictures: [],
    topics: [],
    key: false,
    pinned: false,
  };
};
