import type { IncomingMessage, ServerResponse } from 'node:http';

/** A file of a site: its bytes, or where it lies on the disk. */
export type ServedFile = { readonly bytes: Uint8Array } | { readonly file: string };

/** What a server answers with. */
export type ServedSite = {
  /** With what its addresses begin, such as `/` or `/recaps/`. */
  readonly base: () => string;
  /** The file at a path below that, such as `index.html`; `undefined` where there is none. */
  readonly find: (path: string) => Promise<ServedFile | undefined>;
  /** The page that is shown where finding a file fails. */
  readonly explain?: (fault: unknown) => Uint8Array;
  /** Answers itself what has been asked for outside of the site, and says whether it does. */
  readonly answersItself?: (request: IncomingMessage, response: ServerResponse) => boolean;
};
