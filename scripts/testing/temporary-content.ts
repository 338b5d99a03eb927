import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { filesOf } from './built-site.ts';
import { type Run, runRecapsule } from './run-recapsule.ts';

/** A temporary folder that is gone when the tests of the file are over. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'recapsule-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Writes files, by path below a folder, and gives the folder. */
export const writeFiles = async (
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> => {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
};

/** The settings of an archive and of an event in it, for content made in tests. */
export const settings = {
  site: 'title: Test archive\ndescription: What tests keep\nurl: https://recaps.test\nlanguage: en\npublisher: {name: Test press}\n',
  event: (more = ''): string =>
    `---\ntitle: The test event\ndescription: An event made for tests\ntimezone: Europe/Berlin\nstarts: 2020-03-01\nends: 2020-03-31\norder: newest-first\n${more}---\nA short standfirst.\n`,
} as const;

/** An entry's file. `more` is further front matter, with a line break at its end. */
export const entryFile = (title: string, time: string, body = 'Something happened.', more = ''): string =>
  `---\ntitle: ${JSON.stringify(title)}\ntime: ${time}\n${more}---\n${body}\n`;

/** A build of content given as files: the run, the content folder, the output folder, and the files in it. */
export type Built = Run & {
  readonly source: string;
  readonly target: string;
  readonly files: ReadonlyMap<string, Buffer>;
};

/** Writes content, with a `site.yml`, into `folder`, builds it beside it, and gives what was built. */
export const buildContent = async (
  folder: string,
  content: Readonly<Record<string, string | Uint8Array>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Built> => {
  const source = await writeFiles(join(folder, 'content'), { 'site.yml': settings.site, ...content });
  const target = join(folder, 'dist');
  const run = await runRecapsule(['build', '--outDir', target], { env: { CONTENT_DIR: source, ...env } });
  return { ...run, source, target, files: run.code === 0 ? filesOf(target) : new Map() };
};
