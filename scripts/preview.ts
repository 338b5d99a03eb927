import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPort } from '../src/command-line/port.ts';
import { untilStopped } from '../src/command-line/until-stopped.ts';
import { UsageError } from '../src/core/usage-error.ts';
import { outputFolder } from '../src/io/output-folder.ts';
import { answerWith } from '../src/serve/answer.ts';
import { builtSite } from '../src/serve/folder-site.ts';
import { listen } from '../src/serve/listen.ts';
import { sayWhere } from '../src/serve/say-where.ts';

export const help = `Serves a build as readers will see it.

recapsule preview [--outDir <folder>] [--port <number>] [--host]

  --outDir <folder>   serves that build instead of dist/
  --port <number>     listens there instead of on 4321; where the port is in use, on the next one that is free
  --host              listens for other machines, too`;

/** Serves a build until it is stopped. */
export const run = async (args: readonly string[]): Promise<number> => {
  const options = {
    outDir: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { folder: outDir, shown } = outputFolder(values.outDir);
  await access(join(outDir, 'index.html')).catch(() => {
    throw new UsageError(`There is no build in ${outDir}: run "npx recapsule build" first.`);
  });
  const [port, site] = [readPort(values.port), await builtSite(outDir)];
  const listening = await listen(answerWith(site), { port, isOpen: values.host });
  console.log(sayWhere(`Serving ${shown}`, listening, { port, base: site.base() }));
  await untilStopped();
  await listening.stop();
  return 0;
};
