import { join } from 'node:path';
import { root } from '../settings.ts';
import { about, bodyOf, type SyntheticEntry, type SyntheticEvent } from './content.ts';
import { documentOf, type Generator, writeTexts } from './generator.ts';

/** This project, called as a person would call it. */
export const recapsule: Generator = {
  name: 'Recapsule',
  prepare: (event, source) => writeTexts(source, recapsuleTexts(event)),
  build: (source, output) => ({
    file: process.execPath,
    args: [join(root, 'scripts', 'recapsule.mjs'), 'build', '--outDir', output],
    folder: root,
    environment: { CONTENT_DIR: source, SITE_URL: undefined, DRAFTS: undefined },
  }),
};

/** The content folder of a synthetic event: path and text of every file. */
export const recapsuleTexts = (event: SyntheticEvent): (readonly [string, string])[] => [
  ['site.yml', `title: Benchmark\ndescription: ${about.description}\nurl: ${about.url}\nlanguage: en\n`],
  [`${about.slug}/event.md`, settingsOf(event)],
  ...event.entries.map(
    (entry) => [`${about.slug}/${entry.day}/${entry.slug}.md`, documentOf(fieldsOf(entry), body(entry))] as const,
  ),
];

const settingsOf = ({ days }: SyntheticEvent): string =>
  documentOf(
    {
      title: about.title,
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

const body = (entry: SyntheticEntry): string => bodyOf(entry, ({ day, slug }) => `../${day}/${slug}.md`);
