import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasErrors } from '../src/core/diagnostics.ts';
import { formatDiagnostics } from '../src/core/format-diagnostic.ts';
import { cacheFolder } from '../src/io/cache-folder.ts';
import { diskSource } from '../src/io/content-source.ts';
import { checkTarget, countPages, outputFolder, replaceFolder } from '../src/io/output-folder.ts';
import { noteBuild, pruneDaily } from '../src/io/prune-cache.ts';
import { contentFolder } from '../src/io/settings.ts';
import { withoutSignals } from '../src/io/without-signals.ts';
import { beginRendering } from '../src/templates/begin-rendering.ts';
import { renderSite } from '../src/templates/render-site.ts';

export const help = `Builds the archive from content/ into dist/.

recapsule build [--outDir <folder>]

  --outDir <folder>   where to put it instead of dist/ in the folder of the archive

  CONTENT_DIR=<folder>   reads another content folder
  SITE_URL=<address>     is the archive's address instead of that in site.yml
  DRAFTS=1               makes drafts part of the archive

If the content has errors, they are printed, nothing is written, and the exit code is 1.`;

/** Builds beside the target and puts the result in its place only when all of it is there. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...args], options: { outDir: { type: 'string' } } });
  const content = await contentFolder();
  const output = outputFolder(values.outDir);
  const target = await checkTarget(output.folder, content);
  const started = performance.now();
  noteBuild(cacheFolder());
  await mkdir(cacheFolder(), { recursive: true });
  const aside = await mkdtemp(join(cacheFolder(), 'building-'));
  const staging = join(aside, 'site');
  const stop = (_signal: string, number: number) => {
    rmSync(aside, { recursive: true, force: true });
    process.exit(128 + number);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const rendering = await beginRendering(await diskSource(content));
    const diagnostics = await renderSite(rendering, { folder: staging, earlier: target });
    const report = formatDiagnostics(diagnostics);
    if (hasErrors(diagnostics)) {
      console.error(`The content in ${content} has errors:\n${report}`);
      return 1;
    }
    if (diagnostics.length > 0) console.warn(report);
    await cp(rendering.templates.files, staging, { recursive: true });
    // From here on it is a matter of milliseconds, and of not leaving it half done.
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await withoutSignals(() => replaceFolder(staging, target));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`Built ${await countPages(target)} pages into ${output.shown} in ${seconds} s.`);
  pruneDaily(cacheFolder());
  return 0;
};
