import { dateFormat } from '../core/formatters.ts';
import { formatElapsed, type SpanTexts } from '../words/format-elapsed.ts';
import { localeOf } from '../words/locale.ts';

/** In which time readers see entries: that of the event, their own, or the time since the start. */
export type Mode = 'event' | 'own' | 'start';

/** What a time is written with. `start` is the event's, in milliseconds since 1970. */
export type TimeStyle = SpanTexts & {
  readonly language: string;
  readonly comma: string;
  readonly start: number;
  /** What stands behind a span of time before the start. */
  readonly beforeStart: string;
};

/**
 * A `datetime` with offset in a reader's own time zone, preceded by the date where that is not `day`; with its weekday where
 * there is no `day`. `zone` is the reader's, else that of the machine.
 */
export const ownTime = (
  datetime: string,
  day: string | undefined,
  { language, comma }: TimeStyle,
  zone?: string,
): string => {
  const date = new Date(datetime);
  const inZone = zone === undefined ? {} : { timeZone: zone };
  const part = (options: Intl.DateTimeFormatOptions, locale: string): string =>
    dateFormat(locale, { ...inZone, calendar: 'gregory', ...options }).format(date);
  const second = knowsSeconds(datetime) ? ({ second: '2-digit' } as const) : {};
  const clock = part({ hour: '2-digit', minute: '2-digit', ...second, hourCycle: 'h23' }, 'en-GB');
  if (part({ dateStyle: 'short' }, 'sv') === day) return clock;
  const style = day === undefined ? ({ dateStyle: 'full' } as const) : ({ day: 'numeric', month: 'short' } as const);
  return `${part(style, localeOf(language))}${comma}${clock}`;
};

/** A `datetime` as the time since the start of its event, or before it. */
export const timeSinceStart = (datetime: string, style: TimeStyle): string => {
  const span = Date.parse(datetime) - style.start;
  const text = formatElapsed(Math.abs(span), knowsSeconds(datetime) ? 'second' : 'minute', style);
  return span < 0 ? `${text}${style.beforeStart}` : text;
};

const knowsSeconds = (datetime: string): boolean => /T\d\d:\d\d:\d\d/.test(datetime);
