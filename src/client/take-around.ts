/** Puts what stands around the list of entries, or instead of one, as it stands in a newer copy of the page. */
export const takeAround = (newer: Document): void => {
  const [main, next] = [document.querySelector('main'), newer.querySelector('main')];
  if (!main || !next) return;
  document.title = newer.title;
  const old = new Set(main.children);
  let place = main.firstElementChild;
  for (const child of next.children) {
    const part = partOf(child);
    const own = [...old].find((one) => (part ? partOf(one) === part : one.isEqualNode(child)));
    if (own) {
      old.delete(own);
      place = own.nextElementSibling;
    } else main.insertBefore(document.importNode(child, true), place);
  }
  for (const one of old) if (partOf(one) !== '.live') one.remove();
};

/** What readers have a hand in stays as it is: the list, the way times are shown, and the offer itself. */
const partOf = (element: Element): string | undefined =>
  ['.entries', '#page\\.tools', '.live'].find(
    (selector) => element.matches(selector) || element.querySelector(selector) !== null,
  );
