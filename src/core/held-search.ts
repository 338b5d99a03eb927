/**
 * What scripts hold of a search: the files of its indexes as Base64, by their paths in the site, and what makes its engine,
 * given what takes the place of `fetch` for it.
 */
export type HeldSearch<Engine> = {
  readonly files: Record<string, string>;
  open?: (fetch: (input: unknown) => Promise<Response>) => Engine;
};
