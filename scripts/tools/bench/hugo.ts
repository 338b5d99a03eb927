import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SyntheticArchive, SyntheticEvent } from './content.ts';
import { documentOf, type Generator, writeTexts } from './generator.ts';
import { outputOf } from './measure.ts';
import { copyTemplates, templatedEntries } from './templated.ts';

/** Hugo as it is found on the PATH; `undefined` where it is not. */
export const findHugo = async (signal: AbortSignal): Promise<Generator | undefined> => {
  const answer = await outputOf({ file: 'hugo', args: ['version'] }, signal);
  if (answer === undefined) return undefined;
  return {
    name: 'Hugo',
    version: /v(\d+\.\d+\.\d+)/.exec(answer)?.[1] ?? answer.trim(),
    prepare: async (archive, source) => {
      await copyTemplates('hugo', source);
      await appendFile(join(source, 'hugo.toml'), permalinksOf(archive));
      await writeTexts(hugoContent(source), archive.flatMap(textsOf));
    },
    build: (source, output) => ({
      file: 'hugo',
      args: ['--quiet', '--source', source, '--destination', output],
      folder: source,
    }),
  };
};

/** The folder of `source` that holds its documents. */
export const hugoContent = (source: string): string => join(source, 'content');

/** The folders of days are no part of an address. */
const permalinksOf = (archive: SyntheticArchive): string =>
  ['\n[permalinks]', ...archive.map(({ slug }) => `${slug} = "/${slug}/:filename/"`), ''].join('\n');

const textsOf = (event: SyntheticEvent): (readonly [string, string])[] => [
  [`${event.slug}/_index.md`, documentOf({ title: event.title }, '')],
  ...event.days.map(
    (day) => [`${event.slug}/${day}/_index.md`, documentOf({ title: `"${day}"`, layout: 'day' }, '')] as const,
  ),
  ...templatedEntries(event),
];
