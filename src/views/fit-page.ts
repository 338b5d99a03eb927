import type { Finding } from '../core/diagnostics.ts';

/** Makes what a page shows. `room` is how many bytes the texts of its list may take; `taken` is how many they do. */
export type Fit = <View extends { readonly list: { readonly taken: number } }>(make: (room: number) => View) => View;

/** A page is above its limit, and would be without any text of the entries in its list. */
export class PageTooLarge extends Error {
  override readonly name = 'PageTooLarge';
  readonly found: Pick<Finding, 'message' | 'hint'>;
  constructor(page: string, bytes: number) {
    const found = {
      message: `Unexpected ${bytes} bytes of ${page} without any text of its entries, expected at most ${mostPageBytes}`,
      hint: 'Shorten what else stands on it: titles, labels, notes, topics, or the standfirst of the event.',
    };
    super(`${found.message}. ${found.hint}`);
    this.found = found;
  }
}

/** What a page with a list may have, in bytes. */
export const mostPageBytes = 300_000;

/** Says of a page that it has been rendered with less of its texts than it would have. */
export const cutHeader = 'x-recapsule-cut';

/** How often a page is rendered at most: what is cut gets a link to the rest, which takes room as well. */
const attempts = 6;

/**
 * Fits a page with a list of entries into its limit. It is measured when it has been printed; where it is too large, it is
 * rendered again with less room for the texts of its list, and in the end with none. The page calls `fitted` each time.
 */
export const fitting = (page: string) => {
  let room = Number.POSITIVE_INFINITY;
  let taken: number | undefined;
  let attempt = 1;
  const fitted: Fit = (make) => {
    const view = make(room);
    taken = view.list.taken;
    return view;
  };
  return {
    fitted,
    /** Whether the page has a list, so that it has to be measured. */
    hasList: (): boolean => taken !== undefined,
    /** Whether a page that was printed with so many bytes has to be rendered again. Throws `PageTooLarge` where that is no use. */
    mustShrink: (bytes: number): boolean => {
      if (taken === undefined || bytes <= mostPageBytes) return false;
      if (room <= 0) throw new PageTooLarge(page, bytes);
      attempt += 1;
      room = attempt < attempts ? Math.max(0, Math.min(taken, room) - (bytes - mostPageBytes)) : 0;
      return true;
    },
  };
};
