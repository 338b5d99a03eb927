import type { Entry, Event, MilestoneEntry } from '../core/archive.ts';
import { type Direction, directionOf, isMixedIn, isolatedIn } from '../core/direction.ts';
import type { MilestonePlace } from '../core/milestone-place.ts';
import { firstInstant, lastInstant, type Moment } from '../core/moment.ts';
import { remembered } from '../core/once.ts';
import { describeMilestone } from './describe-milestone.ts';
import { describeClock, describeTime } from './describe-moment.ts';
import { describePlace } from './describe-place.ts';
import { type DateStyle, formatDate, formatDateRange, formatZone } from './format-date.ts';
import { elapsedDatetime, formatElapsed } from './format-elapsed.ts';
import { keepFigures } from './keep-figures.ts';
import { interfaceTexts } from './languages/interface-texts.ts';
import { isRightToLeft, openGraphLocale } from './locale.ts';
import { phrasesOf } from './phrases.ts';

/** How dates, times and figures read in one language. */
export type Words = ReturnType<typeof wordsIn>;

/**
 * The words of a language (BCP 47). Nothing in them depends on the machine's locale. They are made once for each language,
 * and remember dates, because the same few stand on every page.
 */
export const wordsIn = remembered((language: string) => {
  const texts = interfaceTexts(language);
  return {
    /** What pages say of their own accord. */
    texts,
    ...directionsIn(language),
    ...datesIn(language),
    /** A title in pieces between which a line may end. */
    phrases: (title: string) => phrasesOf(title, language).map(keepFigures),
    /** What elements that hold nothing but such texts are in, where the page is in another language. */
    spoken: texts === interfaceTexts('en') && new Intl.Locale(language).language !== 'en' ? 'en' : undefined,
    /** The language and its region, as Open Graph has them: `de_DE`. */
    locale: openGraphLocale(language),
    /** A part of a list, behind what the list is called: `Wednesday, 1 May 2024, 08:00–09:39`. */
    part: (list: string, { name }: { readonly name: string }) =>
      [list, name].filter((text) => text !== '').join(texts.comma),
    milestone: (entry: MilestoneEntry) => describeMilestone(entry, language),
    place: (entry: MilestoneEntry, place: MilestonePlace) => describePlace(entry, place, language),
  };
});

/** How texts run on a page in a language. */
const directionsIn = (language: string) => {
  const page: Direction = isRightToLeft(language) ? 'rtl' : 'ltr';
  return {
    /** The direction of the script, where it is not left to right. */
    direction: page === 'rtl' ? ('rtl' as const) : undefined,
    /** The direction of a text, where it has letters that are not read as the page is: for the `dir` of its element. */
    dir: (text: string) => (isMixedIn(text, page) ? (directionOf(text, page) ?? page) : undefined),
    /** The same for a text among those of the interface. */
    dirAmidTexts: (text: string) =>
      page === 'rtl' || isMixedIn(text, 'ltr') ? (directionOf(text) ?? page) : undefined,
    /** A text that keeps together where it has no element of its own, as in a drawing. */
    isolated: (text: string) => isolatedIn(text, page),
  };
};

/** How dates, times and spans of time read in a language. */
const datesIn = (language: string) => {
  const texts = interfaceTexts(language);
  const date = remembered((day: string, style: DateStyle) => formatDate(day, language, style));
  return {
    date,
    dates: (first: string, last: string) => formatDateRange(first, last, language),
    /** The zone of an event, as its clocks stood during the coverage; each, where they were changed in it. */
    zones: ({ timezone, starts, ends }: Pick<Event, 'timezone' | 'starts' | 'ends'>) => {
      const instants = clockChanges(timezone, firstInstant(starts, timezone), lastInstant(ends, timezone));
      const [first, ...others] = new Set(instants.map((instant) => formatZone(timezone, instant, language)));
      return [first, ...others.map(texts.later)].join(texts.comma);
    },
    zone: (zone: string, instant: number) => formatZone(zone, instant, language),
    /** A moment with its date: `11 November 2019, 01:01:32`. */
    moment: (moment: Moment) =>
      [date(moment.date, 'date'), describeClock(moment)].filter((part) => part !== undefined).join(texts.comma),
    time: (entry: Pick<Entry, 'label' | 'moment' | 'day'>) => describeTime(entry, language),
    /** A span in milliseconds, and the same for machines. */
    elapsed: (span: number, precision: 'minute' | 'second') => ({
      text: formatElapsed(span, precision, texts),
      datetime: elapsedDatetime(span),
    }),
  };
};

/** An instant, and all after it, up to another, at which the clocks of a zone were changed. The changes of two years are enough. */
const clockChanges = (zone: string, from: number, until: number): readonly number[] => {
  const instants = [from];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (at && at.epochMilliseconds < until && instants.length <= 4) {
    instants.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition('next');
  }
  return instants;
};
