import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { checkTarget, countPages, replaceFolder } from './output.ts';
import { contentFolder, root } from './settings.ts';

export const help = `Builds the archive from content/ into dist/.

recapsule build [--outDir <folder>]

  --outDir <folder>   where to put it instead of dist/

  CONTENT_DIR=<folder>   reads another content folder
  SITE_URL=<address>     is the archive's address instead of that in site.yml
  DRAFTS=1               makes drafts part of the archive

If the content has errors, they are printed, nothing is written, and the exit code is 1.`;

/** Builds beside the target and puts the result in its place only when all of it is there. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...args], options: { outDir: { type: 'string', default: 'dist' } } });
  const target = await checkTarget(resolve(values.outDir), await contentFolder());
  const started = performance.now();
  // Inside the project, because the compiled templates find their packages from there.
  await mkdir(join(root, '.astro'), { recursive: true });
  const aside = await mkdtemp(join(root, '.astro', 'building-'));
  const staging = join(aside, 'site');
  const stop = (_signal: string, number: number) => {
    rmSync(aside, { recursive: true, force: true });
    process.exit(128 + number);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await build({ root, outDir: staging, logLevel: 'silent' });
    // From here on it is a matter of milliseconds, and of not leaving it half done.
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await withoutSignals(() => replaceFolder(staging, target));
  } catch (fault) {
    if (!isRefusal(fault)) throw fault;
    console.error(fault.message);
    return 1;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`Built ${await countPages(target)} pages into ${values.outDir} in ${seconds} s.`);
  return 0;
};

/** Signals that arrive during a work wait until it is done. */
const withoutSignals = async (work: () => Promise<void>): Promise<void> => {
  let late: number | undefined;
  const wait = (_signal: string, number: number) => {
    late = number;
  };
  process.on('SIGINT', wait).on('SIGTERM', wait);
  await work().finally(() => process.off('SIGINT', wait).off('SIGTERM', wait));
  if (late !== undefined) process.exitCode = 128 + late;
};

/** The pages' door refuses content with errors; the compiled door is another copy of its class, so its name decides. */
const isRefusal = (fault: unknown): fault is Error => fault instanceof Error && fault.name === 'ContentRefused';
