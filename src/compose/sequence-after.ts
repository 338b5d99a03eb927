import { compare } from '../core/diagnostics.ts';
import { byOrder, type Placed } from '../core/order.ts';

/**
 * The `sequence` that puts a new entry behind those of the same time; `undefined` where it stands there without.
 */
export const sequenceAfter = (entries: readonly Placed[], entry: Omit<Placed, 'sequence'>): number | undefined => {
  const last = entries
    .filter((one) => byOrder({ ...one, sequence: 0, slug: '' }, { ...entry, sequence: 0, slug: '' }) === 0)
    .sort(byOrder)
    .at(-1);
  if (!last || last.sequence < 0) return undefined;
  const sequence = compare(last.slug, entry.slug) < 0 ? last.sequence : last.sequence + 1;
  return sequence === 0 ? undefined : sequence;
};
