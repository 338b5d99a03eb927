import type { Entry } from '../core/archive.ts';
import { offsetOf } from '../core/offset.ts';
import type { NameParts, Part } from '../core/parts.ts';
import { formatDate } from './format-date.ts';
import { interfaceTexts } from './languages/interface-texts.ts';

type Placed = Pick<Entry, 'day' | 'moment'>;

/** Names the parts of lists in a language. */
export const partNamesIn =
  (language: string): NameParts =>
  (parts, entryOf, of = 'days') => {
    const placed = parts.map((part) => ({ ...part, items: part.items.map(entryOf) }));
    const names = describeParts(placed, language, of);
    return parts.map((part, index) => ({ ...part, name: names[index] ?? '' }));
  };

/**
 * What the parts of a list are called: by the hours from their first entry to their last, `14:05–18:20`, and by the days of
 * these where the list is not that of one day, `1 May, 14:05 – 2 May, 00:10`. By their numbers where that would not tell them
 * apart. A list of one part needs no name.
 */
export const describeParts = (
  parts: readonly Part<Placed>[],
  language: string,
  of: 'day' | 'days',
): readonly string[] => {
  if (parts.length < 2) return parts.map(() => '');
  const names = parts.map(({ items }) => (of === 'day' ? hoursOf(items) : describeSpan(items, language)));
  const areDistinct = new Set(names).size === names.length && !names.includes('');
  return areDistinct ? names : parts.map(({ number }) => interfaceTexts(language).part(number));
};

/** From the first known time to the last, to the minute. */
const hoursOf = (entries: readonly Placed[]): string => {
  const clocks = entries.map(clockOf).filter((clock) => clock !== '');
  return [...new Set([clocks[0], clocks.at(-1)])].filter((clock) => clock !== undefined).join('–');
};

const clockOf = ({ moment: { clock, isRepeated, datetime } }: Placed): string =>
  clock === undefined ? '' : [clock.slice(0, 5), ...(isRepeated ? [offsetOf(datetime)] : [])].join(' ');

/** From the first entry to the last, with their days. */
const describeSpan = (entries: readonly Placed[], language: string): string => {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return '';
  const { comma } = interfaceTexts(language);
  const style = first.day.slice(0, 4) === last.day.slice(0, 4) ? 'day' : 'date';
  const describe = ({ day }: Placed, hours: string) =>
    [formatDate(day, language, style), hours].filter((text) => text !== '').join(comma);
  if (first.day === last.day) return describe(first, hoursOf(entries));
  return `${describe(first, clockOf(first))} – ${describe(last, clockOf(last))}`;
};
