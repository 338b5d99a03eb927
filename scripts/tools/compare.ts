import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../../src/core/usage-error.ts';

export const help = `Says in which files two builds of the same content differ.

npm run compare -- <before> <after> [--cards]

  --cards   leaves social cards and their addresses out

The names that the compiler chooses are taken as the same: those of files below _astro/, and those of the scopes of styles.
The exit code is 1 where a file differs, or is in one of the builds only.`;

/** What the compiler names as it likes, and what stands in its place here. */
const chosen: readonly (readonly [RegExp, string])[] = [
  [/data-astro-cid-[\w-]+/g, 'data-astro-cid'],
  [/(_astro\/)[\w.@-]+(\.\w+)/g, '$1name$2'],
  [/((?:from|import)\s*\(?["'`]\.\/)[\w.@-]+(\.js)/g, '$1name$2'],
];

/** The address of a social card holds the hash of how it is drawn. */
const cardAddress = /(media\/)(?:card-)?[\w-]*card[\w-]*(\.png)/g;

/** Compares the files of two folders, and prints those that differ, each with where it does so first. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { cards: { type: 'boolean', default: false } },
  });
  const [before, after] = positionals;
  if (before === undefined || after === undefined || positionals.length > 2)
    throw new UsageError('Name two folders: npm run compare -- <before> <after>.');
  const [one, other] = [filesOf(before, values.cards), filesOf(after, values.cards)];
  const differences = [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((path) => {
    const found = differenceOf(one.get(path), other.get(path));
    return found === undefined ? [] : [`${path}: ${found}`];
  });
  for (const line of differences) console.log(line);
  console.log(`${one.size} files, ${differences.length} of them differ.`);
  return differences.length === 0 ? 0 : 1;
};

type Files = ReadonlyMap<string, Buffer>;

/** The files of a build by their paths, with all that the compiler chose taken out. */
const filesOf = (folder: string, withoutCards: boolean): Files => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((path) => !withoutCards || path.replace(cardAddress, '') === path)
    .map((path) => [path, plain(readFileSync(join(folder, path)), withoutCards)] as const);
  return new Map(numbered(files));
};

/** Files below `_astro/` have no names of their own: they are called by their endings and their places among these. */
const numbered = (files: readonly (readonly [string, Buffer])[]): readonly (readonly [string, Buffer])[] => {
  const isChosen = ([path]: readonly [string, Buffer]): boolean => /(?:^|\/)_astro\//.test(path);
  const named = files.filter((file) => !isChosen(file));
  const byEnding = Map.groupBy(files.filter(isChosen), ([path]) => path.replace(/^.*\./, ''));
  const renamed = [...byEnding].flatMap(([ending, group]) =>
    group
      .map(([, bytes]) => bytes)
      .sort(Buffer.compare)
      .map((bytes, index) => [`_astro/${index + 1}.${ending}`, bytes] as const),
  );
  return [...named, ...renamed];
};

const plain = (bytes: Buffer, withoutCards: boolean): Buffer => {
  if (bytes.includes(0)) return bytes;
  let text = bytes.toString('latin1');
  for (const [form, name] of chosen) text = text.replace(form, name);
  if (withoutCards) text = text.replace(cardAddress, '$1card$2');
  return Buffer.from(text, 'latin1');
};

const differenceOf = (before: Buffer | undefined, after: Buffer | undefined): string | undefined => {
  if (!before) return 'only in the second';
  if (!after) return 'only in the first';
  if (before.equals(after)) return undefined;
  const at = before.findIndex((byte, index) => byte !== after[index]);
  const from = Math.max(0, (at === -1 ? before.length : at) - 40);
  const around = (bytes: Buffer): string => JSON.stringify(bytes.toString('utf8', from, from + 120));
  return `\n  ${around(before)}\n  ${around(after)}`;
};
