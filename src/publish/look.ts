import { type KnownTrees, readKnownTrees, stampsOfWhole } from './known-trees.ts';
import { keyOf, type Release } from './manifests.ts';
import { describeFault } from './publish-fault.ts';
import type { PublishedSite } from './site-folder.ts';
import { missingBesidesTrees } from './verify-complete.ts';

/** What is found when the release before is looked at. */
export type Looked = {
  /** The trees that have lost or changed a file, as `keyOf` names them. */
  readonly damaged: ReadonlySet<string>;
  /** Whether all that is not in a tree is as it was stored. */
  readonly isWhole: boolean;
  readonly known: KnownTrees;
};

/** What a thread is given to look at. */
export type LookInput = { readonly site: PublishedSite; readonly release: Release };

/** What it answers: what it found, or what a person has to know. */
export type LookAnswer = Looked | { readonly fault: string };

/** Looks whether a release is still whole. */
export const look = ({ site, release }: LookInput): LookAnswer => {
  try {
    const known = readKnownTrees(site);
    const stamps = stampsOfWhole(site, release.events, known);
    const damaged = release.events.filter((tree) => stamps[keyOf(tree)] === undefined);
    const isWhole = missingBesidesTrees(site, release).length === 0;
    // The pictures of a damaged event are made anew, and may come out otherwise.
    const events = new Set(damaged.map(({ folder }) => folder));
    const pictures = Object.entries(known.pictures).filter(([path]) => !events.has(path.split('/')[0] ?? ''));
    return {
      damaged: new Set(damaged.map(keyOf)),
      isWhole,
      known: { stamps, pictures: Object.fromEntries(pictures) },
    };
  } catch (fault) {
    return { fault: describeFault(fault) };
  }
};
