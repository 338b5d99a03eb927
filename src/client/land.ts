/**
 * Brings an element to the top of the window at once. What comes into view on the way is laid out then, and takes another
 * room than was left for it: so it is looked at again until nothing moves.
 */
export const land = (target: Element, frames = 12): void => {
  target.scrollIntoView({ block: 'start', behavior: 'instant' });
  const top = target.getBoundingClientRect().top;
  if (frames > 0)
    requestAnimationFrame(() => {
      if (Math.abs(target.getBoundingClientRect().top - top) > 0.5) land(target, frames - 1);
    });
};

/** Sees to it that addresses with a fragment lead exactly to it in a long list. */
export const landExactly = (): void => {
  if (!document.querySelector('.entries.long')) return;
  const arrive = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) land(target);
  };
  addEventListener('hashchange', arrive);
  if (location.hash !== '') addEventListener('load', arrive);
};
