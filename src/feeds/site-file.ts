/** A file of a site that is no page: its path from the root of the host, its type, and what is in it. */
export type SiteFile = {
  readonly path: string;
  readonly type: string;
  readonly print: () => string | Promise<string>;
};

export const atomType = 'application/atom+xml; charset=utf-8';
