import type { LiveBlog } from './live-blog.ts';
import { oneLine } from './title.ts';

/** What a report is made of. */
export type ImportOutcome = {
  /** What was imported, as the person named it, and what kind of live blog it is. */
  readonly name: string;
  readonly kind: string;
  readonly blog: LiveBlog;
  /** The event's folder, as people call it from where they are. */
  readonly folder: string;
  readonly isNew: boolean;
  /** How many entries were written. */
  readonly entries: number;
  readonly notes: readonly string[];
  /** What was probably not read as it was meant. */
  readonly doubts: readonly string[];
  /** The file and title of each entry that had no headline. */
  readonly madeTitles: readonly string[];
  /** The file of each entry that is a draft, and why. */
  readonly drafts: readonly string[];
  /** How many updates were there already. */
  readonly known: number;
  /** How many pictures that were missing in them are there now. */
  readonly pictures: number;
  /** What a check says of the event, in its own form; empty where it says nothing. */
  readonly checked: string;
  readonly isTrial: boolean;
};

/** The report of an import: what was found, imported and skipped, and what a person should look at or decide. */
export const importReport = (outcome: ImportOutcome): string => {
  const {
    name,
    kind,
    blog,
    known,
    pictures,
    checked,
    isTrial,
    folder,
    isNew,
    entries,
    notes,
    doubts,
    madeTitles,
    drafts,
  } = outcome;
  const skipped = blog.skipped.reduce((sum, { updates = 1 }) => sum + updates, 0);
  const found = blog.updates.length + skipped;
  const verb = isTrial ? 'Would import' : 'Imported';
  const what = `${entries} of ${found} ${found === 1 ? 'update' : 'updates'} from ${name} (${kind})`;
  const where = `into ${folder}${isNew ? ', a new event' : ''}${newsOf(entries, pictures)}`;
  return [
    `${verb} ${what} ${where}.`,
    counts({ found, imported: entries, 'there already': known, skipped }),
    section(
      'Skipped',
      blog.skipped.map(({ what: one, why }) => `${one}: ${why}`),
    ),
    section('Not understood, to compare with the source', doubts),
    section('To know', [...blog.notes, ...notes]),
    section('Drafts, to publish by removing "draft: true", or to delete', drafts),
    section('Titles made from the text, to look at', madeTitles),
    checked === '' ? '' : `To decide, in the words of "recapsule check":\n\n${checked}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};

/** What is new beside entries. */
const newsOf = (entries: number, pictures: number): string => {
  if (pictures > 0) return pictures === 1 ? ': 1 picture that was missing' : `: ${pictures} pictures that were missing`;
  return entries === 0 ? ': nothing is new' : '';
};

const counts = (numbers: Readonly<Record<string, number>>): string =>
  Object.entries(numbers)
    .map(([name, number]) => `  ${name.padEnd(15)}${String(number).padStart(5)}`)
    .join('\n');

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [`${title}:`, ...lines.map((line) => `  - ${oneLine(line)}`)].join('\n');
