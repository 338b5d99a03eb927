import { buildInfoFile, joinSums, sumsFile } from '../core/sums.ts';
import type { Signer } from '../io/signer.ts';
import { buildInfo } from './build-info.ts';
import type { Pages } from './entry.ts';
import type { Rendering } from './event-renderer.ts';

/**
 * The files by which a stranger can prove a copy of a site: the sums of all its other files, their signature where one is asked
 * for, and what the site was made by. `sums` are the lines of all files, in any order. Rejects where nothing can be signed.
 */
export const proofFiles = async (
  sums: Iterable<string>,
  { committed }: Pick<Rendering, 'committed'>,
  sign?: Signer,
): Promise<Pages> => {
  const bytes = Buffer.from(joinSums(sums));
  const files: readonly (readonly [string, Uint8Array])[] = [
    [sumsFile, bytes],
    [buildInfoFile, Buffer.from(buildInfo(committed?.id))],
  ];
  return new Map(sign ? [...files, await sign(bytes)] : files);
};
