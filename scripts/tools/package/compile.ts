import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { replaceFolder } from '../../../src/io/output-folder.ts';
import { root } from '../../../src/io/settings.ts';
import { compiledTemplates, programKeys } from '../../../src/templates/program.ts';
import { licencesOf } from './licences.ts';
import { ownAddresses } from './own-addresses.ts';

/** Modules that start: whoever loads one has what older versions of Node lack. */
const entries = { verbs: 'scripts/verbs.ts', api: 'src/api.ts' };

/** Compiles what the package consists of into `lib/`: the program, its templates, and the keys of both. */
export const compilePackage = async (): Promise<void> => {
  const lib = await mkdtemp(join(root, '.lib-building-'));
  const { templates, bodies, program } = programKeys();
  const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await compileProgram(join(lib, 'program'), Object.keys(dependencies));
  await compileTypes(join(lib, 'program'));
  await cp(await compiledTemplates(templates), join(lib, 'templates'), { recursive: true });
  await writeFile(join(lib, 'licences.txt'), licencesOf(lib));
  await writeFile(join(lib, 'keys.json'), `${JSON.stringify({ templates, bodies, program })}\n`);
  await replaceFolder(lib, join(root, 'lib'));
};

/** gray-matter could run code of a document, which is switched off; and what is loaded late in one place may be there already. */
const harmless: ReadonlySet<string | undefined> = new Set(['EVAL', 'INEFFECTIVE_DYNAMIC_IMPORT']);

const compileProgram = async (dir: string, external: readonly string[]): Promise<void> => {
  const own = join(root, 'src/templates');
  const bundle = await rolldown({
    cwd: root,
    input: entries,
    platform: 'node',
    external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
    transform: { target: 'node20' },
    plugins: [
      {
        name: 'packaged-program',
        load: (id) => (id === join(own, 'program.ts') ? readFile(join(own, 'packaged-program.ts'), 'utf8') : null),
      },
      ownAddresses(),
    ],
    onLog: (level, log, handle) => {
      if (!harmless.has(log.code)) handle(level === 'warn' ? 'error' : level, log);
    },
  });
  await bundle.write({
    dir,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    banner: ({ isEntry }) => (isEntry ? "import './older-node.mjs';" : ''),
  });
  await compileForOlderNode(dir);
};

/** What older versions of Node lack, each in a file that is loaded only there. */
const compileForOlderNode = async (dir: string): Promise<void> => {
  await cp(join(import.meta.dirname, 'older-node.mjs'), join(dir, 'older-node.mjs'));
  await cp(join(root, 'node_modules/temporal-polyfill/global.js'), join(dir, 'temporal.cjs'));
  const bundle = await rolldown({
    cwd: root,
    input: join(import.meta.dirname, 'parts-of-node-22.mjs'),
    platform: 'node',
  });
  await bundle.write({ file: join(dir, 'parts-of-node-22.cjs'), format: 'cjs', minify: true });
};

/** Declares the types of what other programs import, in one file. */
const compileTypes = async (dir: string): Promise<void> => {
  const bundle = await rolldown({
    cwd: root,
    input: { api: 'src/api.ts' },
    plugins: [dts({ emitDtsOnly: true, tsconfig: join(root, 'tsconfig.json') })],
  });
  await bundle.write({
    dir,
    format: 'esm',
    entryFileNames: '[name].mts',
    chunkFileNames: '[name].mts',
  });
};
