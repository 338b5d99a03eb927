import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../src/io/settings.ts';
import { compiledTemplates, programKeys } from '../../../src/templates/program.ts';
import { about, entryBodyOf, type SyntheticArchive, type SyntheticEntry, type SyntheticEvent } from './content.ts';
import { documentOf, type Generator, writeTexts } from './generator.ts';
import type { MeasuredCommand } from './measure.ts';

/** This project, called as a person would call it. */
export const recapsule: Generator = {
  name: 'Recapsule',
  prepare: async (archive, source) => {
    // Who installs the program has compiled templates.
    await compiledTemplates(programKeys().templates);
    await writeTexts(source, recapsuleTexts(archive));
  },
  build: (source, output) => ({
    ...call(['build', '--outDir', output]),
    folder: root,
    environment: { ...plain, CONTENT_DIR: source, SITE_URL: about.url, CACHE_DIR: cacheOf(output) },
  }),
  forget: (output) => rm(cacheOf(output), { recursive: true, force: true }),
};

/** The command line, as a process of its own. */
export const call = (args: readonly string[]): Pick<MeasuredCommand, 'file' | 'args'> => ({
  file: process.execPath,
  args: [join(root, 'scripts', 'recapsule.mjs'), ...args],
});

/** The environment of a call to which nothing is said from outside. */
export const plain = { CONTENT_DIR: undefined, SITE_URL: undefined, SITE_DIR: undefined, DRAFTS: undefined } as const;

const cacheOf = (output: string): string => `${output}-cache`;

/** The content folder of a synthetic archive: path and text of every file. */
export const recapsuleTexts = (archive: SyntheticArchive): (readonly [string, string])[] => [
  ['site.yml', `title: Benchmark\ndescription: ${about.description}\nurl: ${about.url}\nlanguage: en\n`],
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
