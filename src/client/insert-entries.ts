/** Entries that have come into a list: those that are new, and those that stand in the place of an earlier version. */
export type Inserted = { readonly added: readonly HTMLElement[]; readonly changed: readonly HTMLElement[] };

/** Puts the entries of a newer copy of the page, and their days, where they stand there, instead of their earlier versions. */
export const insertEntries = (newer: Document): Inserted => {
  const added: HTMLElement[] = [];
  const changed: HTMLElement[] = [];
  const list = document.querySelector('.entries');
  if (!list) return { added, changed };
  /** Takes an entry of the newer page, and the place of the one that was here. */
  const take = (entry: HTMLElement): void => {
    const old = document.getElementById(entry.id);
    (old ? changed : added).push(entry);
    old?.remove();
  };
  for (const section of newer.querySelectorAll<HTMLElement>('.entries > section')) {
    const own = document.getElementById(headingOf(section)?.id ?? '')?.closest('section');
    if (!own) {
      const copy = document.importNode(section, true);
      // An entry that has been filed under another day stands there from now on.
      for (const entry of copy.querySelectorAll('article')) take(entry);
      list.insertBefore(
        copy,
        firstHere(section, (one) => headingOf(one)?.id, 'section'),
      );
      continue;
    }
    for (const entry of section.querySelectorAll('article')) {
      if (isHere(entry, own)) continue;
      const copy = document.importNode(entry, true);
      take(copy);
      own.insertBefore(
        copy,
        firstHere(entry, ({ id }) => id, 'article', own),
      );
    }
  }
  for (const section of list.querySelectorAll(':scope > section'))
    if (!section.querySelector('article')) section.remove();
  return { added, changed };
};

const headingOf = (section: Element): Element | null => section.querySelector('h2');

/** Whether an entry stands under its day as it is in the newer page. */
const isHere = ({ id, dataset }: HTMLElement, day: Element): boolean => {
  const own = document.getElementById(id);
  return own !== null && day.contains(own) && own.dataset['version'] === dataset['version'];
};

/** Of what follows an element in the newer page the first that is in this page, too. */
const firstHere = (
  element: Element,
  idOf: (element: Element) => string | undefined,
  kind: string,
  within: Element = document.body,
): Element | null => {
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling) {
    const here = document.getElementById(idOf(next) ?? '')?.closest(kind);
    if (here && within.contains(here)) return here;
  }
  return null;
};
