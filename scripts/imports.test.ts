import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './settings.ts';

/** Which rooms a room may import from, itself included. `site` is `src/site.ts` and what it is made of. The README's table says the same. */
const law: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  markdown: ['markdown', 'core'],
  images: ['images', 'core'],
  charts: ['charts', 'core'],
  cards: ['cards', 'images', 'core'],
  feeds: ['feeds', 'core', 'markdown'],
  io: ['io', 'core'],
  search: ['search', 'core'],
  site: ['site', 'core', 'markdown', 'images', 'charts', 'cards', 'feeds', 'io', 'search'],
  middleware: ['middleware', 'site', 'core'],
  press: ['press', 'site', 'core', 'markdown', 'images', 'cards', 'feeds', 'search'],
  client: ['client', 'core'],
  pages: ['pages', 'layouts', 'components', 'styles', 'site', 'core', 'charts'],
  layouts: ['layouts', 'components', 'styles', 'site', 'core', 'charts'],
  components: ['components', 'client', 'styles', 'site', 'core', 'charts'],
  styles: ['styles'],
  scripts: ['scripts', 'core', 'markdown', 'images', 'cards', 'feeds', 'io', 'search', 'press'],
};

/** The packages that the core may import. */
const ofCore = ['yaml', 'gray-matter', 'zod'];

type Import = { readonly file: string; readonly target: string; readonly names: string; readonly typeOnly: boolean };

const files = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|astro|css)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
);
const product = files.filter((file) => !/\.test\.ts$|(^|\/)testing(\/|\.ts$)|env\.d\.ts$/.test(file));

const importsOf = (file: string): Import[] => {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?((?:[^'";]*?)\s+from\s+)?['"]([^'"]+)['"]/gm);
  const dynamic = text.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g);
  return [
    ...[...statements].map(([, type, names = '', target = '']) => ({
      file,
      target,
      names,
      typeOnly: type !== undefined,
    })),
    ...[...dynamic].map(([, target = '']) => ({ file, target, names: '', typeOnly: false })),
  ];
};
const imports = product.flatMap(importsOf);
const local = imports.filter(({ target }) => target.startsWith('.'));

const targetOf = ({ file, target }: Import): string =>
  relative(root, resolve(root, dirname(file), target.replace(/\?.*$/, '')));

const roomOf = (path: string): string => {
  if (path.startsWith('scripts/')) return 'scripts';
  const [, room = ''] = path.split('/');
  return room.replace(/\.ts$/, '');
};

test('every room imports only from the rooms that the law allows it', () => {
  const breaches = local
    .filter((one) => !law[roomOf(one.file)]?.includes(roomOf(targetOf(one))))
    .map((one) => `${one.file} → ${targetOf(one)}`);
  expect(product.length).toBeGreaterThan(60);
  expect(breaches).toEqual([]);
});

test('pages, layouts and components take types from the core and of charts, and data from the door', () => {
  const breaches = local
    .filter(
      (one) =>
        ['pages', 'layouts', 'components'].includes(roomOf(one.file)) &&
        ['core', 'charts'].includes(roomOf(targetOf(one))) &&
        !one.typeOnly,
    )
    .filter(({ names }) =>
      names
        .replace(/[{}]|\bfrom\b/g, '')
        .split(',')
        .map((name) => name.trim())
        .some((name) => !name.startsWith('type ') && name !== ''),
    )
    .map(({ file, names }) => `${file}: ${names}`);
  expect(breaches).toEqual([]);
});

test('there are no cycles', () => {
  const graph = Map.groupBy(local, ({ file }) => file);
  const done = new Set<string>();
  const visit = (file: string, above: readonly string[]): void => {
    if (above.includes(file)) throw new Error(`A cycle: ${[...above.slice(above.indexOf(file)), file].join(' → ')}`);
    if (done.has(file)) return;
    for (const one of graph.get(file) ?? []) visit(targetOf(one), [...above, file]);
    done.add(file);
  };
  for (const file of product) visit(file, []);
  expect(done.size).toBeGreaterThanOrEqual(product.length);
});

test('the core imports yaml, gray-matter and zod, and asks nothing of the machine', () => {
  const core = product.filter((file) => roomOf(file) === 'core');
  const packages = imports.filter(({ file, target }) => core.includes(file) && !target.startsWith('.'));
  expect(packages.filter(({ target }) => !ofCore.includes(target))).toEqual([]);
  const impure = core.filter((file) =>
    /\bprocess\b|\bDate\b(?!Time)|Temporal\.Now|Math\.random|performance\.|console\./.test(codeOf(file)),
  );
  expect(impure).toEqual([]);
});

test('sharp is imported where pictures are encoded, where the samples are drawn, and where it is compared', () => {
  const files = imports.filter(({ target, typeOnly }) => target === 'sharp' && !typeOnly).map(({ file }) => file);
  expect(files.sort()).toEqual([
    'scripts/bench/images/photographs.ts',
    'scripts/bench/images/ways.ts',
    'scripts/illustrations/draw.ts',
    'src/images/load-sharp.ts',
  ]);
});

test('no file has more than 300 lines', () => {
  expect(files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 301)).toEqual([]);
});

/** The code of a file without its comments and texts. */
const codeOf = (file: string): string =>
  readFileSync(join(root, file), 'utf8').replace(
    /\/\*[\s\S]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/gm,
    '',
  );
