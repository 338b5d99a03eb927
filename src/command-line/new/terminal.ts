import { createInterface, type Interface } from 'node:readline';
import { UsageError } from '../../core/usage-error.ts';

/** Somebody who can be asked. */
export type Terminal = {
  /** The answer to a question, or `suggestion` where it is empty. Asks again until there is one. */
  readonly ask: (question: string, suggestion?: string) => Promise<string>;
  /** The index of the option that is chosen, from 0. */
  readonly choose: (question: string, options: readonly string[]) => Promise<number>;
  /** Lets go of the streams. */
  readonly close: () => void;
};

/**
 * A terminal of these streams, which it takes hold of with its first question. Questions throw `UsageError` where the
 * input ends.
 */
export const openTerminal = (input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Terminal => {
  let held: Held | undefined;
  const hold = (): Held => {
    const lines = createInterface({ input, output });
    // Lines that come before they are asked for are not lost.
    const all: Held = { lines, answers: lines[Symbol.asyncIterator](), ended: false };
    lines.on('close', () => {
      all.ended = true;
    });
    return all;
  };
  const read = async (prompt: string): Promise<string> => {
    held ??= hold();
    const { lines, answers } = held;
    lines.setPrompt(prompt);
    if (!held.ended) lines.prompt();
    const { value, done } = await answers.next();
    if (done) throw new UsageError('There was no answer, so nothing is written.');
    return value.trim();
  };
  const ask = async (question: string, suggestion = ''): Promise<string> => {
    const prompt = suggestion === '' ? `${question}: ` : `${question} [${suggestion}]: `;
    for (;;) {
      const answer = (await read(prompt)) || suggestion;
      if (answer !== '') return answer;
    }
  };
  const choose = async (question: string, options: readonly string[]): Promise<number> => {
    const list = options.map((option, index) => `  ${index + 1}  ${option}\n`).join('');
    output.write(`${question}\n${list}`);
    for (;;) {
      const number = Number(await read(`1 to ${options.length}: `));
      if (Number.isInteger(number) && number >= 1 && number <= options.length) return number - 1;
    }
  };
  return { ask, choose, close: () => held?.lines.close() };
};

type Held = { readonly lines: Interface; readonly answers: AsyncIterator<string>; ended: boolean };
