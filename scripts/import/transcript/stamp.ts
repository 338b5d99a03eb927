import { announcement, clockAt, mayHoldTime, type WrittenClock } from './written-clock.ts';
import { readDate, type WrittenDate } from './written-date.ts';

/** What a line says that is a day heading, a time, or a time with its date, and nothing else. */
export type Stamp = {
  readonly date?: WrittenDate;
  readonly clock?: WrittenClock;
  /** Whether it says that it is the time of a change (`Updated 11:52 p.m.`) or of a publication (`Posted at 11:40`). */
  readonly says: 'nothing' | 'changed' | 'published';
};

/** Longer lines are no stamps; the longest in use, with weekday, date, time and zone, have about 60 characters. */
const longest = 80;
/** Three of a date, four of a time to its fractions, two of an offset. */
const mostNumbers = 9;

const bullet = /^(?:[-*•·◦▪●|—–] ?)+/u;
const ending = /[ |—–·•:,-]+$/u;
const change =
  /^(?:last )?updated\b|^first published\b|^aktualisiert\b|^mis à jour\b|^actualizado\b|^aggiornato\b|^更新/iu;
const publication = /^posted\b|^published\b|^veröffentlicht\b|^stand\b|^publié\b|^publicado\b|^发布/iu;

/**
 * Reads the form of a line that is nothing but a date, a time of day or both, with a bullet, `Updated`, `Posted at` or
 * their like before it and `|` or a dash behind it. `undefined` for any other line: a sentence that begins with a time is
 * text.
 */
export const stampOf = (line: string): Stamp | undefined => {
  if (line.length > longest || !mayHoldTime(line)) return undefined;
  if ((line.match(/\d+/g) ?? []).length > mostNumbers) return undefined;
  const plain = line.replace(bullet, '').replace(ending, '');
  const says = change.test(plain) ? 'changed' : publication.test(plain) ? 'published' : 'nothing';
  const told = plain
    .replace(says === 'changed' ? change : publication, '')
    .replace(/^:? ?/, '')
    // ISO 8601 has neither a blank before the time nor one before the offset.
    .replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?) ?(?=[Z+-]|$)/, '$1 $2 ');
  const date = readDate(told);
  if (date === 'nothing') return undefined;
  if (date) return { date, says };
  let tries = 0;
  for (const { index } of told.matchAll(/(?<![\p{L}\d]|\d[.:/-])[\p{L}\d]/gu)) {
    const found = clockAt(told, index);
    const rest = found && readDate(`${told.slice(0, index).replace(announcement, '')} | ${told.slice(found.end)}`);
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

/** `nothing` is a time with a dot alone on its line, `14.05`, which can be a number as well. */
export type Separator = 'mark' | 'blank' | 'nothing';

/**
 * Reads the form of a line that begins with a time and has text behind it: after a dash, colon, bar or bullet, or after a
 * blank alone, where the text does not begin with a small letter, as a sentence about a time would.
 */
export const openingOf = (line: string): Opening | undefined => {
  if (!mayHoldTime(line.slice(0, 20))) return undefined;
  const start = bullet.exec(line)?.[0].length ?? 0;
  const dotted = /^(\d\d)\.([0-5]\d)$/.exec(line) && clockAt(line.replace('.', ':'), 0);
  if (dotted) return { clock: dotted.clock, end: line.length, separator: 'nothing' };
  const found = clockAt(line, start);
  if (!found) return undefined;
  const mark = /^(?: ?[—–|·•:]| -) ?(?=\S)/u.exec(line.slice(found.end, found.end + 4));
  if (mark) return { clock: found.clock, end: found.end + mark[0].length, separator: 'mark' };
  // "Midnight Mass begins" is no time with a text.
  if (
    found.clock.label !== undefined ||
    !/^ (?:[^\p{Ll}\p{P}]|[\p{Pi}"¿¡])/u.test(line.slice(found.end, found.end + 3))
  )
    return undefined;
  return { clock: found.clock, end: found.end + 1, separator: 'blank' };
};
