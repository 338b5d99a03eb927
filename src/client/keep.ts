/** What a reader has chosen, kept in their browser; a browser that keeps nothing forgets it with the page. */
export const kept = (name: string): string | undefined => {
  try {
    return localStorage.getItem(`recapsule:${name}`) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Keeps what a reader has chosen for every page of the archive. */
export const keep = (name: string, value: string): void => {
  try {
    localStorage.setItem(`recapsule:${name}`, value);
  } catch {
    // Storage is full or forbidden: the choice holds for this page.
  }
};
