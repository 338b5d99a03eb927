import { hash } from 'node:crypto';
import { parseLedger } from '../../core/ledger/ledger.ts';
import { permalinks } from '../../core/permalinks.ts';
import { isBesideSums, parseSums, printSums, type Sums, signatureFiles, sumsFile } from '../../core/sums.ts';
import { checkSignature } from '../../io/signer.ts';
import { type OutwardLink, readPage, verifyOutside } from '../verify-links.ts';
import { bagSums } from './bag-sums.ts';
import type { Copy, ListedSums } from './copy.ts';

/** What came of a verification: every difference and every dead link, and what else there is to know. */
export type VerifiedCopy = {
  readonly files: number;
  readonly faults: readonly string[];
  readonly notes: readonly string[];
};

/** Compares each file of a copy with its sum, looks for others, follows its links, and checks its signature, with `key` if one is named. */
export const verifyCopy = async (copy: Copy, key?: string): Promise<VerifiedCopy> => {
  const list = await listOf(copy);
  if ('faults' in list) return { files: 0, notes: [], ...list };
  const { sums, isSite } = list;
  const found = await readAll(copy, sums, isSite ? await baseOf(copy) : undefined);
  const extra = (copy.paths ?? []).filter((path) => !sums.has(path) && !list.isBeside(path));
  const has = (path: string): boolean => sums.has(path) || list.isBeside(path);
  const dead = verifyOutside(found.links, { has, placesIn: (path) => found.places.get(path) ?? new Set() });
  const signed = await signatureOf(copy, key);
  return {
    files: sums.size,
    faults: [...list.own, ...found.faults, ...extra.map((path) => `${path}: extra`), ...dead, ...signed.faults],
    notes: [...found.notes, ...signed.notes],
  };
};

const listOf = async (copy: Copy): Promise<ListedSums | { readonly faults: readonly string[] }> => {
  const bag = await bagSums(copy);
  if (bag) return bag;
  const bytes = await copy.read(sumsFile);
  if (!(bytes instanceof Uint8Array))
    return { faults: [`${sumsFile}: ${bytes?.why ?? 'missing'}: nothing says what else there should be`] };
  const text = Buffer.from(bytes).toString('utf8');
  const sums = parseSums(text);
  if (typeof sums === 'number') return { faults: [`${sumsFile}: line ${sums} is no sum of a file`] };
  const own = printSums(sums) === text ? [] : [`${sumsFile}: changed: it is not in the form in which it was written`];
  return { sums, isSite: true, own, isBeside: isBesideSums };
};

/** With what addresses of a site begin, as its ledger says. */
const baseOf = async (copy: Copy): Promise<string> => {
  const bytes = await copy.read('addresses.tsv');
  const ledger = bytes instanceof Uint8Array ? parseLedger(Buffer.from(bytes).toString('utf8')) : 0;
  const own =
    typeof ledger === 'number'
      ? undefined
      : [...ledger.values()].find((row) => row.kind === 'site' && row.now === 'page');
  return own && URL.canParse(own.address) ? `${permalinks(own.address).base}/` : '/';
};

type ReadFiles = {
  readonly faults: string[];
  readonly notes: string[];
  readonly places: Map<string, ReadonlySet<string>>;
  readonly links: readonly OutwardLink[];
};

/** Reads all files, as many at once as the copy takes, and gives what is found in their order. */
const readAll = async (copy: Copy, sums: Sums, base: string | undefined): Promise<ReadFiles> => {
  const [faults, notes] = [new Map<string, readonly string[]>(), new Map<string, string>()];
  const links = new Map<string, OutwardLink>();
  const places = new Map<string, ReadonlySet<string>>();
  const waiting = sums.entries();
  const work = async (): Promise<void> => {
    for (const [path, sum] of waiting) {
      const bytes = await copy.read(path);
      if (bytes === undefined) faults.set(path, [`${path}: missing`]);
      else if (!(bytes instanceof Uint8Array)) {
        if (bytes.kind === 'damaged') faults.set(path, [`${path}: changed: ${bytes.why}`]);
        else notes.set(path, `${path}: ${bytes.why}`);
      } else {
        const changed = hash('sha512', bytes, 'hex') === sum ? [] : [`${path}: changed`];
        const page = base === undefined ? { faults: [], links: [] } : readPage(path, bytes, base);
        faults.set(path, [...changed, ...(changed.length > 0 ? [] : page.faults)]);
        if ('places' in page && page.places) places.set(path, page.places);
        for (const link of page.links) {
          const to = `${link.path}#${link.fragment}`;
          const known = links.get(to);
          if (!known || link.page < known.page) links.set(to, link);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: copy.parallel }, work));
  const inOrder = [...sums.keys()];
  return {
    faults: inOrder.flatMap((path) => faults.get(path) ?? []),
    notes: inOrder.flatMap((path) => notes.get(path) ?? []),
    places,
    links: [...links.values()].sort((a, b) => (a.page < b.page ? -1 : 1)),
  };
};

const signatureOf = async (copy: Copy, key: string | undefined): Promise<Pick<VerifiedCopy, 'faults' | 'notes'>> => {
  const [faults, notes]: [string[], string[]] = [[], []];
  const sums = await copy.read(sumsFile);
  let isSigned = false;
  for (const name of signatureFiles) {
    const signature = copy.paths && !copy.paths.includes(name) ? undefined : await copy.read(name);
    if (!(signature instanceof Uint8Array) || !(sums instanceof Uint8Array)) continue;
    isSigned = true;
    const checked = await checkSignature(sums, { name, signature }, key);
    if (!checked) notes.push(`${name}: not checked: name the public key with --key`);
    else if (!checked.isGood) faults.push(`${name}: does not fit: ${checked.said}`);
    else notes.push(`${name}: ${checked.said}${key === undefined ? ' (name the key that you trust with --key)' : ''}`);
  }
  if (key !== undefined && !isSigned) faults.push(`${sumsFile}: not signed`);
  return { faults, notes };
};
