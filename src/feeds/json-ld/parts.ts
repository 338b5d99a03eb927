import type { BlogPosting, BreadcrumbList, Event as EventData, Organization, Person } from 'schema-dts';
import type { Entry, Event, Site } from '../../core/archive.ts';
import { type Change, changesOf } from '../../core/changes.ts';
import { type Permalinks, permalinks } from '../../core/permalinks.ts';
import { isPast } from '../../core/reached.ts';

/** What JSON-LD is made from. */
export type DataFrame = {
  readonly site: Site;
  readonly to: Permalinks;
  /** The picture at the top of the event, with its host. */
  readonly cover: string | undefined;
  /** The first picture that an entry shows, with its host. */
  readonly pictureOf: (entry: Entry) => string | undefined;
};

/** The publisher, or the archive itself where none is named. */
export const publisherOf = ({ publisher, title, url, look }: Site): Organization => {
  const logo = look?.logo?.name ?? look?.icons?.touch;
  const to = permalinks(url);
  return {
    '@type': 'Organization',
    name: publisher?.name ?? title,
    url: publisher?.url ?? url,
    ...(logo !== undefined && { logo: to.absolute(to.media(undefined, logo)) }),
  };
};

/** Who wrote an entry: a person where it names one. */
export const authorOf = ({ author }: Pick<Entry, 'author'>, site: Site): Person | Organization =>
  author === undefined ? publisherOf(site) : { '@type': 'Person', name: author };

/** The event itself, as it was held. */
export const eventDataOf = (event: Event, { to, cover }: DataFrame): EventData => {
  const { slug, title, description, starts, ends, location, organiser, language } = event;
  const url = to.absolute(to.event(slug));
  return {
    '@type': 'Event',
    '@id': `${url}#event`,
    name: title,
    description,
    url,
    startDate: starts.datetime,
    endDate: ends.datetime,
    eventStatus: 'https://schema.org/EventScheduled',
    inLanguage: language,
    ...(location !== undefined && { location: { '@type': 'Place', name: location, address: location } }),
    ...(organiser !== undefined && { organizer: { '@type': 'Organization', name: organiser } }),
    ...(cover !== undefined && { image: cover }),
  };
};

/**
 * An entry as an update of a live blog: its headline and address, when it was published and corrected, and its text, which is
 * the headline again where it has none.
 */
export const updateOf = (event: Event, entry: Entry, articleBody: string, frame: DataFrame): BlogPosting => {
  const { to } = frame;
  const modified = modifiedOf(entry, event);
  const picture = frame.pictureOf(entry);
  return {
    '@type': 'BlogPosting',
    headline: entry.title,
    articleBody: articleBody === '' ? entry.title : articleBody,
    ...publicationOf(entry, event),
    ...(modified !== undefined && { dateModified: modified.datetime }),
    url: to.absolute(to.entry(event.slug, entry.slug)),
    ...(entry.author !== undefined && { author: { '@type': 'Person', name: entry.author } }),
    ...(picture !== undefined && { image: picture }),
  };
};

/** When an entry was published; nothing while that is yet to come. */
export const publicationOf = (
  { publishedAt, published }: Entry,
  event: Pick<Event, 'firstFuture'>,
): { readonly datePublished?: string } => (isPast(publishedAt, event) ? { datePublished: published.datetime } : {});

/** When an entry was corrected or withdrawn last, if it was after it had been published. What is still to come is left out. */
export const modifiedOf = (entry: Entry, event: Pick<Event, 'timezone' | 'firstFuture'>): Change | undefined => {
  const last = changesOf(entry, event.timezone)
    .filter(({ since }) => isPast(since, event))
    .at(-1);
  return last && last.instant >= entry.publishedAt ? last : undefined;
};

/** Where a page is, from the archive downwards. */
export const breadcrumbsOf = (
  steps: readonly { readonly title: string; readonly path: string }[],
  { to }: Pick<DataFrame, 'to'>,
): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ title, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: title,
    item: to.absolute(path),
  })),
});
