import { ImportRefused } from '../live-blog.ts';
import type { TranscriptBlock } from './blocks.ts';
import { type EdgeTime, edgeTimeOf, hasRelativeEdge, timesWithin } from './edge-time.ts';
import { lineList, startWithLines } from './line-list.ts';
import type { TranscriptLine } from './lines.ts';
import { missedTimes } from './missed-times.ts';
import type { TimeOrder } from './order.ts';
import { secondsOf } from './written-clock.ts';

/** Lines of text that may begin an update of their own, as a person should look at them or know of them. */
type UnreadTimes = { readonly doubts: readonly string[]; readonly notes: readonly string[] };

/**
 * Looks into the texts of a transcript for times that were not read. One that fits between the times above and below it, in
 * the order of the list, may begin an update that now is a part of the one above: that is a doubt, and so is any other
 * line that begins like an update. Others, such as those of a programme, are a note. Throws `ImportRefused` where at least as many are unread as were read.
 */
export const unreadTimes = (
  opening: readonly TranscriptLine[],
  blocks: readonly TranscriptBlock[],
  order: TimeOrder | undefined,
): UnreadTimes => {
  const read = blocks.filter(({ clock }) => clock).length;
  const texts = [{ lines: opening, from: undefined, next: blocks[0] }, ...blocks.map(textOf)];
  const found = texts.map(({ lines, from, next }) => {
    const times = lines.flatMap((line) => timesIn(line, from));
    return { times, fitting: fittingOf(times, from, next, order) };
  });
  const clear = found.flatMap(({ fitting }) => fitting.filter(({ isClear }) => isClear));
  const vague = found.flatMap(({ fitting }) => fitting.filter(({ isClear }) => !isClear));
  const relative = texts.flatMap(({ lines }) => lines.filter(hasRelativeEdge));
  const suspicious = [...clear, ...ifFrequent(vague, read), ...ifFrequent(relative, read)];
  const missed = missedTimes(opening, blocks);
  const started = [...missed.clear, ...ifFrequent(missed.vague, read)];
  const reported = new Set([...suspicious, ...started].map(({ number }) => number));
  const numbers = [...reported].sort((a, b) => a - b);
  const areMost = suspicious.length > 0 && suspicious.length >= read;
  if (areMost || (started.length >= 2 && started.length > read)) refuse(numbers, read);
  const others = found
    .flatMap(({ times }) => times)
    .filter(({ isClear, number }) => isClear && !reported.has(number))
    .map(({ number }) => number);
  return {
    doubts: [...doubtOf(numbers), ...(read === 0 ? doubtOfUntimed(blocks) : [])],
    notes: noteOf([...new Set(others)]),
  };
};

type Text = {
  readonly lines: readonly TranscriptLine[];
  readonly from: TranscriptBlock | undefined;
  readonly next: TranscriptBlock | undefined;
};

/** Some sentences end with a time that fits by chance. */
const ifFrequent = <T>(found: readonly T[], read: number): readonly T[] =>
  found.length >= 2 && found.length * 3 >= read ? found : [];

const timesIn = (line: TranscriptLine, from: TranscriptBlock | undefined): readonly Found[] => {
  const { number, text } = line;
  if (text === '') return [];
  const within = timesWithin(line);
  const edge = number === from?.line.number ? undefined : edgeTimeOf(line);
  return [
    ...(edge ? [{ ...edge, number }] : []),
    // One sentence can begin with a time.
    ...(within.length >= 2 ? within.map((seconds) => ({ seconds, isClear: true, number })) : []),
  ];
};

const textOf = (block: TranscriptBlock, index: number, blocks: readonly TranscriptBlock[]): Text => ({
  lines: block.lines,
  from: block,
  next: blocks[index + 1],
});

type Found = EdgeTime & { readonly number: number };

/** Those that go on from the time above to the time below; where neither is there, at least two that go one way. */
const fittingOf = (
  times: readonly Found[],
  from: TranscriptBlock | undefined,
  next: TranscriptBlock | undefined,
  order: TimeOrder | undefined,
): readonly Found[] => {
  const begin = from?.clock && secondsOf(from.clock);
  const isNextInDay = next !== undefined && (from === undefined || next.date === from.date);
  const end = isNextInDay ? next.clock && secondsOf(next.clock) : undefined;
  const ways: readonly (1 | -1)[] = order === undefined ? [1, -1] : [order === 'oldest-first' ? 1 : -1];
  const runs = ways.map((way) => runOf(times, begin, end, way));
  const best = runs.reduce((a, b) => (b.length > a.length ? b : a), []);
  // One time alone, with none on one side of it, fits always.
  return best.length === 1 && (begin === undefined || end === undefined) ? [] : best;
};

const runOf = (
  times: readonly Found[],
  begin: number | undefined,
  end: number | undefined,
  way: 1 | -1,
): readonly Found[] => {
  const run: Found[] = [];
  let at = begin;
  for (const one of times) {
    const goesOn = at === undefined || (one.seconds - at) * way >= 0;
    const isBefore = end === undefined || (end - one.seconds) * way >= 0;
    if (!goesOn || !isBefore) continue;
    run.push(one);
    at = one.seconds;
  }
  return run;
};

const refuse = (numbers: readonly number[], read: number): never => {
  throw new ImportRefused(
    `Unexpected times within the text in ${lineList(numbers)}, expected each in a line of its own above its text: ${read === 0 ? 'no time' : `only ${read === 1 ? '1 time' : `${read} times`}`} could be read, so that updates would become one. Write each of these times in a line of its own, such as 14:05, below the day in a line of its own, such as 2019-11-11.`,
  );
};

const doubtOf = (numbers: readonly number[]): string[] =>
  numbers.length === 0
    ? []
    : [
        `${startWithLines(numbers)} ${numbers.length === 1 ? 'may begin an update of its own' : 'may begin updates of their own'} and ${numbers.length === 1 ? 'is' : 'are'} read as text of the one above. If so, write the time in a line of its own above, and import into a new event.`,
      ];

/** A day with one text, or with lines that begin with numbers of another kind, is hardly all that a live blog says. */
const doubtOfUntimed = (blocks: readonly TranscriptBlock[]): string[] => {
  const numbered = blocks.flatMap(({ lines }) => lines.filter(({ form }) => /^[\p{P}\p{S}T ]{0,4}\d/u.test(form)));
  if (blocks.length > 1 && numbered.length < 2) return [];
  const [only] = blocks;
  const where = numbered.length >= 2 ? numbered : (only?.lines.filter(({ text }) => text !== '') ?? []);
  return [
    `No time of day could be read, so that ${blocks.length === 1 ? 'all of it is one entry' : 'there is one entry a day'}, with ${lineList(where.map(({ number }) => number))} in its text. If there are several updates, write the time of each in a line of its own above it, such as 14:05, and import into a new event.`,
  ];
};

const noteOf = (numbers: readonly number[]): string[] =>
  numbers.length === 0
    ? []
    : [
        `${startWithLines(numbers)} ${numbers.length === 1 ? 'begins' : 'begin'} with what may be a time, but ${numbers.length === 1 ? 'is' : 'are'} read as text: ${numbers.length === 1 ? 'it does' : 'they do'} not fit between the times above and below.`,
      ];
