let watch: IntersectionObserver | undefined;

/** Marks in the list of days and milestones where the reader is. */
export const showWhere = (): void => {
  watch?.disconnect();
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.contents a[href^="#"]')].map((link) => [
      decodeURIComponent(link.hash.slice(1)),
      link,
    ]),
  );
  if (links.size === 0) return;
  let before: HTMLAnchorElement | undefined;
  const linkOf = new Map<Element, HTMLAnchorElement>();
  for (const place of document.querySelectorAll('.entries h2[id], .entries article[id]')) {
    before = links.get(place.id) ?? before;
    if (before) linkOf.set(place, before);
  }
  // What lies across a line at a quarter of the window is what is being read.
  watch = new IntersectionObserver(
    (seen) => {
      const place = seen.findLast(({ isIntersecting }) => isIntersecting)?.target;
      const link = place && linkOf.get(place);
      if (link) mark(link);
    },
    { rootMargin: '-25% 0px -75% 0px' },
  );
  for (const place of linkOf.keys()) if (place.localName === 'article') watch.observe(place);
};

const mark = (link: HTMLAnchorElement): void => {
  const old = document.querySelector('.contents [aria-current]');
  if (old === link) return;
  old?.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'location');
  // The list scrolls for itself: the page must not.
  const list = link.closest<HTMLElement>('[popover]');
  if (!list) return;
  const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
  if (inner.top < outer.top) list.scrollTop += inner.top - outer.top - 20;
  if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom + 20;
};

/** Closes the list when one of its links is followed. */
export const closeContents = (): void => {
  const list = document.getElementById('page.contents');
  list?.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a') && list.matches(':popover-open')) list.hidePopover();
  });
};
