import { settingsOf } from '../compose/event-settings.ts';
import type { Entry, Event } from '../core/archive.ts';
import type { ContentFiles } from '../core/content-files.ts';
import { hasErrors } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import type { Moment } from '../core/moment.ts';
import { readArchive } from '../core/read-archive.ts';
import { expectedOfSlug, fixSlug, foldSlug, reservedEventSlugs } from '../core/slug.ts';
import { UsageError } from '../core/usage-error.ts';
import { isZone, nameOfZone, zonesMeant } from '../core/zone-names.ts';
import { hasOffset } from './entry-time.ts';
import { ImportRefused, type LiveBlog } from './live-blog.ts';

/** The event that a live blog goes into. */
type TargetEvent = {
  readonly isNew: boolean;
  readonly zone: string;
  /** Whether the zone is only a guess, so that times must keep their offsets. */
  readonly keepOffset: boolean;
  readonly dayStartsAt: string;
  readonly language: string;
  readonly entries: readonly Entry[];
  /** When it was first published, where it says so. */
  readonly published?: Moment;
};

/**
 * The event of that slug, or what is known of a new one. Throws `UsageError` where slug or zone are none or do not fit,
 * and `ImportRefused` where the event has errors, because what it holds already is then not known.
 */
export const targetEvent = (
  files: ContentFiles,
  slug: string,
  blog: LiveBlog,
  timezone: string | undefined,
): TargetEvent => {
  refuseSlug(slug);
  const { archive, diagnostics } = readArchive(files, { drafts: true });
  const { language } = archive.site;
  if (!files.has(`${slug}/event.md`)) {
    refuseTaken(slug, files, archive.events);
    const zone = zoneOf(blog, timezone);
    return {
      isNew: true,
      zone: zone ?? 'UTC',
      keepOffset: zone === undefined,
      dayStartsAt: '00:00',
      language,
      entries: [],
    };
  }
  const inEvent = diagnostics.filter(({ file }) => file.startsWith(`${slug}/`));
  const event = archive.events.find(({ folder }) => folder === slug);
  if (!event || hasErrors(inEvent)) {
    throw new ImportRefused(
      `The event "${slug}" has errors, so what it holds already is not known. Fix them first:\n${formatDiagnostics(inEvent)}`,
    );
  }
  if (timezone !== undefined && knownZone(timezone) !== event.timezone) {
    throw new UsageError(`The event "${slug}" is in ${event.timezone}: leave out --timezone.`);
  }
  const { timezone: zone, entries, published } = event;
  const { dayStartsAt } = settingsOf(slug, files);
  // An earlier import may have guessed the zone, and nobody has corrected it yet.
  const keepOffset = timezone === undefined && zone === 'UTC';
  return {
    isNew: false,
    zone,
    keepOffset,
    dayStartsAt,
    language: event.language,
    entries,
    ...(published && { published }),
  };
};

const refuseSlug = (slug: string): void => {
  const expected = expectedOfSlug(slug);
  if (expected !== undefined) {
    const fixed = fixSlug(slug);
    throw new UsageError(
      `Unexpected --event "${slug}", expected ${expected}.${fixed ? ` Write --event ${fixed}.` : ''}`,
    );
  }
  if (reservedEventSlugs.has(slug))
    throw new UsageError(`"${slug}" is the address of a page of its own: choose another --event.`);
};

/** Refuses a new event whose address or folder belongs to something else already. */
const refuseTaken = (slug: string, files: ContentFiles, events: readonly Event[]): void => {
  const owner = events.find((event) => [event.slug, ...event.aliases].some((one) => foldSlug(one) === foldSlug(slug)));
  if (owner) {
    const has = owner.slug === slug || owner.aliases.includes(slug) ? 'the address' : 'too similar to an address';
    throw new UsageError(
      `"${slug}" is ${has} of the event "${owner.folder}": choose another --event, or import into it.`,
    );
  }
  if (files.has(slug)) throw new UsageError(`"${slug}" in the content folder is no folder: choose another --event.`);
  const entry = [...files.keys()].find((file) => file.startsWith(`${slug}/`) && file.endsWith('.md'));
  if (entry !== undefined) {
    throw new ImportRefused(
      `The folder "${slug}" has entries, such as ${entry}, but no event.md. Give it one, with "recapsule new event", or choose another --event.`,
    );
  }
};

/** The zone of a new event; `undefined` where nobody has said it and every time says its instant without. */
const zoneOf = ({ updates }: LiveBlog, timezone: string | undefined): string | undefined => {
  if (timezone !== undefined) return knownZone(timezone);
  if (updates.every(({ time }) => hasOffset(time))) return undefined;
  throw new UsageError(
    'The times of this source are local to a place: say which, with --timezone, such as Europe/Berlin.',
  );
};

const knownZone = (name: string): string => {
  const spelled = nameOfZone(name);
  if (spelled !== undefined && isZone(spelled)) return spelled;
  const meant = zonesMeant(name, 0).map((zone) => `"${zone}"`);
  throw new UsageError(
    `There is no time zone "${name}".${meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : ' Write its IANA name, such as Europe/Berlin.'}`,
  );
};
