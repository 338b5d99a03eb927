import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secret } from './hostile.ts';

/** What the program has disclosed of private files: in what it printed, and in the files it wrote. */
export const judgeSecrets = async (said: string, folder: string, written: readonly string[]): Promise<string[]> => {
  const files = await Promise.all(
    written.map(async (path) => ({ where: path, bytes: await readFile(join(folder, path)) })),
  );
  return [{ where: 'What it says', bytes: Buffer.from(said) }, ...files]
    .filter(({ bytes }) => bytes.includes(secret) || /^root:[^\n:]*:0:0:/m.test(bytes.toString('latin1')))
    .map(({ where }) => `${where} holds a file of the machine that nobody has named.`);
};
