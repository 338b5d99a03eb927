import { hash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlain } from '../io/plain-file.ts';
import { programVersion, root } from '../io/settings.ts';

/**
 * What a site was made by, as JSON with its keys in a fixed order: the commit, this program, and what else decides over bytes.
 * It is no part of the sums: another machine makes the same site with other versions. It names no time.
 */
export const buildInfo = (commit: string | undefined): string => {
  const { node = '', icu = '', unicode = '', cldr = '', tz = '' } = process.versions;
  const lock = lockFile(root);
  const info = {
    ...(commit !== undefined && { commit }),
    recapsule: programVersion(),
    ...(lock && { 'package-lock.json': `sha512:${hash('sha512', lock, 'hex')}` }),
    node,
    ...pictureVersions(),
    icu,
    unicode,
    cldr,
    'time-zones': tz,
  };
  return `${JSON.stringify(info, null, 2)}\n`;
};

/** The lock file of the installation, in the nearest folder above that has one. */
const lockFile = (folder: string): Buffer | undefined => {
  const found = readPlain(join(folder, 'package-lock.json'));
  return found ?? (dirname(folder) === folder ? undefined : lockFile(dirname(folder)));
};

/** The versions of what encodes pictures, as its packages say: to load it takes longer than most builds. */
const pictureVersions = (): { readonly sharp: string; readonly libvips?: string } => {
  const sharp = join(dirname(fileURLToPath(import.meta.resolve('sharp'))), '..');
  const { platform, arch } = process;
  const systems = [`libvips-${platform}-${arch}`, `libvips-${platform}musl-${arch}`, `${platform}-${arch}`];
  const places = [join(sharp, 'node_modules'), join(sharp, '..')].flatMap((folder) =>
    systems.map((system) => join(folder, '@img', `sharp-${system}`, 'versions.json')),
  );
  const { version = '' } = readJson(join(sharp, 'package.json'));
  const libvips = places.map((place) => readJson(place)['vips']).find((found) => found !== undefined);
  return { sharp: version, ...(libvips !== undefined && { libvips }) };
};

const readJson = (path: string): Readonly<Record<string, string>> =>
  JSON.parse(readPlain(path)?.toString('utf8') ?? '{}');
