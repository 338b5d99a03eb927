import type { Article, Graph, LiveBlogPosting, WithContext } from 'schema-dts';
import { type Entry, type Event, standing } from '../../core/archive.ts';
import type { Change } from '../../core/changes.ts';
import { firstInstant, type Moment } from '../../core/moment.ts';
import { isPast } from '../../core/reached.ts';
import { authorOf, type DataFrame, eventDataOf, modifiedOf, publicationOf, publisherOf, updateOf } from './parts.ts';

/** A page that shows entries of an event. */
type LiveBlogPage = {
  readonly event: Event;
  /** The path of the page. */
  readonly path: string;
  readonly title: string;
  /** The entries that the page shows, as it shows them. */
  readonly shown: readonly Entry[];
  /** The text of each that is shown, or as much of it as there is room for. */
  readonly textOf: (entry: Entry) => string;
};

/**
 * A timeline or an event day as a live blog that holds each entry that can be read on it, and the event it is about. The
 * coverage lasts from the first entry to the last: on the timeline of the event, on other pages of those that are shown, so
 * that a new entry does not change them.
 */
export const liveBlogOf = ({ event, path, title, shown, textOf }: LiveBlogPage, frame: DataFrame): Graph => {
  const { site, to, cover } = frame;
  const { entries, description, language } = event;
  const url = to.absolute(path);
  const { timezone } = event;
  const reported = path === to.event(event.slug) ? entries : shown;
  const readable = standing(reported);
  const times = readable.map(({ moment, demandedInstant }) => timeOf(moment, demandedInstant, timezone));
  const publications = readable.map(({ published, publishedAt }) => timeOf(published, publishedAt, timezone));
  const first = earliest(times)?.datetime ?? event.starts.datetime;
  const firstPublication = earliest(publications);
  const last = latest(times);
  const modified = latest([
    ...publications.filter(({ since }) => isPast(since, event)),
    ...reported.flatMap((entry) => modifiedOf(entry, event) ?? []),
  ]);
  const hasBegun = isPast(firstInstant(event.starts, timezone), event);
  const isPublished = firstPublication ? isPast(firstPublication.since, event) : hasBegun;
  const dateModified = modified?.datetime ?? (times.length === 0 && hasBegun ? first : undefined);
  const blog: LiveBlogPosting = {
    '@type': 'LiveBlogPosting',
    '@id': url,
    url,
    headline: title,
    description,
    inLanguage: language,
    ...(isPublished && { datePublished: firstPublication?.datetime ?? first }),
    ...(dateModified !== undefined && { dateModified }),
    coverageStartTime: first,
    // While the event is on, nobody has said that an entry is the last.
    coverageEndTime: (event.live ? undefined : last?.datetime) ?? event.ends.datetime,
    author: publisherOf(site),
    publisher: publisherOf(site),
    about: { '@id': eventDataId(event, frame) },
    ...(cover !== undefined && { image: cover }),
    ...(event.license && { license: event.license.url }),
    liveBlogUpdate: standing(shown).map((entry) => updateOf(event, entry, textOf(entry), frame)),
  };
  return { '@context': 'https://schema.org', '@graph': [blog, eventDataOf(event, frame)] };
};

/** The page of an entry. `description` says what it is about in a sentence or two. */
export const articleOf = (event: Event, entry: Entry, description: string, frame: DataFrame): WithContext<Article> => {
  const { site, to, cover, pictureOf } = frame;
  const url = to.absolute(to.entry(event.slug, entry.slug));
  const picture = pictureOf(entry) ?? cover;
  const published = publicationOf(entry, event);
  const modified = modifiedOf(entry, event)?.datetime ?? published.datePublished;
  const topics = event.topics.filter(({ slug }) => entry.topics.includes(slug)).map(({ title }) => title);
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: entry.title,
    description,
    inLanguage: event.language,
    ...published,
    ...(modified !== undefined && { dateModified: modified }),
    author: authorOf(entry, site),
    publisher: publisherOf(site),
    isPartOf: { '@type': 'LiveBlogPosting', '@id': to.absolute(to.event(event.slug)), name: event.title },
    about: { '@type': 'Event', '@id': eventDataId(event, frame), name: event.title },
    ...(topics.length > 0 && { keywords: topics }),
    ...(picture !== undefined && { image: picture }),
    ...(event.license && { license: event.license.url }),
  };
};

const eventDataId = (event: Event, { to }: DataFrame): string => `${to.absolute(to.event(event.slug))}#event`;

const latest = (times: readonly Change[]): Change | undefined =>
  times.reduce<Change | undefined>((one, other) => (one && one.instant >= other.instant ? one : other), undefined);

const earliest = (times: readonly Change[]): Change | undefined =>
  times.reduce<Change | undefined>((one, other) => (one && one.instant <= other.instant ? one : other), undefined);

/** A time of an entry where one is demanded: without a time of day, the instant that stands for it. */
const timeOf = ({ instant: own, datetime }: Moment, instant: number, zone: string): Change => ({
  instant,
  since: instant,
  datetime:
    own === undefined
      ? Temporal.Instant.fromEpochMilliseconds(instant)
          .toZonedDateTimeISO(zone)
          .toString({ smallestUnit: 'second', timeZoneName: 'never' })
      : datetime,
});

/**
 * JSON for a `<script>` of HTML: nothing in it can end the script or begin a comment, and it is a valid text of JavaScript
 * before ES2019 as well.
 */
export const printJsonLd = (data: object): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
