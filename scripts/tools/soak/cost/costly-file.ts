/** An entry that is meant to cost much, or as much as an entry of people may, and what lies around it. */
export type CostlyFile = {
  readonly name: string;
  /** Lines of the entry's front matter, and its text. */
  readonly fields?: string;
  readonly body?: string;
  readonly title?: string;
  /** More lines of front matter of its event, and the text of that. */
  readonly event?: string;
  readonly standfirst?: string;
  /** More lines of `site.yml`. */
  readonly site?: string;
  /** Other files, by path below the content folder. */
  readonly files?: ReadonlyMap<string, Uint8Array | string>;
  /** Makes one of them longer with zeros that take no room on the disk: to so many bytes. */
  readonly stretched?: { readonly path: string; readonly bytes: number };
  /** People write such: it must not be refused. */
  readonly isAccepted?: true;
};

/** Many pieces of text, one after the other. */
export const many = (length: number, make: (index: number) => string): string =>
  Array.from({ length }, (_, index) => make(index)).join('');
