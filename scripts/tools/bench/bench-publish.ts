import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { aimsTable } from './aims.ts';
import { syntheticArchive } from './content.ts';
import { findHugo } from './hugo.ts';
import { machineOf } from './machine.ts';
import { type Bench, buildOnce } from './measure-size.ts';
import { type ArchiveResult, measureArchive } from './publish/measure-archive.ts';
import { type ColdResult, publishAims, publishTable } from './publish/report.ts';
import { recapsule } from './recapsule.ts';

/** An archive by its counts. */
export type ArchiveSize = { readonly events: number; readonly size: number };

/** So often all pages are made anew, at most. */
const rebuilds = 3;

/**
 * Measures how long it takes until a pushed entry is served, in archives of these sizes, beside Hugo, and what a build of
 * the first one takes from nothing, in as many events as each of them has. Gives what was found as Markdown.
 */
export const benchPublish = async (
  sizes: readonly ArchiveSize[],
  rounds: number,
  bench: Omit<Bench, 'generators'>,
): Promise<string> => {
  const hugo = await findHugo(bench.signal);
  if (!hugo) console.error('Hugo is left out: there is no hugo on the PATH.');
  const colds: ColdResult[] = [];
  for (const { events } of sizes) colds.push(await measureCold(events, sizes[0]?.size ?? 0, bench));
  const archives: ArchiveResult[] = [];
  for (const [index, { events, size }] of sizes.entries()) {
    const folder = join(bench.folder, `archive-${index}`);
    await mkdir(folder);
    const plan = { events, size, rounds, rebuilds: Math.min(rebuilds, rounds), anew: index === 0 };
    archives.push(await measureArchive(plan, { folder, hugo, signal: bench.signal }));
    await rm(folder, { recursive: true });
  }
  const served = archives.map(({ web }) => web)[0];
  return [
    publishTable(archives, colds),
    aimsTable(publishAims(archives, colds)),
    `${machineOf(hugo ? [hugo] : [])} Pages were served by ${served}.`,
  ].join('\n\n');
};

const measureCold = async (events: number, size: number, bench: Omit<Bench, 'generators'>): Promise<ColdResult> => {
  const archive = syntheticArchive(events, size);
  const source = join(bench.folder, 'cold');
  await recapsule.prepare(archive, source);
  const cold = await buildOnce(recapsule, source, bench, archive);
  console.error(`${events} events, ${size} entries, from nothing: ${cold.seconds.toFixed(2)} s`);
  await rm(source, { recursive: true });
  return { events, size, cold: [cold] };
};
