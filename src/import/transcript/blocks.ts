import { quote } from '../feeds/quote.ts';
import { ImportRefused, type Skipped } from '../live-blog.ts';
import { lineList, startWithLines } from './line-list.ts';
import type { TranscriptLine } from './lines.ts';
import { skippedLabels } from './page-labels.ts';
import type { TranscriptPiece } from './pieces.ts';
import type { ResolvedDates } from './resolve-dates.ts';
import { rolesOf } from './roles.ts';
import type { WrittenClock } from './written-clock.ts';

/** What stands below a day heading, a time or a rule, before the next one. */
export type TranscriptBlock = {
  /** The line of the heading or time, or the first one below a rule. */
  readonly line: TranscriptLine;
  readonly date: string;
  /** Absent below a day heading or a rule. */
  readonly clock?: WrittenClock;
  /** Whether a rule parts it from the entry above it. */
  readonly isBelowRule: boolean;
  /** Where it stands on the line of the time. */
  readonly headline?: string;
  /** Whether its day is that of a heading above, and not one of its own. */
  readonly isDayOfHeading?: boolean;
  /** Lines of text, and blank ones between them. */
  readonly lines: readonly TranscriptLine[];
};

/** A transcript in its parts, in the order in which they stand there. */
export type Blocks = {
  /** What stands before the first day or time. */
  readonly opening: readonly TranscriptLine[];
  /** Those that have a text. */
  readonly blocks: readonly TranscriptBlock[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
};

/**
 * Divides a transcript into what belongs to each day heading and each time. Throws `ImportRefused` for a time of which no
 * line says the day, and where no text stands below any of them.
 */
export const transcriptBlocksOf = (pieces: readonly TranscriptPiece[], dates: ResolvedDates['dates']): Blocks => {
  const { roles, changed, notes } = rolesOf(pieces);
  const { opening, blocks, strays } = divide(pieces, roles, dates);
  refuseTimesBelow(blocks);
  const full = blocks.filter(hasText);
  if (full.length === 0) refuseEmpty(blocks[0]?.line);
  return {
    opening,
    blocks: full,
    skipped: [
      ...skippedTimes(blocks.filter((block) => block.clock && !hasText(block))),
      ...changed,
      ...skippedLabels(pieces.flatMap(({ kind, line }) => (kind === 'label' ? line : []))),
    ],
    notes: [...notes, ...noteOfStrays(strays)],
  };
};

type OpenBlock = TranscriptBlock & { readonly lines: TranscriptLine[] };

/** Divides pieces by their roles; `strays` are the lines whose own date is another than that of the heading above. */
const divide = (
  pieces: readonly TranscriptPiece[],
  roles: ReturnType<typeof rolesOf>['roles'],
  dates: ResolvedDates['dates'],
): { readonly opening: TranscriptLine[]; readonly blocks: OpenBlock[]; readonly strays: number[] } => {
  const opening: TranscriptLine[] = [];
  const blocks: OpenBlock[] = [];
  const strays: number[] = [];
  let day: string | undefined;
  let isBelowRule = false;
  for (const [index, piece] of pieces.entries()) {
    const { line } = piece;
    const open = blocks.at(-1);
    const role = roles[index];
    if (role === 'divides') isBelowRule = open !== undefined && hasText(open);
    else if (role === 'begins' && piece.kind === 'stamp') {
      const { stamp, rest, headline } = piece;
      const own = stamp.date && dates.get(stamp.date);
      const date = own ?? dayAfter(day ?? refuseTime(line), stamp.dayOffset ?? 0);
      if (own && stamp.clock && day !== undefined && date !== day) strays.push(line.number);
      if (!stamp.clock) day = date;
      blocks.push({
        ...headOf(stamp, own !== undefined),
        line,
        date,
        ...(headline !== undefined && { headline }),
        isBelowRule: false,
        lines: rest === undefined ? [] : [{ ...line, text: rest }],
      });
      isBelowRule = false;
    } else if (role === 'belongs') {
      if (isBelowRule && open && line.text !== '') {
        const { date, isDayOfHeading } = open;
        blocks.push({ line, date, ...(isDayOfHeading && { isDayOfHeading }), isBelowRule, lines: [line] });
        isBelowRule = false;
      } else (open?.lines ?? opening).push(line);
    }
  }
  return { opening, blocks, strays };
};

/** What the stamp above a block says of its time; `hasDate` where it names its day itself. */
const headOf = (
  { clock, dayOffset }: Extract<TranscriptPiece, { kind: 'stamp' }>['stamp'],
  hasDate: boolean,
): Pick<TranscriptBlock, 'clock' | 'isDayOfHeading'> =>
  clock ? { clock, ...(!hasDate && dayOffset === undefined && { isDayOfHeading: true }) } : {};

const dayAfter = (date: string, days: number): string =>
  days === 0 ? date : Temporal.PlainDate.from(date).add({ days }).toString();

const hasText = ({ headline, lines }: TranscriptBlock): boolean =>
  headline !== undefined || lines.some(({ text }) => text !== '');

/** Where a text stands above the first time and none below the last, each time probably stands below its text. */
const refuseTimesBelow = (blocks: readonly TranscriptBlock[]): void => {
  const [first, ...others] = blocks;
  const timed = others.filter(({ clock }) => clock);
  const last = timed.at(-1);
  if (!first || first.clock || !hasText(first) || !last || timed.length < 2 || last !== blocks.at(-1)) return;
  if (hasText(last) || !timed.slice(0, -1).every(hasText) || timed.length !== others.length) return;
  const { text, number } = last.line;
  throw new ImportRefused(
    `Unexpected time ${quote(text)} in line ${number} with no text below it, while a text stands above the first time: expected each time above its text. Write the times above the texts.`,
  );
};

/** A day heading without a text of its own is nothing that could be lost. */
const skippedTimes = (empty: readonly TranscriptBlock[]): Skipped[] => {
  const [first] = empty;
  if (!first) return [];
  const where = lineList(empty.map(({ line }) => line.number));
  return empty.length === 1
    ? [{ what: `${quote(first.line.text)} in ${where}`, why: 'It is a time without any text below it.' }]
    : [{ what: where, why: 'They are times without any text below them.', updates: empty.length }];
};

const noteOfStrays = (numbers: readonly number[]): string[] =>
  numbers.length === 0
    ? []
    : [
        `${startWithLines(numbers)} ${numbers.length === 1 ? 'has' : 'have'} another date than the day heading above. The entry keeps the date of its own line.`,
      ];

const refuseTime = ({ number, text }: TranscriptLine): never => {
  throw new ImportRefused(
    `Unexpected time ${quote(text)} in line ${number}, expected a day heading above it. Add the day in a line of its own, such as 2019-11-11.`,
  );
};

const refuseEmpty = (line: TranscriptLine | undefined): never => {
  const where = line ? ` ${quote(line.text)} in line ${line.number} or any later` : ' any';
  throw new ImportRefused(
    `It holds no updates: no text stands below${where} day or time. Copy the text of the live blog with its days and times, each in a line of its own above the text that belongs to it.`,
  );
};
