import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { root } from '../../src/io/settings.ts';

export const help = `Says what the packed program weighs where it is installed, and how long it takes, beside others.

npm run tools -- package-size [--write]

  --write   writes the table into docs/performance.md

Packs the program, installs it into an empty folder and builds the samples there. Hugo takes part where it is on the PATH;
Eleventy and Astro are installed from npm where that can be reached. Each is installed twice: the second time counts, when
npm has all of it in its cache. Nothing else should run meanwhile.`;

const heading = '## The installed package';

/** Prints the table, and writes it where that is asked for. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...args], options: { write: { type: 'boolean', default: false } } });
  const folder = await mkdtemp(join(tmpdir(), 'recapsule-package-'));
  try {
    const table = await measureAll(folder);
    console.log(table);
    if (values.write) await writeTable(table);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const measureAll = async (folder: string): Promise<string> => {
  await call('npm', ['pack', '--silent', '--pack-destination', folder], root);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  const own = await install(join(folder, 'recapsule'), join(folder, tarball));
  const times = await buildSamples(join(folder, 'recapsule'));
  // One after the other: each has the machine to itself.
  const others = [
    await row('Eleventy', () => install(join(folder, 'eleventy'), '@11ty/eleventy')),
    await row('Astro', () => install(join(folder, 'astro'), 'astro')),
    await row('Hugo', weighHugo),
  ];
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
  return [
    `Measured on ${day} with Node ${process.versions.node} on ${availableParallelism()} cores: what npm installs into an empty`,
    'folder, with a warm cache and without install scripts. Hugo is one binary.',
    '',
    '| program | MB | packages | installed in s |',
    '|---|--:|--:|--:|',
    await row('Recapsule', async () => own),
    ...others,
    '',
    `The samples are built in ${times.cold} s from nothing and in ${times.warm} s with pictures cached; \`--help\` takes ${times.help} s.`,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
};

type Weight = { readonly bytes: number; readonly packages: number; readonly seconds: number | undefined };

/** A row of the table; none for what is not there. */
const row = async (name: string, weigh: () => Promise<Weight>): Promise<string | undefined> => {
  try {
    const { bytes, packages, seconds } = await weigh();
    return `| ${name} | ${(bytes / 1e6).toFixed(0)} | ${packages} | ${seconds?.toFixed(1) ?? ''} |`;
  } catch (fault) {
    console.error(`${name} is left out: ${String(fault).split('\n', 1)[0]}`);
    return undefined;
  }
};

const install = async (folder: string, what: string): Promise<Weight> => {
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const installing = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', what];
  await call('npm', installing, folder);
  await rm(join(folder, 'node_modules'), { recursive: true });
  const seconds = await call('npm', installing, folder);
  const lock = JSON.parse(await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8'));
  return { bytes: await sizeOf(join(folder, 'node_modules')), packages: Object.keys(lock.packages).length, seconds };
};

const buildSamples = async (folder: string) => {
  await cp(join(root, 'content'), join(folder, 'content'), { recursive: true });
  const program = join(folder, 'node_modules/recapsule/scripts/recapsule.mjs');
  const time = async (...args: string[]): Promise<string> =>
    (await call(process.execPath, [program, ...args], folder)).toFixed(2);
  return { cold: await time('build'), warm: await time('build'), help: await time('--help') };
};

const weighHugo = async (): Promise<Weight> => {
  const { stdout } = await promisify(execFile)('sh', ['-c', 'command -v hugo']);
  return { bytes: (await stat(stdout.trim())).size, packages: 1, seconds: undefined };
};

/** Runs a program, and gives how many seconds it took. */
const call = async (file: string, args: readonly string[], cwd: string): Promise<number> => {
  const start = performance.now();
  const { CACHE_DIR: _, CONTENT_DIR: _other, ...env } = process.env;
  await promisify(execFile)(file, args, { cwd, env });
  return (performance.now() - start) / 1000;
};

const sizeOf = async (folder: string): Promise<number> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

const writeTable = async (table: string): Promise<void> => {
  const file = join(root, 'docs/performance.md');
  const text = await readFile(file, 'utf8');
  const [before = '', after = ''] = text.split(`${heading}\n`);
  const rest = after.split(/\n(?=## )/).slice(1);
  await writeFile(file, [`${before.trimEnd()}\n\n${heading}\n\n${table}\n`, ...rest].join('\n'));
};
