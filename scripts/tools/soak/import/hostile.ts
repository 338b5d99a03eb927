/** A source that does its worst, and the world into which somebody imports it. */
export type Hostile = {
  /** What is bad about it, in one line. */
  readonly name: string;
  /** The name of the source's file. */
  readonly file: string;
  /** What is in it; nothing where there is no such file. */
  readonly source?: string | Uint8Array;
  /** How many bytes the file has, where that is more: the rest of it is a hole. */
  readonly size?: number;
  /** The event's slug, as it is named on the command line; `event` where nothing is said. */
  readonly slug?: string;
  /** Further arguments; those that name a time zone where nothing is said. */
  readonly args?: readonly string[];
  /** Other files in the source's folder, by path. */
  readonly beside?: HostileFiles;
  /** What the content folder holds beside `site.yml` and another event, by path. */
  readonly content?: HostileFiles;
};

/** Files, links (to a path seen from where they are) and empty folders. */
export type HostileFiles = Readonly<Record<string, string | Uint8Array | { readonly link: string } | 'folder'>>;

/** The slug of the event that is imported, where a case is not about it. */
export const event = 'storm';

/**
 * The path of a folder beside content and source, of which nothing may be read or changed. Stands in text for the real
 * one, which is another in each run.
 */
export const outside = '/recapsule-soak-outside';

/** What its file `secret.txt` and the picture `secret.png` hold. */
export const secret = 'recapsule-soak-secret-4f1c';
