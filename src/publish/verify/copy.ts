import type { Sums } from '../../core/sums.ts';

/** A copy of a site, wherever it lies. */
export type Copy = {
  /** The paths of all its files; not there where nobody can list them, as behind an address. */
  readonly paths?: readonly string[];
  /** The bytes of a file; `undefined` where it is not there, and why where it is there and cannot be compared. */
  readonly read: (path: string) => Promise<Uint8Array | Unread | undefined>;
  /** How many files may be read at once. */
  readonly parallel: number;
};

/** A file that cannot be compared: its bytes are damaged, or whoever serves it does so in a way of its own. */
export type Unread = { readonly kind: 'damaged' | 'served otherwise'; readonly why: string };

/** What a copy says of itself. */
export type ListedSums = {
  readonly sums: Sums;
  /** Whether a site lies at its top, and not in a folder of it. */
  readonly isSite: boolean;
  readonly own: readonly string[];
  readonly isBeside: (path: string) => boolean;
};
