import { join, relative } from 'node:path';
import { checkNew } from '../../compose/check-new.ts';
import { composeEvent } from '../../compose/compose-event.ts';
import { writeNew } from '../../compose/write-new.ts';
import { hasErrors } from '../../core/diagnostics.ts';
import { formatDiagnostics } from '../../core/format-diagnostic.ts';
import { slugOf } from '../../core/name-entry.ts';
import { readArchive } from '../../core/read-archive.ts';
import { expectedOfSlug } from '../../core/slug.ts';
import { UsageError } from '../../core/usage-error.ts';
import { type ContentPart, readContentPart } from '../../inspect/around.ts';
import { archivePlace, isFolder } from '../../io/archive-folder.ts';
import { diskSource } from '../../io/content-source.ts';
import { publicNames } from '../../io/public-names.ts';
import { root } from '../../io/settings.ts';
import type { CommandContext } from './command-context.ts';
import { type EventOptions, readEventOptions } from './event-options.ts';

/** Writes the settings of a new event, and gives the exit code: 1 where they would have errors. */
export const newEvent = async (args: readonly string[], world: CommandContext): Promise<number> => {
  const options = await complete(readEventOptions(args), world);
  const slug = slugFor(options);
  const { content } = archivePlace(world.cwd, world.variables);
  const reading = { drafts: true, publicNames: await publicNames(root) };
  const part = isFolder(content) ? await readContentPart(await diskSource(content), new Set([slug]), reading) : nothing;
  const { files } = part.content;
  const file = `${slug}/event.md`;
  const path = join(content, file);
  const shown = relative(world.cwd, path);
  if (files.has(file)) throw new UsageError(`${shown} is there already: choose another --slug.`);
  const text = composeEvent(options, world.now);
  const found = await checkNew(part, { file, text }, readArchive(files, reading).diagnostics, reading);
  if (found.length > 0) world.tell(formatDiagnostics(found));
  if (hasErrors(found)) {
    world.tell('Nothing is written.');
    return 1;
  }
  await writeNew(path, text);
  if (!files.has('site.yml')) world.tell(siteAdvice(relative(world.cwd, join(content, 'site.yml'))));
  world.print(shown);
  return 0;
};

const nothing: ContentPart = {
  content: { files: new Map(), readBytes: (path) => Promise.reject(new Error(`There is no file ${path}`)) },
};

/** The options with what is missing, as somebody answers it. */
const complete = async (options: EventOptions, { terminal, zone }: CommandContext) => {
  const ask = async (given: string | undefined, question: string, missing: string, suggestion?: string) => {
    if (given !== undefined && given.trim() !== '') return given.trim();
    if (!terminal) throw new UsageError(missing);
    return terminal.ask(question, suggestion);
  };
  return {
    ...options,
    title: await ask(options.title, 'Title', 'An event needs a title: recapsule new event "Apollo 11".'),
    description: await ask(
      options.description,
      'Description, in one or two sentences',
      'An event needs a description of one or two sentences: give it with --description.',
    ),
    timezone: await ask(
      options.timezone,
      'Time zone of the event',
      'An event needs its time zone: give it with --timezone, such as Asia/Shanghai.',
      zone,
    ),
  };
};

const slugFor = ({ title, slug }: { title: string; slug?: string | undefined }): string => {
  const wanted = slug?.normalize('NFC') ?? slugOf(title);
  const expected = expectedOfSlug(wanted);
  if (expected === undefined) return wanted;
  const found = slug === undefined ? `title "${title}", which gives no slug` : `slug "${wanted}"`;
  throw new UsageError(`Unexpected ${found}, expected ${expected}: choose one with --slug.`);
};

const siteAdvice = (file: string): string =>
  [
    `The archive has no ${file} yet, and cannot be built without. Write it with your own words:`,
    '',
    '  title: The name of the archive',
    '  description: What is kept here.',
    '  url: https://recaps.example.org',
    '  language: en',
    '',
  ].join('\n');
