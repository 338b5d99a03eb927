import { type RelativeTime, relativeTimeOf } from './relative-time.ts';
import { announcement, clockAt, mayHoldTime, type WrittenClock } from './written-clock.ts';
import { readWrittenDate, type WrittenDate } from './written-date.ts';

/** What a line says that is a day heading, a time, or a time with its date, and nothing else. */
export type Stamp = {
  readonly date?: WrittenDate;
  readonly clock?: WrittenClock;
  /** Which day it is of, counted from that of the heading above it: `Yesterday at 23:50`. */
  readonly dayOffset?: 0 | -1;
  /** How long before the text was copied, where it says that instead. */
  readonly ago?: RelativeTime;
  /** Whether it says that it is the time of a change (`Updated 11:52 p.m.`) or of a publication (`Posted at 11:40`). */
  readonly says: 'nothing' | 'changed' | 'published';
};

/** Longer lines are no stamps; the longest in use, with weekday, date, time and zone, have about 60 characters. */
const longest = 80;
/** Three of a date, four of a time to its fractions, two of an offset. */
const mostNumbers = 9;

const bullet = /^(?:[-*•·◦▪●|—–+#>] ?)+/u;
const ending = /[ |—–·•:,+*-]+$/u;
const change =
  /^(?:last )?updated\b|^first published\b|^aktualisiert\b|^mis à jour\b|^actualizado\b|^aggiornato\b|^更新/iu;
/** How pages name the days of times, before them. */
const dayWord =
  /^(?:(today|heute|aujourd['’]hui|hoy|oggi|hoje|vandaag|idag|i dag|dzisiaj|bugün)|yesterday|gestern|hier|ayer|ieri|ontem|gisteren|igår|i går|wczoraj|dün),? (?:um |at |à |a las |alle |às |om |kl\.? |o )?(?=\d)/iu;
/** Pages show a time a second time for screen readers, or in brackets with its zone: `14:05 14:05`, `14:05 (14:05 GMT)`. */
const twice = /(?<!\d)(\d{1,2}[:.]\d\d) ?\(?0?\1( [A-Z]{2,4})?\)?$/;
const publication = /^posted\b|^published\b|^veröffentlicht\b|^stand\b|^publié\b|^publicado\b|^发布/iu;

/**
 * Reads the form of a line that is nothing but a date, a time of day or both, with a bullet, `Updated`, `Posted at` or
 * their like before it and `|` or a dash behind it. `undefined` for any other line: a sentence that begins with a time is
 * text.
 */
export const stampOfLine = (line: string): Stamp | undefined => {
  if (line.length > longest) return undefined;
  const ago = relativeTimeOf(line);
  if (ago) return { ago, says: 'nothing' };
  const [named, today] = dayWord.exec(line) ?? [];
  if (named !== undefined) {
    const stamp = stampOfLine(line.slice(named.length));
    return stamp?.clock && !stamp.date ? { ...stamp, dayOffset: today === undefined ? -1 : 0 } : undefined;
  }
  if (!mayHoldTime(line)) return undefined;
  if ((line.match(/\d+/g) ?? []).length > mostNumbers) return undefined;
  const plain = line.replace(bullet, '').replace(ending, '');
  const says = change.test(plain) ? 'changed' : publication.test(plain) ? 'published' : 'nothing';
  const reported = plain
    .replace(says === 'changed' ? change : publication, '')
    .replace(/^:? ?/, '')
    .replace(twice, '$1$2')
    // ISO 8601 has neither a blank before the time nor one before the offset.
    .replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?) ?(?=[Z+-]|$)/, '$1 $2 ');
  const date = readWrittenDate(reported);
  if (date === 'nothing') return undefined;
  if (date) return { date, says };
  let tries = 0;
  for (const { index } of reported.matchAll(/(?<![\p{L}\d]|\d[.:/-])[\p{L}\d]/gu)) {
    const found = clockAt(reported, index);
    const rest =
      found && readWrittenDate(`${reported.slice(0, index).replace(announcement, '')} | ${reported.slice(found.end)}`);
    if (rest) return { clock: found.clock, says, ...(rest !== 'nothing' && { date: rest }) };
    // A line of several times is a text.
    if (found && ++tries === 2) return undefined;
  }
  return undefined;
};

/** The beginning of a line of the form `23:40 – Text`: its time, where its text begins, and what stands between. */
export type Opening = {
  readonly clock: WrittenClock;
  readonly end: number;
  readonly separator: Separator;
};

/**
 * `nothing` is a time with a dot alone on its line, `14.05`, which can be a number as well; `signs` are the plus signs of a
 * ticker around the time, which nothing else has.
 */
export type Separator = 'signs' | 'update' | 'bracket' | 'mark' | 'blank' | 'nothing';

/**
 * Reads the form of a line that begins with a time and has text behind it: as tickers write it (`+++ 14.05 Uhr: Text`,
 * `Update, 14:05 Uhr: Text`, `[14:05] Text`); after a dash, colon, bar or bullet; or after a blank alone, where the text does not
 * begin with a small letter, as a sentence about a time would.
 */
export const openingOf = (line: string): Opening | undefined => {
  if (!mayHoldTime(line.slice(0, 30))) return undefined;
  const ticker = tickerOf(line);
  if (ticker) return ticker;
  const started = bullet.exec(line)?.[0].length ?? 0;
  const announced = announcedTime.exec(line.slice(started))?.[0].length ?? 0;
  const start = started + announced;
  const dotted = /^(\d\d)\.([0-5]\d)$/.exec(line) && clockAt(line.replace('.', ':'), 0);
  if (dotted) return { clock: dotted.clock, end: line.length, separator: 'nothing' };
  const found = clockAt(line, start);
  if (!found) return undefined;
  const mark = /^\*{0,2}(?: ?[—–|·•:]| -|\.(?= \p{Lu}))\*{0,2} ?(?=\S)/u.exec(line.slice(found.end, found.end + 8));
  if (mark) return { clock: found.clock, end: found.end + mark[0].length, separator: 'mark' };
  // "Midnight Mass begins" is no time with a text.
  if (
    announced > 0 ||
    found.clock.label !== undefined ||
    !/^\*{0,2} (?:[^\p{Ll}\p{P}]|[\p{Pi}"¿¡])/u.test(line.slice(found.end, found.end + 5))
  )
    return undefined;
  return {
    clock: found.clock,
    end: found.end + (/^\*+/.exec(line.slice(found.end))?.[0].length ?? 0) + 1,
    separator: 'blank',
  };
};

/** `Gegen 15 Uhr: Text`, `A las 19:30 - Text`: with a mark only, as sentences begin so, too. */
const announcedTime = /^(?:gegen|um|at|around|about|a las?|alle(?: ore)?|ore|vers|à|às|kl\.?) (?=\d)/iu;

const signs = /^(?:[-*•·] ?)?\+{2,} ?/u;
const update =
  /^(?:update|upd|aktualisierung|actualización|aggiornamento|mise à jour)\b[,:]? ?\(?(?:um |at |at:|à |a las |alle )?/iu;

const tickerOf = (line: string): Opening | undefined => {
  const started = signs.exec(line)?.[0].length ?? 0;
  const announced = update.exec(line.slice(started))?.[0].length ?? 0;
  const bracket = started + announced === 0 ? (/^(?:[-*•·] ?)?[[(]/u.exec(line)?.[0].length ?? 0) : 0;
  const start = started + announced + bracket;
  if (start === 0) return undefined;
  // With plus signs or brackets around it, `14.05` is a time of day.
  const isDotted = announced === 0 && /^\d\d?\.[0-5]\d(?![\d.])/.test(line.slice(start));
  const found = clockAt(isDotted ? `${line.slice(0, start)}${line.slice(start).replace('.', ':')}` : line, start);
  if (!found || found.clock.label !== undefined) return undefined;
  const separator = started > 0 ? 'signs' : announced > 0 ? 'update' : 'bracket';
  const mark = behindTime[separator].exec(line.slice(found.end));
  return mark ? { clock: found.clock, end: found.end + mark[0].length, separator } : undefined;
};

const behindTime = {
  signs: /^\)?(?: ?\+{2,}| ?[—–|·•:,]| -)? ?(?=\S|$)/u,
  update: /^\)?(?: ?[—–|·•:]| -) ?(?=\S)/u,
  bracket: /^[\])](?: ?[—–|·•:-])? ?(?=\S)/u,
};
