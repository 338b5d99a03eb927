import type { TranscriptBlock } from './blocks.ts';
import type { TranscriptLine } from './lines.ts';
import { isSomeTimeAgo, relativeTimeOf } from './relative-time.ts';

/** Lines of text that begin like an update: `clear` ones hardly are anything else, `vague` ones can be sentences. */
type MissedTimes = { readonly clear: readonly TranscriptLine[]; readonly vague: readonly TranscriptLine[] };

/**
 * Finds the lines below the times of a transcript, and above the first of them, that begin with something like a time of
 * day in any spelling, or are nothing but words such as `yesterday`, wherever that time would belong. Three or more such
 * lines directly below each other are a programme or a summary, and left out.
 */
export const missedTimes = (opening: readonly TranscriptLine[], blocks: readonly TranscriptBlock[]): MissedTimes => {
  const found = [...missedIn(opening), ...blocks.flatMap(({ lines, line }) => missedIn(lines, line.number))];
  const tickers = blocks.flatMap(({ line, headline, lines }) => [
    ...(headline !== undefined && tickerWithin.test(headline) ? [line] : []),
    ...lines.filter(({ text }) => tickerWithin.test(text)),
  ]);
  return {
    clear: [...tickers, ...found.flatMap(({ line, kind }) => (kind === 'clear' ? line : []))],
    vague: found.flatMap(({ line, kind }) => (kind === 'vague' ? line : [])),
  };
};

/** Another update of a ticker behind the first one on its line: `It begins +++ 09:40 A vote`. */
const tickerWithin = /(?<=[^+\s] ?)\+{2,} ?(?:[01]?\d|2[0-4])[:.][0-5]\d(?!\d)/;

type Missed = { readonly line: TranscriptLine; readonly kind: 'clear' | 'vague' };

/** Fewer lines below each other are no list. */
const shortestList = 3;

/** Those of one text; its first line can stand behind the time of its own update, on line `own`. */
const missedIn = (lines: readonly TranscriptLine[], own?: number): readonly Missed[] => {
  const all: Missed[] = [];
  let list: Missed[] = [];
  let before = '';
  const endList = (): void => {
    if (list.length < shortestList) all.push(...list);
    list = [];
  };
  for (const line of lines) {
    const kind = line.text === '' || line.number === own ? undefined : kindOf(line, before);
    before = line.text;
    if (kind) list.push({ line, kind });
    else endList();
    if (kind && isRelative(line)) {
      all.push(...list);
      list = [];
    }
  }
  endList();
  return all;
};

const kindOf = (line: TranscriptLine, before: string): Missed['kind'] | undefined => {
  if (isRelative(line)) return 'clear';
  const [whole, announced, dotted] = beginning.exec(line.form) ?? [];
  if (whole === undefined) return undefined;
  const behind = line.form.slice(whole.length);
  if (separated.test(behind)) return 'clear';
  if (dotted !== undefined) return undefined;
  if (behind === '') return 'clear';
  if (!/^\*{0,2} /.test(behind)) return undefined;
  // "At 15:00 the boats will start" is a sentence, and a line can break within one.
  if (!/^\*{0,2} \p{Ll}/u.test(behind)) return announced === undefined ? 'clear' : 'vague';
  return announced === undefined && /^$|[.!?…:]$/.test(before) ? 'vague' : undefined;
};

/** A time of day behind bullets, plus signs or bold, and behind words such as `Gegen`; its third group is a number with a dot. */
const beginning =
  /^(?:[-*•·◦▪●|—–+#>_[(] ?)*(?:(gegen|um|ab|kurz (?:vor|nach)|at|around|about|from|a las?|alle(?: ore)?|ore|vers|à|às|kl\.?|ca\.?) )?(?:(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?)?(?:\.[0-5]\d)? ?(?:[ap]\.? ?m\b\.?|uhr\b(?: [0-5]\d\b)?|uur\b|o['’]clock\b|hrs\b|h(?!\p{L})(?: ?[0-5]\d\b)?)|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:.]\d|\d)|((?:[01]\d|2[0-4]|\d)\.[0-5]\d)(?![\d.]))/iu;

const separated = /^(?:\*{0,2}(?: ?[—–|·•:)\]]| -)\*{0,2}(?: |$)| ?\+{2,})/u;

const isRelative = ({ form, isShort }: TranscriptLine): boolean =>
  isShort && (dayWords.test(form) || shortAge.test(form) || relativeTimeOf(form) !== undefined || isSomeTimeAgo(form));

/** How pages say on which day something was, alone on its line. */
const dayWords =
  /^[-*•·|–— ]*(?:(?:the day before )?yesterday|(?:vor)?gestern|(?:avant-)?hier|(?:ante)?ayer|(?:l['’]altro )?ieri|(?:ante)?ontem|(?:eer)?gisteren|igår|i går|wczoraj|dün|last (?:night|week|month|year)|letzte (?:nacht|woche)|la semaine dernière|la semana pasada|la settimana scorsa|vorige week)[-*•·|–— ]*$/iu;

/** `5m`, `2h`, `3d`. */
const shortAge = /^[-*•·|–— ]*\d{1,3} ?(?:s|sec|m|mins?|h|hrs?|d|w)\.?[-*•·|–— ]*$/iu;
