import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../src/io/settings.ts';

/** Which package a bundler's mark in a bundle, or the path of a module, is of. */
const inPackages = /node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//g;

/** The licences of all packages whose code is in the compiled files of a folder, as one text. Throws where one has none. */
export const licencesOf = (folder: string): string => {
  const names = new Set(['temporal-polyfill', 'vite']);
  for (const file of globSync('**/*.mjs', { cwd: folder }))
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n'))
      if (line.includes('//#region ')) for (const [, name = ''] of line.matchAll(inPackages)) names.add(name);
  return [...names]
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`);
};

const licenceOf = (name: string): string => {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.|$)/i.test(one));
  if (license === undefined && file === undefined) throw new Error(`${name} has no licence.`);
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  return `${name} ${version} (${license ?? 'see below'})\n${text}`;
};
