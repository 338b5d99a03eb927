import { join } from 'node:path';
import { about, type SyntheticEvent } from './content.ts';
import { documentOf, type Generator, writeTexts } from './generator.ts';
import { outputOf } from './measure.ts';
import { copyTemplates, templatedEntry } from './templated.ts';

/** Hugo as it is found on the PATH; `undefined` where it is not. */
export const findHugo = async (signal: AbortSignal): Promise<Generator | undefined> => {
  const answer = await outputOf({ file: 'hugo', args: ['version'] }, signal);
  if (answer === undefined) return undefined;
  return {
    name: 'Hugo',
    version: /v(\d+\.\d+\.\d+)/.exec(answer)?.[1] ?? answer.trim(),
    prepare: async (event, source) => {
      await copyTemplates('hugo', source);
      await writeTexts(join(source, 'content'), textsOf(event));
    },
    build: (source, output) => ({
      file: 'hugo',
      args: ['--quiet', '--source', source, '--destination', output],
      folder: source,
    }),
  };
};

const textsOf = ({ days, entries }: SyntheticEvent): (readonly [string, string])[] => [
  ...days.map(
    (day) => [`${about.slug}/${day}/_index.md`, documentOf({ title: `"${day}"`, layout: 'day' }, '')] as const,
  ),
  ...entries.map(templatedEntry),
];
