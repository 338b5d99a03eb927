import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { root } from '../../../src/io/settings.ts';
import { about, entryBodyOf, type SyntheticArchive, type SyntheticEntry, type SyntheticEvent } from './content.ts';
import { documentOf } from './generator.ts';
import { type MeasuredCommand, runToEnd } from './measure.ts';

/** A call of the command line by its file, as a process of its own, to which nothing is said from outside but `environment`. */
export type Recapsule = (args: readonly string[], environment?: MeasuredCommand['environment']) => MeasuredCommand;

/** The program that `RECAPSULE` names, or a package of this one, which is packed into a folder. */
export const findRecapsule = async (folder: string, signal: AbortSignal): Promise<Recapsule> => {
  const named = process.env['RECAPSULE'];
  const program = named ? resolve(named) : await pack(folder, signal);
  return (args, environment) => ({
    file: process.execPath,
    args: [program, ...args],
    environment: { ...plain, ...environment },
  });
};

/** What is installed has compiled templates: a build of it is cold without compiling any. */
const pack = async (folder: string, signal: AbortSignal): Promise<string> => {
  await runToEnd({ file: 'npm', args: ['pack', '--silent', '--pack-destination', folder], folder: root }, signal);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  await runToEnd({ file: 'tar', args: ['-xzf', tarball], folder }, signal);
  return join(folder, 'package', 'scripts', 'recapsule.mjs');
};

const plain = { CONTENT_DIR: undefined, SITE_URL: undefined, SITE_DIR: undefined, DRAFTS: undefined } as const;

/** The settings of a synthetic archive, which has an accent of its own or not. */
export const siteSettings = (accent?: string): string =>
  [
    'title: Benchmark',
    `description: ${about.description}`,
    `url: ${about.url}`,
    'language: en',
    ...(accent === undefined ? [] : [`theme: {accent: "${accent}"}`]),
    '',
  ].join('\n');

/** The content folder of a synthetic archive: path and text of every file. */
export const recapsuleTexts = (archive: SyntheticArchive): (readonly [string, string])[] => [
  ['site.yml', siteSettings()],
  ...archive.flatMap((event) => [
    [`${event.slug}/event.md`, settingsOf(event)] as const,
    ...event.entries.map((entry) => recapsuleEntry(event.slug, entry)),
  ]),
];

/** The document of an entry of an event: its path and its text. */
export const recapsuleEntry = (event: string, entry: SyntheticEntry): readonly [string, string] => [
  `${event}/${entry.day}/${entry.slug}.md`,
  documentOf(fieldsOf(entry), body(entry)),
];

const settingsOf = ({ title, days }: SyntheticEvent): string =>
  documentOf(
    {
      title,
      description: about.description,
      timezone: about.zone,
      starts: `${days.at(0)}T08:00`,
      ends: `${days.at(-1)}T24:00`,
      order: 'oldest-first',
      metrics: '{visitors: {title: Visitors, unit: visitors, cumulative: true}}',
    },
    about.description,
  );

const fieldsOf = ({ title, day, clock, visitors }: SyntheticEntry) => ({
  title,
  time: `${day}T${clock}`,
  milestone: visitors === undefined ? undefined : `{metric: visitors, value: ${visitors}}`,
});

const body = (entry: SyntheticEntry): string => entryBodyOf(entry, ({ day, slug }) => `../${day}/${slug}.md`);
