import { keep, kept } from './keep.ts';
import { land } from './land.ts';

/** Lets the keyboard lead from entry to entry. Single keys can be switched off, because they get in the way of who dictates. */
export const listenToKeys = (): void => {
  const choice = document.getElementById('page.keys-on');
  if (!(choice instanceof HTMLInputElement)) return;
  choice.checked = kept('keys') !== 'off';
  choice.addEventListener('change', () => keep('keys', choice.checked ? 'on' : 'off'));
  const help = document.getElementById('page.keys');
  addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey, isComposing } = event;
    if (altKey || ctrlKey || metaKey || isComposing || isTyping(target) || !choice.checked) return;
    // What lies below the help stays where it is.
    if (key !== '?' && help?.matches(':popover-open')) return;
    const act = actions[key];
    if (!act) return;
    if (act()) event.preventDefault();
  });
};

/** What keys do; each says whether it did something. */
const actions: Readonly<Record<string, () => boolean>> = {
  j: () => step(1) || follow('a[rel="next"]'),
  k: () => step(-1) || follow('a[rel="prev"]'),
  m: () => step(1, '.milestone') || follow('a[data-key="m"]'),
  '/': () => follow('a[rel="search"]'),
  '?': () => {
    const help = document.getElementById('page.keys');
    help?.togglePopover();
    return help !== null;
  },
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])'));

/** Goes to the next entry of a list, or the one before: from that which has the focus, else from the top of the window. */
const step = (by: 1 | -1, kind = ''): boolean => {
  const entries = [...document.querySelectorAll<HTMLElement>('.entries article')];
  if (entries.length === 0) return false;
  const line = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 2;
  const focused = entries.findIndex((entry) => entry.contains(document.activeElement));
  const isSeen = (entry: HTMLElement): boolean => {
    const { top, bottom } = entry.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const from =
    focused >= 0 && entries[focused] && isSeen(entries[focused])
      ? focused
      : entries.findLastIndex((entry) => entry.getBoundingClientRect().top <= line);
  const fits = (entry: HTMLElement): boolean => kind === '' || entry.matches(kind);
  const next = by === 1 ? entries.slice(from + 1).find(fits) : entries.slice(0, Math.max(0, from)).findLast(fits);
  // Below the last entry the list goes on on another page.
  if (!next) return by === -1;
  next.querySelector<HTMLElement>('h3 a')?.focus({ preventScroll: true });
  land(next);
  return true;
};

const follow = (selector: string): boolean => {
  const link = document.querySelector<HTMLAnchorElement>(selector);
  link?.click();
  return link !== null;
};
