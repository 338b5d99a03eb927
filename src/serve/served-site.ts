import type { IncomingMessage, ServerResponse } from 'node:http';

/** A file of a site: its bytes, or where it lies on the disk. */
export type ServedFile =
  | {
      readonly bytes: Uint8Array;
      /** The status of the answer where this is a page that says why there is none. */
      readonly status?: number;
    }
  | { readonly file: string; readonly status?: undefined };

/** What a server answers with. */
export type ServedSite = {
  /** With what its addresses begin, such as `/` or `/recaps/`. */
  readonly base: () => string;
  /** The file at a path below that, such as `index.html`; `undefined` where there is none. */
  readonly find: (path: string) => Promise<ServedFile | undefined>;
  /** Answers itself what is no part of the site, and says whether it does. */
  readonly answersItself?: (request: IncomingMessage, response: ServerResponse) => boolean;
};
