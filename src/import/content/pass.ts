/** What the steps from HTML to Markdown have in common. */
export type Pass = {
  /** What addresses are relative to, where that is known. */
  readonly base: string | undefined;
  /** Takes a whole sentence about what is left out or changed. */
  readonly note: (sentence: string) => void;
};
