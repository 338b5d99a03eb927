import type { LiveNews } from '../core/live-file.ts';
import { takeAround } from './take-around.ts';

/** An entry on the page, and the version in which it stands there. */
type Shown = { readonly element: HTMLElement; readonly version: string };

/** What the page shows of each entry, by slug. */
export const versionsHere = (page: ParentNode = document): ReadonlyMap<string, Shown> =>
  new Map(
    [...page.querySelectorAll<HTMLElement>('[data-version]')].map((element) => {
      const { entry, version = '' } = element.dataset;
      return [entry ?? element.id, { element, version }];
    }),
  );

/** The entries of which the page still says what has been withdrawn meanwhile. `file` lies beside their pages. */
export const withdrawnHere = ({ withdrawn, versions }: LiveNews, file: string): readonly string[] => {
  const here = versionsHere();
  return withdrawn.filter((slug) => {
    const version = here.get(slug)?.version;
    if (version !== undefined && version !== versions[slug]) return true;
    const page = new URL(`${encodeURIComponent(slug)}/`, new URL(file, location.href)).pathname;
    // What other entries link to is their own matter.
    return [...document.querySelectorAll(`main a[href="${page}"], .contents a[href="#${slug}"]`)].some(
      (link) => !link.closest('.prose') && link.closest('article')?.id !== slug,
    );
  });
};

/**
 * Takes withdrawn entries off the page: in a list the notice of the newer page stands in their place, or one without a
 * reason where it has none. Gives the entries that have come in.
 */
export const dropWithdrawn = (
  slugs: readonly string[],
  { versions }: LiveNews,
  newer: Document | undefined,
  notice: string,
): readonly HTMLElement[] => {
  const focus = document.activeElement;
  const here = versionsHere();
  const come = slugs.flatMap((slug) => {
    document.querySelector(`.contents a[href="#${slug}"]`)?.closest('li')?.remove();
    const old = here.get(slug)?.element;
    if (!old) return [];
    // Other lists have no place for what has been withdrawn.
    if (old.localName !== 'article') {
      old.remove();
      return [];
    }
    const next = newer?.getElementById(slug);
    const version = versions[slug] ?? '';
    const own = next?.dataset['version'] === version ? document.importNode(next, true) : emptied(old, version, notice);
    old.replaceWith(own);
    return [own];
  });
  if (newer) takeAround(newer);
  if (focus && !focus.isConnected) come[0]?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
  return come;
};

/** An entry of which nothing is left but its link. */
const emptied = (entry: HTMLElement, version: string, notice: string): HTMLElement => {
  const copy = document.createElement('article');
  copy.id = entry.id;
  copy.className = 'entry';
  copy.dataset['version'] = version;
  const title = document.createElement('h3');
  const link = document.createElement('a');
  link.textContent = notice;
  link.href = entry.querySelector('h3 a')?.getAttribute('href') ?? location.pathname;
  title.append(link);
  copy.append(title);
  return copy;
};
