import type { TranscriptLine } from './lines.ts';
import { relativeTimeOf } from './relative-time.ts';
import { openingOf } from './stamp.ts';
import { clockAt, secondsOf } from './written-clock.ts';

/**
 * A time at the edge of a line, in seconds of its day. It is `clear` where hardly anything but an update begins so, and not
 * where a sentence, a price or a programme can be written like that.
 */
export type EdgeTime = { readonly seconds: number; readonly isClear: boolean };

/** Finds a time at the beginning or at the end of a line of text, behind a date or a name, too. */
export const edgeTimeOf = ({ form, isShort }: TranscriptLine): EdgeTime | undefined => {
  const opening = openingOf(form);
  if (opening) return { seconds: secondsOf(opening.clock), isClear: opening.separator !== 'nothing' };
  const dated = afterDate.exec(form)?.[0].length;
  const behindDate = dated === undefined ? undefined : clockAt(form, dated);
  if (behindDate) return { seconds: secondsOf(behindDate.clock), isClear: true };
  if (beforeDate.test(form)) {
    const clock = clockAt(form, form.search(/\d/))?.clock;
    if (clock) return { seconds: secondsOf(clock), isClear: true };
  }
  const dotted = /^\p{P}{0,3} ?([01]?\d|2[0-3])[.:]([0-5]\d) ?[,(|]? ?\p{Lu}/u.exec(form);
  if (dotted) return { seconds: Number(dotted[1]) * 3600 + Number(dotted[2]) * 60, isClear: false };
  return isShort && form.length <= longestName ? timeBehindName(form) : undefined;
};

const longestName = 70;

/** `06.08.2016, 13:23`, `[10/22/2013 5:00:03 PM`, `2024-03-01 09:05`. */
const afterDate = /^[\p{P}\p{S} ]{0,4}\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\.?,?[ T](?=\d)/u;

/** `[13:23, 06/03/2024] Ada:`. */
const beforeDate = /^[\p{P}\p{S} ]{0,4}\d{1,2}[:.]\d\d[^\d]{0,6}, ?\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/u;

/** `Ada Lind  10:05 AM`, `Ada, [01.03.2024 10:05]`, `Yesterday at 23:50`, `Gates open published at 14:05`; a sentence ends otherwise. */
const timeBehindName = (form: string): EdgeTime | undefined => {
  for (const { index } of form.matchAll(/(?<=[\s([,|·•–—-])\d{1,2}[:.]?\d{0,2}/gu)) {
    const found = index > 0 ? clockAt(form, index) : undefined;
    if (found && /^[\s\p{P}]*$/u.test(form.slice(found.end)) && !/[.!?]$/.test(form.slice(found.end).trim()))
      return { seconds: secondsOf(found.clock), isClear: false };
    if (found && /(?:published|posted|updated) (?:at )?$/i.test(form.slice(0, index)))
      return { seconds: secondsOf(found.clock), isClear: false };
  }
  return undefined;
};

/** Whether a line begins or ends with words such as `5 min ago`, before or behind others. */
export const hasRelativeEdge = ({ form }: TranscriptLine): boolean => {
  if (!/\d/.test(form)) return false;
  if (/[·|•] ?\d{1,3} ?(?:s|m|min|h|hr|d)\.?$/iu.test(form)) return true;
  const words = form.split(' ');
  const counts = [2, 3, 4, 5].filter((count) => count < words.length);
  return counts.some(
    (count) =>
      relativeTimeOf(words.slice(0, count).join(' ')) !== undefined ||
      (form.length <= longestName && relativeTimeOf(words.slice(-count).join(' ')) !== undefined),
  );
};

/** The times that begin sentences within a line, behind the end of another: `Gates are up. 10:07 First boat.` */
export const timesWithin = ({ text }: TranscriptLine): readonly number[] =>
  [...text.matchAll(withinText)].map(([, hours, minutes]) => Number(hours) * 3600 + Number(minutes) * 60);

const withinText =
  /(?<=[.!?…»"”)] )([01]?\d|2[0-3])[:.]([0-5]\d)(?: ?(?:Uhr|h|[ap]\.?m\.?))?(?: ?[:–|-])? (?=[\p{Lu}"“„«<])/gu;
