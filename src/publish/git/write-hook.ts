import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../../core/usage-error.ts';
import { isOurs } from './shell.ts';

/** A hook of git: the file it belongs into, and its text. */
export type Hook = { readonly file: string; readonly text: string };

/**
 * Writes hooks: all of them, or none. Throws `UsageError` where somebody else's is in the place of one, which is left
 * alone, with the lines that would have to be added to it.
 */
export const writeHooks = async (hooks: readonly Hook[]): Promise<void> => {
  for (const { file, text } of hooks) {
    const found = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return undefined;
      throw fault;
    });
    if (found !== undefined && !isOurs(found)) throw new UsageError(inTheWay(file, text));
  }
  for (const { file, text } of hooks) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    await chmod(file, 0o755);
  }
};

const inTheWay = (file: string, text: string): string => {
  const commands = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const name = file.slice(file.lastIndexOf('/') + 1);
  return [
    `There is a ${name} hook already, and it is left alone: ${file}`,
    `To ${name.startsWith('pre-') ? 'check content' : 'publish'} with it, add these lines at its end:`,
    ...commands.map((line) => `  ${line}`),
    ...(name.endsWith('-receive')
      ? ['They read what is pushed from standard input: it must still be there for them.']
      : []),
  ].join('\n');
};
