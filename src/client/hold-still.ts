/** Changes the page so that what is at the top of the window stays there to the pixel; at the head of the page nothing is above. */
export const holdStill = (change: () => void): void => {
  const { style } = document.documentElement;
  const seen = scrollY > 0 ? placesInView() : [];
  // The browser would hold still, too, and both together would move.
  style.overflowAnchor = 'none';
  change();
  const kept = seen.find(({ element }) => element.isConnected) ?? seen.find(({ element: { id } }) => currentOf(id));
  const element = kept && (kept.element.isConnected ? kept.element : currentOf(kept.element.id));
  if (kept && element) {
    const moved = (): number => element.getBoundingClientRect().top - kept.top;
    scrollBy({ top: moved(), behavior: 'instant' });
    // A window scrolls by whole pixels, and texts are not as high as that: the rest is made up for above the entry.
    const { marginBlockStart } = getComputedStyle(element);
    if (element.matches('.entry'))
      element.style.marginBlockStart = `${Number.parseFloat(marginBlockStart) - moved()}px`;
  }
  style.overflowAnchor = '';
};

type Place = { readonly element: HTMLElement; readonly top: number };

/** What readers have before their eyes: entries, and what stands around their list. */
const placesInView = (): readonly Place[] =>
  [...document.querySelectorAll<HTMLElement>('main > :not(.entries, .live), .entries article')].flatMap((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? [{ element, top }] : [];
  });

/** What stands in the place of an entry that has been replaced. */
const currentOf = (id: string): HTMLElement | null => (id === '' ? null : document.getElementById(id));
