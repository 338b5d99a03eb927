import type { Entry, Event } from '../core/archive.ts';
import { withoutBlankLines } from '../core/blank-lines.ts';
import { fileName } from '../core/content-files.ts';
import { compare } from '../core/diagnostics.ts';
import type { License } from '../core/license.ts';
import type { Permalinks } from '../core/permalinks.ts';
import { partsOfFileName } from '../core/slug.ts';

/** What `format` says in every file of this kind; a change that readers cannot ignore gives it another number. */
export const eventFormat = 'recapsule-event-1';

/** An event as data, with all that it takes to make its folder again, but for the pictures themselves. */
export type EventJson = {
  readonly format: typeof eventFormat;
  readonly url: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly timezone: string;
  readonly starts: string;
  readonly ends: string;
  /** The fields of `event.md`. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The standfirst as Markdown. */
  readonly markdown: string;
  /** Under what its texts may be used. */
  readonly license?: License;
  /** The files that it shows and hands out, by path below its folder. */
  readonly media: readonly string[];
  /** Where each of them is published, of a picture its largest file, and SHA-512 of the file that lay in the folder. */
  readonly files: readonly { readonly file: string; readonly url: string; readonly sha512: string }[];
  /** Oldest first; withdrawn entries without what they said. */
  readonly entries: readonly EntryJson[];
};

type EntryJson = {
  readonly url: string;
  readonly slug: string;
  readonly day: string;
  /** With the offset, or a date alone. */
  readonly datetime: string;
  /** The path of its file below the event's folder. */
  readonly file: string;
  /** The fields of its front matter. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly markdown: string;
};

/** What an event is made from beside its texts, by path below the content folder. */
export type EventMedia = {
  readonly sources: readonly string[];
  readonly files: readonly { readonly source: string; readonly name: string; readonly sha512: string }[];
};

/** The whole event as JSON, without drafts. */
export const eventJson = (event: Event, { sources, files }: EventMedia, to: Permalinks): string => {
  const { slug, folder, title, language, timezone, starts, ends, fields, standfirst, entries } = event;
  const below = (path: string): string => path.slice(folder.length + 1);
  const data: EventJson = {
    format: eventFormat,
    url: to.absolute(to.event(slug)),
    slug,
    title,
    language,
    timezone,
    starts: starts.datetime,
    ends: ends.datetime,
    fields,
    markdown: withoutBlankLines(standfirst.markdown),
    ...(event.license && { license: event.license }),
    media: sources.map(below).sort(),
    files: files
      .map(({ source, name, sha512 }) => ({ file: below(source), url: to.absolute(to.media(slug, name)), sha512 }))
      .sort((a, b) => compare(a.file, b.file)),
    entries: entries
      .filter(({ draft }) => !draft)
      .map((entry) => ({
        url: to.absolute(to.entry(slug, entry.slug)),
        slug: entry.slug,
        day: entry.day,
        datetime: entry.moment.datetime,
        file: below(entry.file),
        ...(entry.withdrawn
          ? withoutText(entry, event)
          : { fields: entry.fields, markdown: withoutBlankLines(entry.body.markdown) }),
      })),
  };
  return `${JSON.stringify(data)}\n`;
};

/** A withdrawn entry: what keeps its address, its place and the reason, and nothing of what it said. */
const withoutText = (
  { fields, milestone, slug, file, topics: own }: Entry,
  { topics: known }: Event,
): Pick<EntryJson, 'fields' | 'markdown'> => {
  const { time, published, day, untimed, sequence, withdrawn, aliases } = fields;
  // Its place in the feeds of topics that others have, too.
  const topics = own.filter((topic) => known.some((one) => one.slug === topic));
  const isNamed = partsOfFileName(fileName(file)).slug === slug;
  return {
    fields: {
      title: 'Withdrawn',
      time,
      ...(published !== undefined && { published }),
      ...(day !== undefined && { day }),
      ...(untimed !== undefined && { untimed }),
      ...(sequence !== undefined && { sequence }),
      ...(topics.length > 0 && { topics }),
      ...(isNamed ? {} : { slug }),
      ...(aliases !== undefined && { aliases }),
      ...(milestone && { milestone: true }),
      withdrawn,
    },
    markdown: '',
  };
};
