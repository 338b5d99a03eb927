import { packSize } from './search-parts.ts';

/**
 * The language of all indexes: none. Stems and words would be those of one language, and a search over several events knows only
 * one. Words are found as they are written, and by their beginnings, in every script.
 */
export const indexLanguage = 'und';

/** A file with what an index shows of 50 entries: its name, and the length of what it has of each, in bytes. */
export type Pack = { readonly name: string; readonly sizes: readonly number[] };

/** Where a record lies: in which pack, and from which byte to which. */
export type RecordPlace = { readonly pack: string; readonly from: number; readonly to: number };

/** The ids of the entries of an index, in its order, as the table of Pagefind has them in front of the names of files. */
export const recordIds = (table: Uint8Array, count: number): readonly string[] =>
  (new TextDecoder('latin1').decode(table).match(/und_[0-9a-f]+/g) ?? []).slice(0, count);

/** Where the records of an index lie, by their ids. */
export const recordPlaces = (ids: readonly string[], packs: readonly Pack[]): ReadonlyMap<string, RecordPlace> => {
  const places = new Map<string, RecordPlace>();
  for (const [number, { name, sizes }] of packs.entries()) {
    let from = 0;
    for (const [index, size] of sizes.entries()) {
      const id = ids[number * packSize + index];
      if (id !== undefined) places.set(id, { pack: name, from, to: from + size });
      from += size;
    }
  }
  return places;
};
