import { shownAddress } from '../media/web-address.ts';
import type { Draft } from './draft.ts';

/** What sites repeat on every update although it is the page's. */
export type OfThePage = {
  readonly pictures: ReadonlySet<string>;
  readonly keywords: ReadonlySet<string>;
  /** Whether it is the publisher, or the one list of authors of all updates. */
  readonly isAuthor: (names: readonly string[]) => boolean;
  /** What is not imported because of that, in whole sentences. */
  readonly notes: readonly string[];
};

/** What all updates have in common, and the pictures and the publishers of the live blog itself. */
export const ofThePage = (
  drafts: readonly Draft[],
  own: { readonly pictures: readonly string[]; readonly publishers: readonly string[] },
): OfThePage => {
  const common = commonTo(drafts, ({ pictures }) => pictures.map(({ address }) => address));
  const pictures = new Set([...common, ...own.pictures]);
  const keywords = commonTo(drafts, (draft) => draft.keywords);
  const publishers = new Set([...own.publishers, ...drafts.flatMap((draft) => draft.publishers)].map(fold));
  // One person can have written all of it; the same several names in each update are those of the page.
  const [authors = ''] = commonTo(drafts, (draft) => (draft.authors.length > 1 ? [draft.authors.join(', ')] : []));
  const isPublisher = (names: readonly string[]): boolean => names.every((name) => publishers.has(fold(name)));
  const shown = drafts.flatMap((draft) => draft.pictures.map(({ address }) => address));
  const left = [...new Set(shown.filter((address) => pictures.has(address)))];
  return {
    pictures,
    keywords,
    isAuthor: (names) => isPublisher(names) || names.join(', ') === authors,
    notes: [
      left.length > 0 &&
        `The updates repeat what is the page's own picture, which is not imported: ${listed(left.map(shownAddress))}.`,
      authors !== '' &&
        `Every update names the same authors, ${authors}, who are taken for the page's and are not imported.`,
      keywords.size > 0 && `Every update has the same keywords, which are not imported: ${listed([...keywords])}.`,
    ].filter((note) => note !== false),
  };
};

const fold = (name: string): string => name.trim().toLowerCase();

/** What every one of several has. */
const commonTo = (drafts: readonly Draft[], of: (draft: Draft) => readonly string[]): Set<string> => {
  const [first, ...others] = drafts;
  if (!first || others.length === 0) return new Set();
  let common = new Set(of(first));
  for (const draft of others) {
    if (common.size === 0) break;
    common = common.intersection(new Set(of(draft)));
  }
  return common;
};

const listed = (all: readonly string[]): string =>
  all.length > 5 ? `${all.slice(0, 5).join(', ')} and ${all.length - 5} more` : all.join(', ');
