/**
 * Brings an element to the top of the window at once. What comes into view on the way is laid out then, and takes another
 * room than was left for it: so it is brought there again for the next few frames.
 */
export const land = (target: Element): void => {
  last = target;
  const settle = (frames: number): void => {
    if (last !== target) return;
    target.scrollIntoView({ block: 'start', behavior: 'instant' });
    if (frames > 0) requestAnimationFrame(() => settle(frames - 1));
  };
  settle(5);
};

let last: Element | undefined;

// Whoever scrolls on, or presses the next key, is not held back.
for (const sign of ['wheel', 'touchmove', 'keydown'])
  addEventListener(
    sign,
    () => {
      last = undefined;
    },
    { capture: true, passive: true },
  );
