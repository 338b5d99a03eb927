import type { Skipped } from '../live-blog.ts';
import { lineList, startWithLines } from './line-list.ts';
import type { TranscriptPiece } from './pieces.ts';

/** What a piece does: begins a block, belongs to the one that is open or to the opening, parts blocks, or nothing. */
type LineRole = 'begins' | 'belongs' | 'divides' | 'nothing';

/** The role of each piece, the lines that only say when something was changed, and what a person should know. */
type Roles = {
  readonly roles: readonly LineRole[];
  readonly changed: readonly Skipped[];
  readonly notes: readonly string[];
};

/**
 * Tells what each piece does. `Updated …` is no time of an entry where others have times: before the first one it says
 * when the page was changed, directly below a time or at the end of a block when that entry was. Above a text in the middle
 * it begins an entry, and a note says so. `Published …` with a date before all others is the page's. Rules divide only
 * where most of them stand above a time or day; others are text, but at the edges of a block nothing.
 */
export const rolesOf = (pieces: readonly TranscriptPiece[]): Roles => {
  const stamps = pieces.flatMap((piece) => (piece.kind === 'stamp' ? piece.stamp : []));
  const hasOthers = stamps.some(({ says }) => says !== 'changed');
  const hasPlainDates = stamps.some(({ says, date }) => says === 'nothing' && date);
  const next = nextOf(pieces);
  const rules = pieces.flatMap(({ kind }, index) => (kind === 'rule' ? (next[index] ?? 'end') : []));
  const rulesDivide = rules.filter((kind) => kind === 'stamp').length * 2 > rules.length;
  const [changes, started]: [number[], number[]] = [[], []];
  let open: 'none' | 'day' | 'time' = 'none';
  let hasText = false;
  const roles = pieces.map((piece, index): LineRole => {
    const isLast = next[index] === 'stamp' || next[index] === undefined;
    if (piece.kind === 'label') return 'nothing';
    if (piece.kind === 'rule') {
      if (rulesDivide) return 'divides';
      return hasText && !isLast ? 'belongs' : 'nothing';
    }
    if (piece.kind !== 'stamp') {
      hasText ||= piece.kind === 'text';
      return 'belongs';
    }
    const { says, date, clock } = piece.stamp;
    const isOfPage =
      open === 'none' && ((says === 'changed' && hasOthers) || (says === 'published' && date && hasPlainDates));
    const isOfEntry = open === 'time' && says === 'changed' && (!hasText || (hasOthers && isLast));
    if (isOfPage || isOfEntry) {
      changes.push(piece.line.number);
      return 'nothing';
    }
    if (says === 'changed' && hasOthers) started.push(piece.line.number);
    open = clock ? 'time' : 'day';
    hasText = piece.rest !== undefined || piece.headline !== undefined;
    return 'begins';
  });
  return { roles, changed: skippedChanges(changes), notes: noteOfStarted(started) };
};

/** What stands below each piece, blank lines, labels and rules left out. */
const nextOf = (pieces: readonly TranscriptPiece[]): ('stamp' | 'text' | undefined)[] => {
  const next: ('stamp' | 'text' | undefined)[] = [];
  let below: 'stamp' | 'text' | undefined;
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    next[index] = below;
    const kind = pieces[index]?.kind;
    if (kind === 'stamp' || kind === 'text') below = kind;
  }
  return next;
};

const skippedChanges = (numbers: readonly number[]): Skipped[] =>
  numbers.length === 0
    ? []
    : [
        {
          what: lineList(numbers),
          why: 'It says when the page or an entry was published or changed, and no entry begins there.',
          updates: 0,
        },
      ];

const noteOfStarted = (numbers: readonly number[]): string[] =>
  numbers.length === 0
    ? []
    : [
        `${startWithLines(numbers)} ${numbers.length === 1 ? 'says' : 'say'} when something was changed, and a text follows: read as the time of an entry.`,
      ];
