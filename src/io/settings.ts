import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../core/usage-error.ts';
import { archivePlace, isFolder } from './archive-folder.ts';

/** The folder of the program: a clone of it, or where npm has installed it. What an archive has lies elsewhere. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The file that Node runs as the command line. */
export const programFile = join(root, 'scripts/recapsule.mjs');

const ownPackage = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The version of the program, as its `package.json` has it. */
export const programVersion = (): string => ownPackage().version;

/** The version of another package that the program has been tested with. */
export const packageVersion = (name: string): string => {
  const { dependencies, devDependencies } = ownPackage();
  return { ...dependencies, ...devDependencies }[name] ?? 'latest';
};

/** The content folder: `CONTENT_DIR`, or that of the archive around. Throws `UsageError` where there is none. */
export const contentFolder = async (): Promise<string> => {
  const { content } = archivePlace();
  if (isFolder(content)) return content;
  throw new UsageError(
    `There is no content folder at ${content}: make an archive with "recapsule init", or name another folder with CONTENT_DIR.`,
  );
};
