import type { Entry } from '../core/archive.ts';
import { fileName } from '../core/content-files.ts';
import { nameEntry, slugOf } from '../core/name-entry.ts';
import { eventDayOf } from '../core/order.ts';
import { foldSlug, partsOfFileName } from '../core/slug.ts';
import { firstSentence } from './content/first-sentence.ts';
import type { PreparedContent } from './content/prepare-content.ts';
import { prepareUpdate } from './content/prepare-update.ts';
import { entryTimeOf, isInCalendar } from './entry-time.ts';
import { quote } from './feeds/quote.ts';
import { knownEntries, type TimedUpdate } from './known-entries.ts';
import type { LiveBlog, Skipped, Update } from './live-blog.ts';
import { placeInTime, sequenceNew } from './sequence-new.ts';
import { isWholeText, oneLine, withoutStop } from './title.ts';

/** What the entries of an import depend on beside the live blog. */
export type EntryPlanContext = {
  /** The event's zone, an IANA name. */
  readonly zone: string;
  /** Whether times keep the offsets that they have, because the zone is only a guess. */
  readonly keepOffset: boolean;
  readonly dayStartsAt: string;
  /** A language tag: where sentences end depends on it. */
  readonly language: string;
  /** The page on which all of it was published, where that is known: what links are relative to. */
  readonly page?: string;
  /** The entries that the event has already. */
  readonly existing: readonly Entry[];
};

/** An entry that an import is going to write. */
export type PlannedEntry = {
  /** Its path below the folder of the event. */
  readonly file: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: PreparedContent;
  /** Whether its title is the beginning of its text, for want of a headline. */
  readonly hasMadeTitle: boolean;
  /** Why it is a draft, where it is one. */
  readonly doubt?: string;
  /** Whether its title is all of its text, so that nothing is left for a body. */
  readonly isTitleAlone: boolean;
};

/** The entries that are new, and those that were there before, oldest first. */
type EntryPlan = {
  readonly entries: readonly PlannedEntry[];
  readonly known: readonly Entry[];
  /** What an import makes of the texts of those that were there. */
  readonly knownTexts: readonly { readonly entry: Entry; readonly content: PreparedContent }[];
  /** The updates that are, or have become, an entry. */
  readonly updates: readonly Update[];
  /** Those that cannot be one. */
  readonly skipped: readonly Skipped[];
};

/** Plans an entry for each update that has none yet and can be one. */
export const planEntries = (blog: LiveBlog, context: EntryPlanContext): EntryPlan => {
  const skipped: Skipped[] = [];
  const drafts = blog.updates.flatMap((update) => {
    const draft = draftOf(update, context);
    if (typeof draft !== 'string') return [draft];
    skipped.push({ what: whatIs(update), why: draft });
    return [];
  });
  const known = knownEntries(drafts, context.existing);
  const places = new Map(drafts.map((draft) => [draft, draft.place]));
  const sequences = sequenceNew(places, known, context.existing);
  const taken = new Set(context.existing.flatMap(namesOf).map(foldSlug));
  const entries = drafts
    .filter((draft) => !known.has(draft))
    .map((draft): PlannedEntry => {
      const { update, at, day, title, body, hasMadeTitle, isTitleAlone } = draft;
      const clock = at.moment ? at.moment.clock : /T(\d\d:\d\d(?::\d\d)?)/.exec(at.time)?.[1];
      const { file, slug } = nameEntry({ title, day, ...(clock !== undefined && { clock }) }, taken);
      taken.add(foldSlug(slug));
      const fields = fieldsOf(update, {
        title,
        time: at.time,
        sequence: sequences.get(draft) ?? 0,
        page: context.page,
      });
      const { doubt } = update;
      return { file, fields, body, hasMadeTitle, isTitleAlone, ...(doubt !== undefined && { doubt }) };
    });
  const knownTexts = drafts.flatMap((draft) => {
    const entry = known.get(draft);
    return entry ? [{ entry, content: draft.body }] : [];
  });
  const updates = drafts.map(({ update }) => update);
  return { entries, known: [...known.values()], knownTexts, updates, skipped };
};

const whatIs = ({ time, headline }: Update): string =>
  `update of ${time}${headline ? ` ${quote(oneLine(headline))}` : ''}`;

/** What an entry keeps others from being called: its slug, earlier ones, and the name of its file, which may say another. */
const namesOf = ({ slug, aliases, file }: Entry): readonly string[] => [
  slug,
  ...aliases,
  partsOfFileName(fileName(file)).slug,
];

type Draft = TimedUpdate &
  Pick<PlannedEntry, 'body' | 'hasMadeTitle' | 'isTitleAlone'> & { readonly day: string; readonly place: string };

/** An entry on its way, or why an update cannot be one. */
const draftOf = (
  update: Update,
  { zone, keepOffset, dayStartsAt, language, page }: EntryPlanContext,
): Draft | string => {
  const at = entryTimeOf(update.time, zone, keepOffset);
  const { moment } = at;
  const day = moment ? eventDayOf(moment, dayStartsAt) : at.time.slice(0, 10);
  if (!isInCalendar(at, day)) return `Its time is not in the years 1 to 9999 of ${zone}.`;
  const body = prepareUpdate(update.content, update.pictures, page);
  if (typeof body === 'string') return body;
  const place = moment ? placeInTime({ moment, day, untimed: update.untimed ?? 'last' }) : at.time;
  const headline = oneLine(update.headline ?? '');
  const timed = { update, at, day, place, body };
  if (headline !== '') return { ...timed, title: headline, hasMadeTitle: false, isTitleAlone: false };
  const sentence = firstSentence(body, language);
  const title = withoutStop(sentence ?? `Entry of ${at.time.replace('T', ' ')}`);
  return {
    ...timed,
    title,
    hasMadeTitle: true,
    isTitleAlone: sentence !== undefined && isWholeText(body, sentence),
  };
};

type Placed = {
  readonly title: string;
  readonly time: string;
  readonly sequence: number;
  readonly page: string | undefined;
};

const fieldsOf = (update: Update, { title, time, sequence, page }: Placed): Readonly<Record<string, unknown>> => {
  const topics = [...new Set(update.topics.map(slugOf))].filter((slug) => slug !== '');
  return {
    title,
    time,
    label: oneLine(update.label ?? '') || undefined,
    untimed: update.untimed === 'first' ? 'first' : undefined,
    sequence: sequence === 0 ? undefined : sequence,
    topics: topics.length > 0 ? topics : undefined,
    author: oneLine(update.author ?? '') || undefined,
    pinned: update.pinned || undefined,
    draft: update.doubt !== undefined || undefined,
    source: update.source ?? page,
    milestone: update.key || undefined,
  };
};
