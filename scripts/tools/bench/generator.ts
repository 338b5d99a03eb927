import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SyntheticArchive } from './content.ts';
import type { MeasuredCommand } from './measure.ts';

/** A static-site generator that can make the pages of a synthetic archive. */
export type Generator = {
  readonly name: string;
  readonly version: string;
  /** Writes the archive, and the templates if they are not its own, into an empty folder. */
  readonly prepare: (archive: SyntheticArchive, source: string) => Promise<void>;
  /** Builds the site of `source` into `output`, from nothing. */
  readonly build: (source: string, output: string) => MeasuredCommand;
};

/** Writes texts into a folder, by their paths below it. */
export const writeTexts = async (folder: string, texts: Iterable<readonly [string, string]>): Promise<void> => {
  const made = new Set<string>();
  for (const [path, text] of texts) {
    const file = join(folder, path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, text);
  }
};

/** A Markdown document with front matter; every value is YAML as it stands. */
export const documentOf = (fields: Readonly<Record<string, string | undefined>>, body: string): string => {
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\n`]));
  return `---\n${lines.join('')}---\n\n${body}\n`;
};
