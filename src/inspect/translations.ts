import type { Archive, Event } from '../core/archive.ts';
import type { ContentFiles } from '../core/content-files.ts';
import { collectDiagnostics, type Report } from '../core/diagnostics.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import { type Counterpart, counterpartsOf, isNamed } from '../core/translations.ts';
import type { Frame } from './inspect-event.ts';

/** The events that are inspected in their other languages. What is wrong with their translations is reported. */
export const inspectTranslations = async (
  { events }: Archive,
  frame: Pick<Frame, 'content' | 'options' | 'around'>,
  report: Report,
): Promise<ReadonlyMap<Event, readonly Counterpart[]>> => {
  const { around } = frame;
  const own = around ? events.filter(({ folder }) => around.own.has(folder)) : events;
  const named = new Set(own.flatMap(({ fields }) => Object.values(fields.translations ?? {})));
  const near = await eventsAround(events, named, frame);
  return new Map(own.map((event) => [event, counterpartsOf(event, near, report)]));
};

/** The events, with those around that some name; where one is not there, all, because they say what was meant. */
const eventsAround = async (
  events: readonly Event[],
  named: ReadonlySet<string>,
  { content, options, around }: Pick<Frame, 'content' | 'options' | 'around'>,
): Promise<Parameters<typeof counterpartsOf>[1]> => {
  const inside = { events, files: content.files };
  if (!around || named.size === 0) return inside;
  const tops = await around.tops(named);
  const folders = [...named].flatMap((slug) => tops.get(slug) ?? []).filter((folder) => !around.own.has(folder));
  const files = new Map([...content.files, ...(await around.read([...new Set(folders)]))]);
  const near = folders.length === 0 ? inside : { events: readArchive(files, options).archive.events, files };
  const areThere = [...named].every((slug) => near.events.some((event) => isNamed(event, slug)));
  if (areThere) return near;
  const whole = await around.whole();
  return { events: whole.archive.events, files: whole.content.files };
};

/**
 * What the pages of the event in a folder show of it in other languages now; `undefined` where that has errors. `files` holds
 * `site.yml` and the folders of all of these events.
 */
export const counterpartsIn = (
  folder: string,
  files: ContentFiles,
  options: ReadOptions,
): readonly Counterpart[] | undefined => {
  const { events } = readArchive(files, options).archive;
  const event = events.find((one) => one.folder === folder);
  const { report, diagnostics } = collectDiagnostics();
  const counterparts = event && counterpartsOf(event, { events, files }, report);
  return diagnostics().length === 0 ? counterparts : undefined;
};
