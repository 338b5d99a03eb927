import { formatDate } from '../words/format-date.ts';
import { type Frames, labelSize, type Step, steps } from './frames.ts';
import { type Interval, intervals, lengthOf, localMarks } from './local-marks.ts';
import { percent } from './percent.ts';
import { textWidth } from './text-width.ts';
import type { TimeSpan } from './time-span.ts';

/** A mark on the axis of time, with the steps at which it is shown. */
export type TimeTick = {
  readonly x: number;
  /** `06:00`, `24:00`, `17`, `Jul`, `1969` */
  readonly text: string;
  /** What it is in: the day of a clock, the month of a day. At the first mark and where it changes. */
  readonly within?: string;
  /** Where the text stands to its mark: the first and the last keep inside the plot. */
  readonly anchor: 'start' | 'middle' | 'end';
  readonly shown: readonly Step[];
};

/** What an axis of time is made for. */
type TimeAxis = { readonly span: TimeSpan; readonly zone: string; readonly language: string };

type Mark = Omit<TimeTick, 'shown'>;

/** The marks of an axis of time: at each step as many as leave a gap between their texts. */
export const timeTicks = (axis: TimeAxis, frames: Frames, margin: number): readonly TimeTick[] => {
  const ticks = new Map<string, Mark & { shown: Step[] }>();
  for (const step of steps) {
    for (const mark of marksFor(axis, frames[step].width - margin)) {
      const key = JSON.stringify(mark);
      const known = ticks.get(key) ?? { ...mark, shown: [] };
      known.shown.push(step);
      ticks.set(key, known);
    }
  }
  return [...ticks.values()].sort((a, b) => a.x - b.x);
};

const marksFor = (axis: TimeAxis, width: number): readonly Mark[] => {
  const [from, until] = axis.span;
  for (const interval of intervals) {
    const spacing = (width * lengthOf(interval)) / (until - from);
    // What is far too close needs no text to be ruled out.
    if (spacing < 2 * labelSize) continue;
    const marks = textsFor(marksIn(axis, interval), interval, axis, width);
    if (marks.every(({ text }) => (textWidth(text) + 1.2) * labelSize <= spacing)) return marks;
  }
  return [];
};

/** At the end of a span no day begins any more. */
const marksIn = ({ span, zone }: TimeAxis, interval: Interval): readonly Temporal.ZonedDateTime[] =>
  localMarks(span, interval, zone).filter((mark) => interval.unit === 'second' || mark.epochMilliseconds < span[1]);

const textsFor = (
  marks: readonly Temporal.ZonedDateTime[],
  interval: Interval,
  { span: [from, until], language }: TimeAxis,
  width: number,
): readonly Mark[] => {
  let said: string | undefined;
  let free = Number.NEGATIVE_INFINITY;
  return marks.map((mark): Mark => {
    const share = (mark.epochMilliseconds - from) / (until - from);
    const date = mark.toPlainDate();
    const isEnd = interval.unit === 'second' && mark.epochMilliseconds === until && mark.equals(mark.startOfDay());
    const text = isEnd ? '24:00' : textOf(mark, interval, language);
    const half = (textWidth(text) / 2) * labelSize;
    // The name of a day or a year belongs to all of it, which begins at the mark.
    const anchor =
      interval.unit !== 'second' || share * width < half ? 'start' : (1 - share) * width < half ? 'end' : 'middle';
    const style = within[interval.unit];
    const own = style && !isEnd ? formatDate(date.toString(), language, style) : undefined;
    const start = share * width - (anchor === 'middle' ? half : 0);
    const endOf = (name: string): number => start + textWidth(name) * labelSize;
    if (own === undefined || own === said || start < free) return { x: percent(share), text, anchor };
    // Where the whole name of a month does not fit, its short one tells that another has started.
    const names =
      style === 'month' && said !== undefined ? [own, formatDate(date.toString(), language, 'month-alone')] : [own];
    const name = names.find((one) => endOf(one) <= width);
    if (name === undefined) return { x: percent(share), text, anchor };
    said = own;
    free = endOf(name) + labelSize;
    return { x: percent(share), text, anchor, within: name };
  });
};

const within = { second: 'date', day: 'month', month: 'year', year: undefined } as const;

const textOf = (mark: Temporal.ZonedDateTime, { unit, every }: Interval, language: string): string => {
  if (unit === 'second') return mark.toPlainTime().toString({ smallestUnit: every < 60 ? 'second' : 'minute' });
  const style = { day: 'day-alone', month: 'month-alone', year: 'year' } as const;
  return formatDate(mark.toPlainDate().toString(), language, style[unit]);
};
