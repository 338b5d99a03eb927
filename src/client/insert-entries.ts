/**
 * Puts the entries of a newer copy of the page, and their days, where they stand there. What the reader sees stays where it
 * is. Gives the entries that are new.
 */
export const insertEntries = (newer: Document): readonly HTMLElement[] => {
  const list = document.querySelector('.entries');
  const sections = [...newer.querySelectorAll<HTMLElement>('.entries > section')];
  if (!list) return [];
  const added: HTMLElement[] = [];
  holdStill(list, () => {
    for (const section of sections) {
      const own = document.getElementById(headingOf(section)?.id ?? '')?.closest('section');
      if (!own) {
        const copy = document.importNode(section, true);
        // An entry that has been filed under another day stands there from now on.
        for (const entry of copy.querySelectorAll('article')) document.getElementById(entry.id)?.remove();
        added.push(...copy.querySelectorAll('article'));
        list.insertBefore(
          copy,
          firstHere(section, (one) => headingOf(one)?.id, 'section'),
        );
        continue;
      }
      for (const entry of section.querySelectorAll('article')) {
        if (document.getElementById(entry.id)) continue;
        const copy = document.importNode(entry, true);
        added.push(copy);
        own.insertBefore(
          copy,
          firstHere(entry, ({ id }) => id, 'article'),
        );
      }
    }
    for (const id of ['page.contents', 'page.parts']) {
      const list = newer.getElementById(id);
      if (list) document.getElementById(id)?.replaceChildren(...list.children);
    }
    if (!newer.getElementById('page.empty')) document.getElementById('page.empty')?.remove();
  });
  return added;
};

const headingOf = (section: Element): Element | null => section.querySelector('h2');

/** Of what follows an element in the newer page the first that is in this page, too. */
const firstHere = (element: Element, idOf: (element: Element) => string | undefined, kind: string): Element | null => {
  for (let next = element.nextElementSibling; next; next = next.nextElementSibling) {
    const here = document.getElementById(idOf(next) ?? '')?.closest(kind);
    if (here) return here;
  }
  return null;
};

/** Changes a list so that the entry at the top of the window stays there to the pixel. */
const holdStill = (list: Element, change: () => void): void => {
  const { style } = document.documentElement;
  const seen =
    list.getBoundingClientRect().top < 0
      ? [...list.querySelectorAll('article')].find((entry) => entry.getBoundingClientRect().bottom > 0)
      : undefined;
  const before = seen?.getBoundingClientRect().top ?? 0;
  // The browser would hold still, too, and both together would move.
  style.overflowAnchor = 'none';
  change();
  if (seen) {
    const moved = (): number => seen.getBoundingClientRect().top - before;
    scrollBy({ top: moved(), behavior: 'instant' });
    // A window scrolls by whole pixels, and texts are not as high as that: the rest is made up for above the entry.
    seen.style.marginBlockStart = `${(Number.parseFloat(seen.style.marginBlockStart) || 0) - moved()}px`;
  }
  style.overflowAnchor = '';
};
