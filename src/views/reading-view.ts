import type { Order } from '../core/archive.ts';
import type { NamedPart } from '../core/parts.ts';
import { type Beside, besideAt, mapBeside, type PartOfDay } from '../core/reading-on.ts';
import { wordsIn } from '../words/words.ts';
import type { OpenEvent } from './open-event-of.ts';
import type { OpenSite } from './open-site.ts';
import { eventLink, type PageLink } from './page-view.ts';

export type ReadOnView = ReturnType<typeof readOnView>;

/** What a list goes on with. */
type ReadOnOptions = {
  /** In which the list is shown: the event's, unless it is said otherwise. */
  readonly order?: Order;
  /** The pages that go on from the list, in either direction. */
  readonly beside: Beside<PageLink>;
  /** Whether the list is of the whole event: its end is that of the coverage. */
  readonly whole?: boolean;
  /** Whether the end leads to the timeline. */
  readonly leadsHome?: boolean;
};

/** What stands below a list: the pages that go on from it, that in the direction of reading first, or how it ends. */
export const readOnView = (site: OpenSite, of: OpenEvent, { order, beside, whole, leadsHome }: ReadOnOptions) => {
  const { event } = of;
  const { texts } = wordsIn(event.language);
  const isBackwards = (order ?? event.order) === 'newest-first';
  const earlier = beside.earlier && { ...beside.earlier, label: texts.earlier, rel: isBackwards ? 'next' : 'prev' };
  const later = beside.later && { ...beside.later, label: texts.laterOn, rel: isBackwards ? 'prev' : 'next' };
  const [onward, back] = isBackwards ? [earlier, later] : [later, earlier];
  const end = isBackwards ? texts.coverageBegins : event.live ? texts.allSoFar : texts.coverageEnds;
  return {
    language: event.language,
    links: onward || back ? [onward, back] : [],
    end: onward ? undefined : { text: whole ? end : undefined, home: leadsHome ? eventLink(site, of) : undefined },
  };
};

export type PartsView = ReturnType<typeof partsView>;

/** A list in parts, by its name, and the part of it that a page shows. */
type ListInParts = {
  readonly name: string;
  readonly part: NamedPart<unknown>;
  readonly parts: readonly NamedPart<unknown>[];
  /** The address of a part. */
  readonly link: (number: number) => string;
};

/**
 * The parts beside one, as pages, and as links by the names of the parts alone; none where it is the only one. Only those
 * beside it: a list of all would change every page when a part is added.
 */
export const partsView = (language: string, { name, part, parts, link }: ListInParts) => {
  const words = wordsIn(language);
  const beside = besideAt(parts, part.number - 1);
  const toPage = (other: NamedPart<unknown>): PageLink => ({
    title: words.part(name, other),
    path: link(other.number),
  });
  return {
    language,
    title: words.part(name, part),
    beside: mapBeside(beside, toPage),
    links: mapBeside(beside, (other) => ({ title: other.name, path: link(other.number) })),
  };
};

/** How the address of a part of a list ends: with its number, where it is not the first. */
export const partParam = ({ number }: { readonly number: number }): string | undefined =>
  number === 1 ? undefined : String(number);

/** The parts of days beside one, as pages. */
export const besideDay = ({ to }: OpenSite, { event }: OpenEvent, beside: Beside<PartOfDay>): Beside<PageLink> =>
  mapBeside(beside, ({ date, part }) => {
    const words = wordsIn(event.language);
    return { title: words.part(words.date(date, 'weekday'), part), path: to.day(event.slug, date, part.number) };
  });

export type ToolsView = ReturnType<typeof toolsView>;

/** What readers choose how they read an event: `order` is that of the timeline on which it stands. */
export const toolsView = (site: OpenSite, { event, pages }: OpenEvent, order?: Order) => {
  const { to } = site;
  const { newestFirst, oldestFirst } = wordsIn(event.language).texts;
  const other = pages.otherwise.order;
  return {
    language: event.language,
    countsFrom: event.countsFrom,
    orders:
      order &&
      (['newest-first', 'oldest-first'] as const).map((one) => ({
        name: one === 'newest-first' ? newestFirst : oldestFirst,
        link: one === other ? to.ordered(event.slug, one) : to.event(event.slug),
        isShown: one === order,
      })),
    milestones: pages.milestones.length > 0 ? to.milestones(event.slug) : undefined,
  };
};
