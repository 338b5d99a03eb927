import { join, relative } from 'node:path';
import { checkNew } from '../../compose/check-new.ts';
import { composeEntry } from '../../compose/compose-entry.ts';
import { settingsOf } from '../../compose/event-settings.ts';
import { writeNew } from '../../compose/write-new.ts';
import type { Event } from '../../core/archive.ts';
import type { ContentFiles } from '../../core/content-files.ts';
import { hasErrors } from '../../core/diagnostics.ts';
import { formatDiagnostics } from '../../core/format-diagnostic.ts';
import { nearest } from '../../core/nearest.ts';
import { type ReadArchive, readArchive } from '../../core/read-archive.ts';
import { UsageError } from '../../core/usage-error.ts';
import { readContentPart, readOutline } from '../../inspect/around.ts';
import { archivePlace, folderInside, isFolder } from '../../io/archive-folder.ts';
import { diskSource } from '../../io/content-source.ts';
import { chooseEvent, slugsOf } from './choose-event.ts';
import type { CommandContext } from './command-context.ts';
import { type EntryOptions, readEntryOptions } from './entry-options.ts';
import { openEditor } from './open-editor.ts';

/** Writes a new entry, and gives the exit code: 1 where it would have errors, and then nothing is written. */
export const newEntry = async (args: readonly string[], world: CommandContext): Promise<number> => {
  const options = readEntryOptions(args);
  const { content } = archivePlace(world.cwd, world.variables);
  if (!isFolder(content)) {
    throw new UsageError(`There is no content folder at ${content}: "recapsule new event" creates it.`);
  }
  const inside = folderInside(content, world.cwd);
  const reading = { drafts: true, now: world.now.epochMilliseconds };
  const source = await diskSource(content);
  const outline = await readOutline(source);
  const settings = readArchive(outline, reading);
  const fault = faultOfSettings(settings, outline, options.event ?? inside);
  if (fault !== undefined) return refuse(fault, world);
  const chosen = await eventFor(settings.archive.events, options.event, inside, world);
  const part = await readContentPart(source, new Set([chosen.folder]), reading);
  const { files } = part.content;
  const { archive, diagnostics } = readArchive(files, reading);
  const event = archive.events.find(({ folder }) => folder === chosen.folder) ?? chosen;
  const body = await readBody(options.body, world);
  const title = options.title || (await titleFor(world));
  const { dayStartsAt, topics } = settingsOf(event.folder, files);
  const entry = composeEntry({ options: { ...options, title }, body, event, dayStartsAt, files, now: world.now });
  const found = await checkNew(part, entry, diagnostics, reading);
  if (hasErrors(found)) return refuse(formatDiagnostics(found), world);
  if (found.length > 0) world.tell(formatDiagnostics(found));
  const known = new Set([...topics, ...event.entries.flatMap((one) => one.topics)]);
  for (const note of noteTopics(options.topics, known)) world.tell(note);
  return write(join(content, entry.file), entry.text, options, world);
};

/** The body that `--body` gives: its text, for `-` what comes on standard input, otherwise nothing. */
const readBody = async (text: string | undefined, { input }: Pick<CommandContext, 'input'>): Promise<string> => {
  if (text !== '-') return text ?? '';
  if (!input) throw new UsageError('--body - takes the text from standard input: send it a file with "<", or a pipe.');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await input());
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    throw new UsageError('Unexpected bytes on standard input, expected UTF-8 text.');
  }
};

/** A sentence for each topic that the event does not have yet, where it has one like it. */
const noteTopics = (topics: readonly string[], known: ReadonlySet<string>): readonly string[] =>
  topics.flatMap((topic) => {
    const meant = known.has(topic) ? undefined : nearest(topic, known);
    return meant === undefined ? [] : `The topic "${topic}" is new to the event. Did you mean "${meant}"?`;
  });

const write = async (path: string, text: string, { edit }: EntryOptions, world: CommandContext): Promise<number> => {
  await writeNew(path, text);
  world.print(relative(world.cwd, path));
  world.terminal?.close();
  if (edit) await openEditor(path, world.variables);
  return 0;
};

const refuse = (why: string, { tell }: CommandContext): number => {
  tell(`${why}\nNothing is written.`);
  return 1;
};

/** What is wrong with the settings of the event that is meant, if it cannot be read; that of any, if none can. */
const faultOfSettings = (
  { archive: { events }, diagnostics }: ReadArchive,
  files: ContentFiles,
  folder: string | undefined,
): string | undefined => {
  const isLost =
    folder !== undefined && files.has(`${folder}/event.md`) && !events.some((one) => one.folder === folder);
  if (!isLost && events.length > 0) return undefined;
  const found = diagnostics.filter(({ file }) => (isLost ? file === `${folder}/event.md` : file.endsWith('/event.md')));
  return found.length > 0 ? formatDiagnostics(found) : undefined;
};

const eventFor = async (
  events: readonly Event[],
  asked: string | undefined,
  inside: string | undefined,
  { now, terminal }: CommandContext,
): Promise<Event> => {
  if (events.length === 0) throw new UsageError('There is no event yet: "recapsule new event" creates one.');
  const event = chooseEvent(events, { asked, inside, now });
  if (event) return event;
  if (!terminal) throw new UsageError(`Which event is meant? Say so with --event: ${slugsOf(events)}.`);
  const chosen =
    events[
      await terminal.choose(
        'Which event?',
        events.map(({ slug, title }) => `${slug}: ${title}`),
      )
    ];
  if (!chosen) throw new UsageError(`There is no such event. The events are ${slugsOf(events)}.`);
  return chosen;
};

const titleFor = ({ terminal }: CommandContext): Promise<string> => {
  if (!terminal) throw new UsageError('An entry needs a title: recapsule new "GMV passes 10 billion dollars".');
  return terminal.ask('Title');
};
