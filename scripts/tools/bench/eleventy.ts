import { resolve } from 'node:path';
import { UsageError } from '../../../src/core/usage-error.ts';
import type { Generator } from './generator.ts';
import { writeTexts } from './generator.ts';
import { type MeasuredCommand, outputOf } from './measure.ts';
import { copyTemplates, templatedEntries } from './templated.ts';

/**
 * Eleventy from the environment variable `ELEVENTY` (its binary or its `cmd.cjs`), or from the PATH; `undefined` where
 * there is none. Throws `UsageError` where `ELEVENTY` names something that does not run.
 */
export const findEleventy = async (signal: AbortSignal): Promise<Generator | undefined> => {
  const named = process.env['ELEVENTY'];
  const run = commandOf(named ? resolve(named) : 'eleventy');
  const answer = await outputOf(run(['--version']), signal);
  if (answer === undefined) {
    if (!named) return undefined;
    throw new UsageError(`ELEVENTY names ${named}, which does not run: name Eleventy's binary or its cmd.cjs.`);
  }
  return {
    name: 'Eleventy',
    version: answer.trim(),
    // Its templates here know an archive of one event only.
    prepare: async (archive, source) => {
      await copyTemplates('eleventy', source);
      await writeTexts(source, archive.flatMap(templatedEntries));
    },
    build: (source, output) => ({ ...run(['--quiet', `--output=${output}`]), folder: source }),
  };
};

/** A script is run by the Node that runs this, so that both JavaScript generators have the same engine. */
const commandOf =
  (program: string) =>
  (args: readonly string[]): MeasuredCommand =>
    /\.[cm]?js$/.test(program) ? { file: process.execPath, args: [program, ...args] } : { file: program, args };
