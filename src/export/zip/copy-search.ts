import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

/** The name of the file that says what an index has, and that of Pagefind itself. */
const indexFile = 'entries.json';
const engineFile = 'pagefind.js';

/** Whether a file of a site belongs to its search, which fetches it; in a copy scripts hold it. */
export const isOfSearch = (path: string): boolean => /(?:^|\/)search\/pagefind\//.test(path);

/**
 * The scripts that hold the search of a site where nothing can be fetched, by path: `index.js` beside each index, and
 * `engine.js` beside Pagefind. `files` are those of the site, `base` is the path at which it is published.
 */
export const searchScripts = (
  folder: string,
  files: readonly string[],
  base: string,
): readonly { readonly path: string; readonly script: () => string }[] => {
  const ofSearch = files.filter(isOfSearch);
  const folders = new Set(ofSearch.filter((path) => path.endsWith(`/${indexFile}`)).map(dirname));
  const byFolder = Map.groupBy(
    ofSearch.filter((path) => !isOfEngine(path)),
    (path) => folderAround(path, folders),
  );
  const read = (path: string): Buffer => readFileSync(join(folder, path));
  const held = (paths: readonly string[]): string =>
    paths
      .map((path) => `heldSearch.files[${JSON.stringify(urlPath(base, path))}]="${read(path).toString('base64')}";\n`)
      .join('');
  return [
    ...[...folders].map((place) => ({
      path: join(place, 'index.js'),
      script: () => held(byFolder.get(place) ?? []),
    })),
    ...ofSearch
      .filter((path) => path.endsWith(`/${engineFile}`))
      .map((path) => ({
        path: join(dirname(path), 'engine.js'),
        script: () => held(ofSearch.filter(isWasm)) + classicScript(read(path).toString('utf8')),
      })),
  ];
};

/** The nearest folder around a file that has an index: one index may lie in the folder of another. */
const folderAround = (path: string, folders: ReadonlySet<string>): string => {
  const above = dirname(path);
  return above === '.' || folders.has(above) ? above : folderAround(above, folders);
};

const urlPath = (base: string, path: string): string => base + path.split('/').map(encodeURIComponent).join('/');

const isWasm = (path: string): boolean => /\/wasm\.[^/]+$/.test(path);
/** Whether a file is of what looks through any index. */
export const isOfEngine = (path: string): boolean => isWasm(path) || path.endsWith(`/${engineFile}`);

/** Pagefind's module as a script that browsers run from a disk, too: what it exports is given by a function of what fetches. */
const classicScript = (module: string): string => {
  const body = module
    .replace(/(?<=^|[;}])export\{[^}]*\};?$/gm, '')
    // It only asks where it lies, and is told.
    .replaceAll('import.meta.url', '""');
  if (/\bexport\b|\bimport\.meta\b/.test(body) || !/\bPagefindInstance\b/.test(body))
    throw new Error(`${engineFile} of this version of Pagefind cannot be made a script.`);
  return `heldSearch.open=(fetch)=>{${body}\nreturn{PagefindInstance}};\n`;
};
