import type { Entry, Order } from './archive.ts';
import type { NamedPart } from './parts.ts';

/** A part of an event day, which a page of its own shows, and what comes before and after it, across days. */
export type DayPart = PartOfDay & Beside<PartOfDay>;

export type PartOfDay = { readonly date: string; readonly part: NamedPart<Entry> };

/** What lies beside something in time. */
export type Beside<Item> = { readonly earlier?: Item; readonly later?: Item };

/** The parts of all days, which are oldest first, in one row: each ends where the next begins. */
export const dayPartsOf = (
  days: readonly { readonly date: string; readonly parts: readonly NamedPart<Entry>[] }[],
): readonly DayPart[] => {
  const row = days.flatMap(({ date, parts }) => parts.map((part) => ({ date, part })));
  return row.map((own, index) => ({ ...own, ...besideAt(row, index) }));
};

/** What a timeline that shows one part of a long event goes on with: newest first it shows the last one, else the first. */
export const besideTimeline = (row: readonly DayPart[], order: Order): Beside<DayPart> =>
  besideAt(row, order === 'newest-first' ? row.length - 1 : 0);

/** Makes what lies beside something into something else. */
export const mapBeside = <From, To>({ earlier, later }: Beside<From>, map: (one: From) => To): Beside<To> => ({
  ...(earlier && { earlier: map(earlier) }),
  ...(later && { later: map(later) }),
});

/** What lies beside the item at `index` of a row that is oldest first. */
export const besideAt = <Item>(row: readonly Item[], index: number): Beside<Item> => {
  const [earlier, later] = [row[index - 1], row[index + 1]];
  return { ...(earlier && { earlier }), ...(later && { later }) };
};
