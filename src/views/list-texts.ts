import type { Entry } from '../core/archive.ts';
import type { Body } from '../markdown/body.ts';
import { type Excerpt, excerptsFor } from '../markdown/excerpt.ts';
import { firstAtOnce, hasLatePicture } from '../markdown/first-picture.ts';
import { spokenFor, weightOfSpoken } from '../markdown/spoken.ts';

/** What of the texts of entries a page prints. */
type ListTexts = {
  readonly excerptOf: (entry: Entry) => Excerpt;
  /** What the page says of an entry to machines. */
  readonly spokenOf: (entry: Entry) => string;
  /** How many bytes both take. */
  readonly taken: number;
};

/** How the texts are shown: in how much room, in bytes, whether machines hear them, too, and whether the list is on top of its page. */
type Showing = { readonly room: number; readonly isSpoken: boolean; readonly isOnTop: boolean };

/** At least so much of each text is said to machines as well, in bytes. */
const leastSpoken = 120;

/**
 * The texts of listed entries: all of them, where there is room; otherwise the longest are cut to a fair share, first what
 * machines hear, then what readers see.
 */
export const listTexts = (
  entries: readonly Entry[],
  bodyOf: (entry: Entry) => Body,
  { room, isSpoken, isOnTop }: Showing,
): ListTexts => {
  const listed = entries.map((entry) => ({ entry, body: bodyOf(entry) }));
  const cut = excerptsFor(listed, isSpoken ? room - leastSpoken * listed.length : room);
  const shown = [...cut.values()].reduce((sum, { html }) => sum + Buffer.byteLength(html), 0);
  const spoken = isSpoken ? spokenFor(listed, cut, room - shown) : new Map<Entry, string>();
  const excerpts = isOnTop ? leadExcerpts(cut) : cut;
  return {
    excerptOf: (entry) => excerpts.get(entry) ?? { html: '', whole: true },
    spokenOf: (entry) => spoken.get(entry) ?? '',
    taken: [...spoken.values()].reduce((sum, text) => sum + weightOfSpoken(text), shown),
  };
};

/** So many entries of a list can be seen before anybody scrolls. */
const inSight = 3;

/** The excerpts of a list at the top of its page: its first picture is wanted at once, where it can be in sight. */
const leadExcerpts = <E>(excerpts: ReadonlyMap<E, Excerpt>): ReadonlyMap<E, Excerpt> => {
  const lead = [...excerpts].slice(0, inSight).find(([, { html }]) => hasLatePicture(html));
  if (!lead) return excerpts;
  const [entry, excerpt] = lead;
  return new Map(excerpts).set(entry, { ...excerpt, html: firstAtOnce(excerpt.html) });
};
