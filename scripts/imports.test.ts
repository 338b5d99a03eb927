import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../src/io/settings.ts';

const consumers = ['core', 'words'];
const rooms = [...consumers, 'markdown', 'media', 'charts', 'search', 'io', 'theme', 'cards', 'feeds'];

/** Which rooms a room may import from, beside itself. The table of docs/architecture.md says the same. */
const law: Readonly<Record<string, readonly string[]>> = {
  core: [],
  words: ['core'],
  markdown: consumers,
  media: consumers,
  charts: consumers,
  search: consumers,
  io: consumers,
  theme: [...consumers, 'media'],
  cards: [...consumers, 'media'],
  feeds: [...consumers, 'markdown'],
  inspect: rooms,
  views: [...rooms, 'inspect'],
  rendering: [...rooms, 'inspect', 'views'],
  middleware: ['core', 'views', 'rendering'],
  pages: ['core', 'words', 'charts', 'views', 'rendering', 'layouts', 'components', 'styles'],
  layouts: ['core', 'words', 'charts', 'views', 'components', 'styles'],
  components: ['core', 'words', 'charts', 'views', 'styles', 'client'],
  client: consumers,
  styles: [],
  templates: [...rooms, 'inspect', 'views', 'rendering'],
  serve: [...rooms, 'inspect', 'views', 'templates'],
  compose: [...consumers, 'io', 'inspect'],
  import: [...rooms, 'inspect', 'compose'],
  publish: [...rooms, 'inspect', 'templates'],
  export: [...rooms, 'inspect', 'templates'],
  api: [...rooms, 'inspect', 'templates', 'publish'],
  'command-line': [...consumers, 'io', 'inspect', 'compose'],
  scripts: [...rooms, 'inspect', 'templates', 'serve', 'compose', 'import', 'publish', 'export', 'command-line'],
};

/** The packages that the core may import. */
const ofCore = ['yaml', 'gray-matter', 'zod'];

type Import = { readonly file: string; readonly target: string; readonly names: string; readonly typeOnly: boolean };

const files = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|astro|css)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
);
const isForTests = (file: string): boolean => /\.test\.ts$|(^|\/)testing(\/|\.ts$)/.test(file);
const tools = files.filter((file) => file.startsWith('scripts/tools/'));
/** All but tests, and tools of developers, which use what tests use. */
const product = files.filter((file) => !isForTests(file) && !file.endsWith('env.d.ts') && !tools.includes(file));

const importsOf = (file: string): Import[] => {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?((?:[^'";]*?)\s+from\s+)?['"]([^'"]+)['"]/gm);
  const others = [
    ...text.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g),
    ...text.matchAll(/new URL\(\s*['"](\.[^'"]+\.ts)['"],\s*import\.meta\.url\)/g),
  ];
  return [
    ...[...statements].map(([, type, names = '', target = '']) => ({
      file,
      target,
      names,
      typeOnly: type !== undefined,
    })),
    ...others.map(([, target = '']) => ({ file, target, names: '', typeOnly: false })),
  ];
};
const imports = product.flatMap(importsOf);
const local = imports.filter(({ target }) => target.startsWith('.') && !target.endsWith('package.json'));

const targetOf = ({ file, target }: Import): string =>
  relative(root, resolve(root, dirname(file), target.replace(/\?.*$/, '')));

const roomOf = (path: string): string => {
  if (path.startsWith('scripts/')) return 'scripts';
  const [, room = ''] = path.split('/');
  return room.replace(/\.ts$/, '');
};

/** Every import that leads from one room to another. */
const between = local
  .map((one) => [roomOf(one.file), roomOf(targetOf(one)), one] as const)
  .filter(([from, to]) => from !== to);

test('every room imports only from the rooms that the law allows it', () => {
  const breaches = between
    .filter(([from, to]) => !law[from]?.includes(to))
    .map(([, , one]) => `${one.file} → ${targetOf(one)}`);
  expect(product.length).toBeGreaterThan(60);
  expect(breaches).toEqual([]);
});

test('the law names every room, and no other', () => {
  const found = new Set(product.map(roomOf));
  expect(Object.keys(law).sort()).toEqual([...found].sort());
});

test('docs/architecture.md explains every room, and what it may import', () => {
  const [, section = ''] = readFileSync(join(root, 'docs/architecture.md'), 'utf8').split('\n## Rooms\n');
  const [table = ''] = section.split('\n## ', 1);
  const namesIn = (cell: string): readonly string[] =>
    cell === 'nothing' ? [] : cell.split(', ').flatMap((name) => (name === 'shared rooms' ? rooms : [name]));
  const explained = [...table.matchAll(/^\| `(?:src\/)?([\w-]+)(?:\.ts)?` \| .+ \| (.+) \|$/gm)].map(
    ([, room, cell = '']) => [room, [...namesIn(cell)].sort()],
  );
  expect(explained).toEqual(Object.entries(law).map(([room, names]) => [room, [...names].sort()]));
});

test('nothing of the product imports what only tests use', () => {
  expect(local.filter((one) => isForTests(targetOf(one))).map(({ file }) => file)).toEqual([]);
});

/** Rooms that print, and those of which they take types alone. */
const printers: Readonly<Record<string, readonly string[]>> = {
  pages: ['core', 'charts'],
  layouts: ['core', 'charts', 'views'],
  components: ['core', 'charts', 'views'],
};

const isOfTypes = ({ typeOnly, names }: Import): boolean =>
  typeOnly ||
  names
    .replace(/[{}]|\bfrom\b/g, '')
    .split(',')
    .map((name) => name.trim())
    .every((name) => name.startsWith('type ') || name === '');

test('layouts and components print what they are given: of all rooms but words they take types', () => {
  const breaches = local
    .filter((one) => printers[roomOf(one.file)]?.includes(roomOf(targetOf(one))) && !isOfTypes(one))
    .map(({ file, names }) => `${file}: ${names}`);
  expect(breaches).toEqual([]);
});

test('only pages, templates and the middleware ask what is being rendered', () => {
  const askers = imports.filter(({ target }) => /(^|\/)rendering\.ts$/.test(target)).map(({ file }) => roomOf(file));
  expect([...new Set(askers)].sort()).toEqual(['middleware', 'pages', 'templates']);
});

test('nothing imports scripts, and scripts import no tools', () => {
  const targets = local.filter(({ file }) => !file.startsWith('scripts/')).map(targetOf);
  expect(targets.filter((target) => target.startsWith('scripts/'))).toEqual([]);
  expect(
    local
      .filter(({ file }) => product.includes(file))
      .map(targetOf)
      .filter((file) => tools.includes(file)),
  ).toEqual([]);
});

test('there are no cycles between rooms', () => {
  const graph = Map.groupBy(between, ([from]) => from);
  expect(() => visitAll(graph.keys(), (room) => (graph.get(room) ?? []).map(([, to]) => to))).not.toThrow();
});

/** Goes from each node to those it leads to. Throws where a way leads back. */
const visitAll = (nodes: Iterable<string>, next: (node: string) => readonly string[]): number => {
  const done = new Set<string>();
  const visit = (node: string, above: readonly string[]): void => {
    if (above.includes(node)) throw new Error(`A cycle: ${[...above.slice(above.indexOf(node)), node].join(' → ')}`);
    if (done.has(node)) return;
    for (const one of next(node)) visit(one, [...above, node]);
    done.add(node);
  };
  for (const node of nodes) visit(node, []);
  return done.size;
};

test('there are no cycles between files', () => {
  const graph = Map.groupBy(local, ({ file }) => file);
  // A file may name itself for other threads.
  const visited = visitAll(product, (file) => (graph.get(file) ?? []).map(targetOf).filter((one) => one !== file));
  expect(visited).toBeGreaterThanOrEqual(product.length);
});

test('the core imports yaml, gray-matter and zod; it and the words ask nothing of the machine', () => {
  const core = product.filter((file) => roomOf(file) === 'core');
  const packages = imports.filter(({ file, target }) => core.includes(file) && !target.startsWith('.'));
  expect(packages.filter(({ target }) => !ofCore.includes(target))).toEqual([]);
  const words = product.filter((file) => roomOf(file) === 'words');
  const impure = [...core, ...words].filter((file) =>
    /\bprocess\b|\bDate\b(?!Time)|Temporal\.Now|Math\.random|performance\.|console\./.test(codeOf(file)),
  );
  expect(impure).toEqual([]);
});

test('sharp is imported where pictures are encoded, and where the samples are drawn', () => {
  const files = [...imports, ...tools.filter((file) => !isForTests(file)).flatMap(importsOf)]
    .filter(({ target, typeOnly }) => target === 'sharp' && !typeOnly)
    .map(({ file }) => file);
  expect(files.sort()).toEqual(['scripts/tools/illustrations/draw.ts', 'src/media/load-sharp.ts']);
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
