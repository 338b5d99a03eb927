import type { HostileFiles } from '../hostile.ts';

/** Pictures by their addresses, `a.png` where none are given, and what lies beside the source. */
export type PictureTrick = {
  readonly what: string;
  readonly addresses?: readonly string[];
  readonly beside?: () => HostileFiles;
};
