import { cp, link, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../../src/io/settings.ts';
import { documentOf, writeTexts } from './generator.ts';
import { takePhotographs } from './images/photographs.ts';
import { type Command, type Measurement, measure, outputOf } from './measure.ts';
import { median } from './table.ts';

/** How many photographs, how often each way is taken, the folder for what comes and goes meanwhile, and what stops it early. */
export type ImagesBench = {
  readonly photos: number;
  readonly rounds: number;
  readonly folder: string;
  readonly signal: AbortSignal;
};

/**
 * Compares the encoding of photographs with a bare loop around sharp, and with Hugo where it is installed; and a first build
 * with a second, which encodes nothing. Gives a Markdown table and what it says of the aims. Rejects where one of them fails.
 */
export const measureImages = async ({ photos, rounds, folder, signal }: ImagesBench): Promise<string> => {
  const source = join(folder, 'photographs');
  console.error(`Making ${photos} photographs of 12 megapixels …`);
  const names = await takePhotographs(source, photos);
  const content = await writeContent(join(folder, 'content'), source, names);
  const hugo = (await outputOf({ file: 'hugo', args: ['version'] }, signal))
    ? await writeHugo(join(folder, 'hugo'), source, names)
    : undefined;
  const measured = new Map<string, Measurement[]>();
  const steps = ways(source, content, hugo, folder);
  // The first build of all compiles the templates.
  for (const [name, command] of steps)
    if (name === labels.empty) await measure(command, join(folder, 'memory'), signal);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, command, before] of steps) {
      await before?.();
      const measurement = await measure(command, join(folder, 'memory'), signal);
      measured.set(name, [...(measured.get(name) ?? []), measurement]);
      console.error(`Round ${round}: ${name} ${measurement.seconds.toFixed(2)} s`);
    }
  }
  return [tableOf(measured), ...verdictsOn(measured)].join('\n\n');
};

const labels = {
  ours: 'Recapsule, all formats',
  each: 'sharp in a bare loop, all formats',
  once: 'the same, each picture decoded once',
  webp: 'Recapsule, WebP alone',
  hugo: 'Hugo, WebP alone',
  empty: 'a build without pictures',
  first: 'a first build',
  second: 'a second build',
} as const;

type Step = readonly [name: string, command: Command, before?: () => Promise<void>];

const ways = (source: string, content: string, hugo: string | undefined, folder: string): readonly Step[] => {
  const output = join(folder, 'encoded');
  const fresh = () => rm(output, { recursive: true, force: true });
  const encode = (way: string, formats: string): Command => ({
    file: process.execPath,
    args: [fileURLToPath(new URL('images/encode-folder.ts', import.meta.url)), way, formats, source, output],
  });
  const cache = join(folder, 'cache');
  const build = (from: string, to: string, kept: string): Command => ({
    file: process.execPath,
    args: [join(root, 'scripts', 'recapsule.mjs'), 'build', '--outDir', join(folder, to)],
    folder: root,
    environment: { CONTENT_DIR: from, CACHE_DIR: kept, SITE_URL: undefined, DRAFTS: undefined },
  });
  return [
    [labels.ours, encode('recapsule', 'all'), fresh],
    [labels.each, encode('each', 'all'), fresh],
    [labels.once, encode('once', 'all'), fresh],
    [labels.webp, encode('recapsule', 'webp'), fresh],
    ...(hugo
      ? [[labels.hugo, { file: 'hugo', args: ['--quiet', '--source', hugo] }, () => cleanHugo(hugo)] as const]
      : []),
    [labels.first, build(content, 'site', cache), () => rm(cache, { recursive: true, force: true })],
    // What takes less than a second is measured more often.
    ...Array.from({ length: 5 }).flatMap((): Step[] => [
      [labels.second, build(content, 'site', cache)],
      [labels.empty, build(`${content}-empty`, 'empty', `${cache}-empty`)],
    ]),
  ];
};

const settings = {
  title: 'Pictures',
  description: 'Photographs of nothing.',
  timezone: 'Europe/Berlin',
  starts: '2024-06-01',
  ends: '2024-06-01',
  order: 'oldest-first',
};

/** An event with an entry for each photograph, and beside it the same without any. */
const writeContent = async (target: string, source: string, names: readonly string[]): Promise<string> => {
  const site = 'title: Benchmark\ndescription: Pictures.\nurl: https://bench.example.org\nlanguage: en\n';
  for (const withPictures of [true, false]) {
    const folder = withPictures ? target : `${target}-empty`;
    const entries = names.map((name, index) => {
      const time = `2024-06-01T10:${String(index % 60).padStart(2, '0')}`;
      const body = withPictures ? `![Clouds and grain](${name} "Number ${index + 1} | Photo: nobody")` : 'None.';
      return [`pictures/entry-${index + 1}.md`, documentOf({ title: `Photograph ${index + 1}`, time }, body)] as const;
    });
    await writeTexts(folder, [['site.yml', site], ['pictures/event.md', documentOf(settings, 'None.')], ...entries]);
    if (withPictures) for (const name of names) await link(join(source, name), join(folder, 'pictures', name));
  }
  return target;
};

const writeHugo = async (target: string, source: string, names: readonly string[]): Promise<string> => {
  await cp(fileURLToPath(new URL('images/hugo', import.meta.url)), target, { recursive: true });
  await mkdir(join(target, 'content'));
  await writeTexts(join(target, 'content'), [['_index.md', documentOf({ title: 'Pictures' }, '')]]);
  for (const name of names) await link(join(source, name), join(target, 'content', name));
  return target;
};

const cleanHugo = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    if (name === 'public' || name === 'resources') await rm(join(folder, name), { recursive: true });
  }
};

const secondsOf = (measured: ReadonlyMap<string, readonly Measurement[]>, name: string): number | undefined => {
  const found = measured.get(name)?.map(({ seconds }) => seconds);
  return found && median(found);
};

const tableOf = (measured: ReadonlyMap<string, readonly Measurement[]>): string => {
  const rows = [...measured].map(([name, measurements]) => {
    const peaks = measurements.flatMap(({ peak }) => peak ?? []);
    const memory = peaks.length === 0 ? '–' : `${Math.round(median(peaks) / 2 ** 20)} MB`;
    return [name, `${median(measurements.map(({ seconds }) => seconds)).toFixed(2)} s`, memory];
  });
  return [['What', 'Time', 'Peak memory'], [':--', '--:', '--:'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
};

const verdictsOn = (measured: ReadonlyMap<string, readonly Measurement[]>): string[] => {
  const at = (name: string): number => secondsOf(measured, name) ?? Number.NaN;
  const over = (100 * (at(labels.ours) - at(labels.each))) / at(labels.each);
  const verdict = (isMet: boolean): string => (isMet ? 'met' : 'missed');
  const added = at(labels.second) - at(labels.empty);
  return [
    `At most 15% more than a bare loop: ${verdict(over <= 15)}, ${over.toFixed(0)}%.`,
    ...(measured.has(labels.hugo)
      ? [
          `Faster than Hugo with the same WebP: ${verdict(at(labels.webp) < at(labels.hugo))}, ${(at(labels.hugo) / at(labels.webp)).toFixed(1)} ×.`,
        ]
      : []),
    `A second build adds less than 0.3 s to one without pictures: ${verdict(added < 0.3)}, ${added.toFixed(2)} s.`,
  ];
};
