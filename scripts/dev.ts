import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPort } from '../src/command-line/port.ts';
import { watchFolders } from '../src/command-line/watch.ts';
import { pathFromHere } from '../src/io/path-from-here.ts';
import { contentFolder, root } from '../src/io/settings.ts';
import { answerWith } from '../src/serve/answer.ts';
import { developmentOf } from '../src/serve/development.ts';
import { listen } from '../src/serve/listen.ts';
import { sayWhere } from '../src/serve/say-where.ts';

export const help = `Serves the archive while you write: drafts are shown, and a saved entry appears at once.

recapsule dev [--port <number>] [--host]

  --port <number>   listens there instead of on 4321; where the port is in use, on the next one that is free
  --host            listens for other machines, too

Errors in the content are shown in the browser and in the terminal, with file and line.`;

/** Serves the content, and shows what changes in it, until it is stopped. */
export const run = async (args: readonly string[]): Promise<number> => {
  const options = { port: { type: 'string' }, host: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const port = readPort(values.port);
  const folder = await contentFolder();
  const development = developmentOf(folder, (text) => console.error(text));
  // In the repository of the program, templates are compiled again where they have changed; a package has none to compile.
  const templates = existsSync(join(root, 'src/pages')) ? [join(root, 'src'), join(root, 'public')] : [];
  const listening = await listen(answerWith(development.site), { port, isOpen: values.host });
  let isReady = false;
  try {
    await watchFolders([folder, ...templates], async (changed) => {
      await development.refresh(changed);
      if (!isReady)
        console.log(
          sayWhere(`Showing ${pathFromHere(folder)('.')}`, listening, {
            port,
            base: development.site.base(),
          }),
        );
      isReady = true;
    });
  } finally {
    await listening.stop();
    development.stop();
  }
  return 0;
};
