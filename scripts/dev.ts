import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { readPort } from '../src/command-line/port.ts';
import { contentFolder, root } from '../src/io/settings.ts';

export const help = `Serves the archive while you write: drafts are shown, and a saved entry appears at once.

recapsule dev [--port <number>] [--host]

  --port <number>   listens there instead of on 4321
  --host            listens for other machines, too

Errors in the content are shown in the browser and in the terminal, with file and line.`;

/** Starts Astro's development server; it runs until it is stopped. */
export const run = async (args: readonly string[]): Promise<number> => {
  const options = { port: { type: 'string' }, host: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args: [...args], options });
  await contentFolder();
  await dev({ root, server: { port: readPort(values.port), host: values.host } });
  return new Promise(() => {});
};
