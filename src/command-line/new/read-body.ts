import { UsageError } from '../../core/usage-error.ts';
import type { World } from './world.ts';

/** The body that `--body` gives: its text, for `-` what comes on standard input, otherwise nothing. */
export const readBody = async (text: string | undefined, { input }: Pick<World, 'input'>): Promise<string> => {
  if (text !== '-') return text ?? '';
  if (!input) throw new UsageError('--body - takes the text from standard input: send it a file with "<", or a pipe.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await input());
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    throw new UsageError('Unexpected bytes on standard input, expected UTF-8 text.');
  }
};
