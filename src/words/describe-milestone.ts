import type { Metric, MilestoneEntry } from '../core/archive.ts';
import { elapsedDatetime, formatElapsed } from './format-elapsed.ts';
import { formatValue, speakValue } from './format-value.ts';
import type { InterfaceTexts } from './languages/en.ts';
import { interfaceTexts } from './languages/interface-texts.ts';

/** A milestone in the words of its event's language. */
export type MilestoneWords = {
  /** What is set large: the value, what was surpassed, or the time since the start. Absent where nothing is known. */
  readonly headline?: string;
  /** The headline for those who hear it, where it would not be read as it is written: `1 minute, 21.900 seconds`. */
  readonly spoken?: string;
  /** Which of the three the headline is. */
  readonly kind: 'value' | 'surpassed' | 'elapsed' | 'moment';
  /** The value in the other units in which it was given. */
  readonly others: readonly string[];
  /** The value in the metric's main unit, where it was given in another unit only. */
  readonly converted?: string;
  readonly metric?: string;
  /** The names of the references that it surpasses. */
  readonly surpasses: readonly string[];
  /** The span of time from the start, or until it: `3 h`, `before the start`, and for machines. */
  readonly elapsed?: Elapsed;
};

/** A span of time since the start or before it; `alone` says which where that is not clear from its place. */
type Elapsed = {
  readonly text: string;
  readonly since: string;
  readonly alone: string;
  readonly isBefore: boolean;
  readonly datetime: string;
};

/** Puts a milestone into words. */
export const describeMilestone = ({ milestone, moment }: MilestoneEntry, language: string): MilestoneWords => {
  const { value, amount, metric, surpasses: references, elapsed: span } = milestone;
  const texts = interfaceTexts(language);
  const [first, ...others] = formatValue(milestone, metric, language);
  const spoken = speakValue(milestone, metric, language);
  const surpasses = references.map(({ name }) => name);
  const elapsed =
    span === undefined || moment.precision === 'day' ? undefined : elapsedWords(span, moment.precision, texts);
  // The start itself has no figure: nothing has passed yet.
  const counted = span === 0 ? undefined : elapsed?.text;
  const headline = first ?? (surpasses.length > 0 ? texts.past(surpasses.join(texts.comma)) : counted);
  const convertible = metric && value && amount !== undefined && value[metric.unit] === undefined;
  return {
    kind: first ? 'value' : surpasses.length > 0 ? 'surpassed' : counted ? 'elapsed' : 'moment',
    others,
    surpasses,
    ...(headline !== undefined && { headline }),
    ...(spoken !== undefined && { spoken }),
    ...(convertible && { converted: convertedText(amount, metric, language) }),
    ...(metric && { metric: metric.title }),
    ...(elapsed && { elapsed }),
  };
};

/** Converted values are about right: three digits. */
const convertedText = (amount: number, metric: Metric, language: string): string =>
  formatValue({ value: { [metric.unit]: Number(amount.toPrecision(3)) } }, { ...metric, decimals: 0 }, language).join(
    '',
  );
const elapsedWords = (span: number, precision: 'minute' | 'second', texts: InterfaceTexts): Elapsed => {
  const isBefore = span < 0;
  const text = formatElapsed(Math.abs(span), precision, texts);
  const since = isBefore ? texts.spanBeforeStart : texts.spanSinceStart;
  return {
    text,
    since,
    alone: isBefore ? `${text}${texts.gap}${since}` : text,
    isBefore,
    datetime: elapsedDatetime(span),
  };
};
