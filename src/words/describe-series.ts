import type { Entry, Event, Metric, Reference } from '../core/archive.ts';
import { isolatedIn } from '../core/direction.ts';
import type { Crossing, Series, SeriesValue } from '../core/metric-series.ts';
import { describeMilestone } from './describe-milestone.ts';
import { describeClock, describeTime } from './describe-moment.ts';
import { formatDate } from './format-date.ts';
import { formatValue } from './format-value.ts';
import type { InterfaceTexts } from './languages/en.ts';
import { interfaceTexts } from './languages/interface-texts.ts';

/** A series in the words of its event's language. `severalDays` puts the date before each time. */
export type SeriesWords = {
  /** Sentences that tell what a reader sees in the chart. */
  readonly summary: readonly string[];
  /** The reference, and when it was passed: `2018`, `passed at 16:31:12`. */
  readonly crossings: readonly { readonly name: string; readonly passed?: string }[];
  readonly when: (entry: Entry) => string;
};

/** Puts a series into words. */
export const describeSeries = (series: Series, { language, live }: Pick<Event, 'language' | 'live'>): SeriesWords => {
  const { values, crossings } = series;
  const texts = interfaceTexts(language);
  const severalDays = new Set(values.map(({ entry }) => entry.day)).size > 1;
  const severalYears = new Set(values.map(({ entry }) => entry.day.slice(0, 4))).size > 1;
  const when = (entry: Entry): string => {
    const time = describeTime(entry, language);
    if (!severalDays && time !== '') return time;
    if (entry.moment.date !== entry.day && entry.label === undefined) return time;
    return [formatDate(entry.day, language, severalYears ? 'date' : 'day'), time].filter(Boolean).join(texts.comma);
  };
  return {
    summary: [courseOf(values, language, when), ...outcomeOf(series, { language, live }, when)],
    crossings: crossings.map((crossing) => ({
      name: crossing.reference.name,
      ...(crossing.passedBy && { passed: texts.passed(passedWords(crossing, when, texts)) }),
    })),
    when,
  };
};

type When = SeriesWords['when'];

const courseOf = (values: Series['values'], language: string, when: When): string => {
  const tell = (value: SeriesValue | undefined) => ({
    figure: isolatedIn((value && describeMilestone(value.entry, language).headline) ?? '', 'ltr'),
    when: isolatedIn(value ? when(value.entry) : '', 'ltr'),
  });
  const texts = interfaceTexts(language);
  const [first, last] = [tell(values[0]), tell(values.at(-1))];
  const count = values.length;
  if (count === 1) return texts.oneValue(`${first.figure} (${first.when})`);
  if (values.every(({ amount }) => amount === values[0]?.amount))
    return texts.sameValues(count, first.figure, first.when, last.when);
  return texts.values(count, `${first.figure} (${first.when})`, `${last.figure} (${last.when})`);
};

const outcomeOf = (
  { metric, values, crossings }: Series,
  { language, live }: Pick<Event, 'language' | 'live'>,
  when: When,
): string[] => {
  const texts = interfaceTexts(language);
  // Of two amounts the better one is the larger rank.
  const rank = (amount: number): number => (metric.better === 'lower' ? -amount : amount);
  const best = values.reduce((most, { amount }) => Math.max(most, rank(amount)), Number.NEGATIVE_INFINITY);
  const passed = crossings.filter(({ passedBy }) => passedBy);
  const ahead = crossings.filter(({ passedBy, amount }) => !passedBy && amount !== undefined && rank(amount) > best);
  const reported = passed.map((one) => `${isolatedIn(one.reference.name, 'ltr')} ${passedWords(one, when, texts)}`);
  const named = ahead.map(({ reference }) => nameReference(reference, metric, language));
  return [
    ...(reported.length > 0 ? [texts.passedOnTheWay(reported.join(texts.comma))] : []),
    ...(named.length > 0 ? [(live ? texts.notReachedYet : texts.notReached)(named.join(texts.comma))] : []),
  ];
};

/** A reference with its figure, where that is known: `2018 (CN¥213.5 billion)`. */
export const nameReference = (reference: Reference, metric: Metric | undefined, language: string): string => {
  const [figure] = formatValue(reference, metric, language);
  const name = isolatedIn(reference.name, 'ltr');
  return figure === undefined ? name : `${name} (${isolatedIn(figure, 'ltr')})`;
};

const passedWords = ({ passedBy, exact }: Crossing, when: When, texts: InterfaceTexts): string => {
  if (!passedBy) return '';
  const words = when(passedBy);
  const hasDate = words !== (passedBy.label ?? describeClock(passedBy.moment));
  return (exact ? (hasDate ? texts.passedOn : texts.passedAt) : texts.passedBy)(words);
};
