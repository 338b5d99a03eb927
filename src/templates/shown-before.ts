import { hash } from 'node:crypto';
import type { PagesBefore } from '../views/open-site.ts';

/** Pages that were made before with the same templates, by their files. */
export type ShownBefore = {
  /** The state of what a page showed, as `keepingShown` has given it. */
  readonly stateOf: (file: string) => string | undefined;
  /** The page, where its file is as it was made. */
  readonly read: (file: string) => Uint8Array | undefined;
};

/** Finds the pages that showed before what they show now: they need not be printed. `states` is for those that will be made next. */
export const keepingShown = (before: ShownBefore): PagesBefore & { readonly states: ReadonlyMap<string, string> } => {
  const states = new Map<string, string>();
  return {
    states,
    find: (file, shown) => {
      // A view is plain data, and a page prints nothing else.
      const state = hash('sha256', JSON.stringify(shown), 'base64url').slice(0, 20);
      states.set(file, state);
      return before.stateOf(file) === state ? before.read(file) : undefined;
    },
  };
};
