import { firstInstant, lastInstant } from '../core/moment.ts';
import { slugOf } from '../core/name-entry.ts';
import { language as languageTag } from '../core/schema/parts.ts';
import { firstSentence } from './content/first-sentence.ts';
import { type PreparedContent, prepareContent } from './content/prepare-content.ts';
import { prepareUpdate } from './content/prepare-update.ts';
import { type EntryTime, entryTimeOf, isInCalendar } from './entry-time.ts';
import type { LiveBlog } from './live-blog.ts';
import { oneLine } from './title.ts';

/** What an event's settings depend on beside the live blog. */
export type EventPlanContext = {
  readonly slug: string;
  readonly zone: string;
  readonly keepOffset: boolean;
  /** The page on which all of it was published, where that is known: what links are relative to. */
  readonly page?: string;
  /** The archive's language. */
  readonly language: string;
};

/** The settings of a new event, and what a person should look at, because the source does not say it. */
export type EventPlan = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly standfirst: PreparedContent;
  readonly doubts: readonly string[];
};

/** Plans the settings of an event for a live blog. Its coverage reaches from its first entry to its last. */
export const planEvent = (blog: LiveBlog, { slug, zone, keepOffset, language, page }: EventPlanContext): EventPlan => {
  const introduction = blog.introduction && prepareUpdate(blog.introduction, [], page);
  const standfirst =
    introduction === undefined || typeof introduction === 'string'
      ? prepareContent({ kind: 'text', value: '' }, [], page)
      : introduction;
  const own = languageTag.safeParse(blog.language).data;
  const title = oneLine(blog.title ?? '');
  const described = oneLine(blog.description ?? '') || firstSentence(standfirst, own ?? language);
  const doubts = [
    ...(typeof introduction === 'string' ? [`The introduction is left out. ${introduction}`] : []),
    ...(title === '' ? ['The source has no title: the slug stands in "title".'] : []),
    ...(described === undefined ? ['The source has no description: the title stands in "description".'] : []),
    ...(keepOffset
      ? [
          'Nobody said in which time zone the event was: "timezone" is UTC, and each time keeps its offset. Import it again with --timezone, or correct the zone and the times in the names of the files.',
        ]
      : []),
  ];
  const fields = {
    title: title || slug,
    description: described ?? (title || slug),
    timezone: zone,
    ...coverageOf(blog, zone, keepOffset),
    order: blog.order ?? 'newest-first',
    language: own === language ? undefined : own,
    topics: titledTopics(blog),
  };
  return { fields, standfirst, doubts };
};

/** From the first time to the last, those that the source gives for its coverage among them. */
const coverageOf = (blog: LiveBlog, zone: string, keepOffset: boolean): { starts?: string; ends?: string } => {
  const written = [blog.starts, ...blog.updates.map(({ time }) => time), blog.ends];
  const times = written.flatMap((time): EntryTime[] => {
    const at = time === undefined ? undefined : entryTimeOf(time, zone, keepOffset);
    return at?.moment && isInCalendar(at) ? [at] : [];
  });
  const starts = times.toSorted((a, b) => firstInstant(a.moment, zone) - firstInstant(b.moment, zone)).at(0);
  const ends = times.toSorted((a, b) => lastInstant(a.moment, zone) - lastInstant(b.moment, zone)).at(-1);
  return { ...(starts && { starts: starts.time }), ...(ends && { ends: ends.time }) };
};

/** The titles of topics that their slugs do not say. */
const titledTopics = ({ updates }: LiveBlog): Readonly<Record<string, string>> | undefined => {
  const titles = new Map<string, string>();
  for (const topic of updates.flatMap(({ topics }) => topics)) {
    const slug = slugOf(topic);
    if (slug !== '' && slug !== topic && !titles.has(slug)) titles.set(slug, oneLine(topic));
  }
  return titles.size > 0 ? Object.fromEntries(titles) : undefined;
};
