import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../src/io/settings.ts';

/** What a bundler writes above a module of a package: in which folder that lies. */
const aboveModules = /^\s*\/\/(?:#region)? ?.*?(node_modules\/(?:.*\/node_modules\/)?(?:@[^/\s]+\/)?[^/\s]+)\//gm;

/** The licences of all packages whose code is in the compiled files of a folder, as one text. Throws where one has none. */
export const licencesOf = (folder: string): string => {
  // These leave no such line: they are copied, or made smaller.
  const packages = new Set(['core-js', 'temporal-polyfill', 'vite'].map((name) => `node_modules/${name}`));
  for (const file of globSync('**/*.mjs', { cwd: folder }))
    for (const [, place = ''] of readFileSync(join(folder, file), 'utf8').matchAll(aboveModules))
      packages.add(packageOf(place));
  return [...packages]
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`);
};

/** A package may hold the code of another, without its name and licence: its own counts. */
const packageOf = (place: string): string =>
  existsSync(join(root, place, 'package.json')) ? place : place.replace(/(node_modules\/(?:@[^/]+\/)?[^/]+).*/, '$1');

const licenceOf = (place: string): string => {
  const folder = join(root, place);
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.|$)/i.test(one));
  if (license === undefined && file === undefined) throw new Error(`${name} has no licence.`);
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  return `${name} ${version} (${license ?? 'see below'})\n${text}`;
};
