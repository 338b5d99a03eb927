import { hash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { type Pack, recordIds } from '../core/search-packs.ts';
import { packSize } from '../core/search-parts.ts';
import { entriesIn, entryName, readIndexEntry, type SearchFiles } from './search-index.ts';

const tableName = /^pagefind\..+\.pf_meta$/;

/** What Pagefind writes before everything that it compresses. */
const signature = 'pagefind_dcd'.length;

/**
 * The files of an index with the records of its entries in packs of 50, one record behind the other, instead of a file for each.
 * Where they lie is said in the file that says what else the index has. Throws where a record is missing.
 */
export const packRecords = (files: SearchFiles): SearchFiles => {
  const table = [...files].find(([path]) => tableName.test(path))?.[1] ?? new Uint8Array();
  const records = recordIds(gunzipSync(table).subarray(signature), entriesIn(files)).map((id) => {
    const record = files.get(`fragment/${id}.pf_fragment`);
    if (!record) throw new Error(`This version of Pagefind lists ${id}, and has no record of it`);
    return record;
  });
  const packed = new Map([...files].filter(([path]) => !path.startsWith('fragment/')));
  const packs: Pack[] = [];
  for (let from = 0; from < records.length; from += packSize) {
    const own = records.slice(from, from + packSize);
    const bytes = Buffer.concat(own);
    const name = hash('sha256', bytes).slice(0, 12);
    packs.push({ name, sizes: own.map(({ length }) => length) });
    packed.set(`packs/${name}.pf_pack`, bytes);
  }
  return packed.set(entryName, Buffer.from(JSON.stringify({ ...readIndexEntry(files), packs })));
};
