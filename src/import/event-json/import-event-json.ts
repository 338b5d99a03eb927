import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { hasErrors } from '../../core/diagnostics.ts';
import { writeDocument } from '../../core/write-document.ts';
import { checkContent } from '../../inspect/check-content.ts';
import { linesOf } from '../../inspect/report/check-report.ts';
import { pretty } from '../../inspect/report/pretty.ts';
import { pathFromHere } from '../../io/path-from-here.ts';
import { publicNames } from '../../io/public-names.ts';
import { readContent } from '../../io/read-content.ts';
import { root } from '../../io/settings.ts';
import type { Imported } from '../import-live-blog.ts';
import { ImportRefused } from '../live-blog.ts';
import { refuseObstacles } from '../obstacles.ts';
import { writeNewFiles } from '../write-files.ts';
import { type ReadEventJson, readEventJson } from './read-event-json.ts';

/** What is imported, and where to. */
type EventJsonOptions = {
  /** The file. */
  readonly name: string;
  /** The content folder. */
  readonly folder: string;
  /** The slug, where it is not that of the event. */
  readonly slug?: string;
  /** The folder with its pictures; otherwise that of the file. */
  readonly media?: string;
  /** Whether nothing is to be written. */
  readonly isTrial: boolean;
};

/**
 * Makes the folder of an event again from its `event.json` and its pictures, which lie by the paths that they had below the
 * event's folder, or by their names alone. Throws `ImportRefused`, with nothing written, where something is in the way.
 */
export const importEventJson = async ({
  name,
  folder,
  slug: wanted,
  media,
  isTrial,
}: EventJsonOptions): Promise<Imported> => {
  const event = await readEventJson(name);
  const slug = wanted ?? event.slug;
  if (!/^[^/\\.][^/\\]*$/.test(slug))
    throw new ImportRefused(`Unexpected slug "${slug}", expected the name of a folder.`);
  const pictures = await readMedia(event, resolve(media ?? dirname(name)));
  const files = new Map<string, string | Uint8Array>([...documentsOf(event), ...pictures.found]);
  await refuseObstacles(folder, slug, files.keys());
  const { files: before, readBytes } = await readContent(folder);
  const after = new Map(before);
  for (const [path, content] of files)
    after.set(`${slug}/${path}`, typeof content === 'string' ? new TextEncoder().encode(content) : 'file');
  const bytesOf = async (path: string): Promise<Uint8Array> =>
    pictures.found.get(path.slice(slug.length + 1)) ?? readBytes(path);
  const checked = await checkContent(
    { files: after, readBytes: bytesOf },
    { concerns: (file) => file.startsWith(`${slug}/`), publicNames: await publicNames(root) },
  );
  if (!isTrial) await writeNewFiles(folder, slug, files);
  const pathOf = pathFromHere(folder);
  const { entries } = event;
  const report = [
    `${isTrial ? 'Would import' : 'Imported'} ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} and ${pictures.found.size} of ${event.media.length} pictures from ${name} (event of Recapsule) into ${pathOf(slug)}, a new event.`,
    ...(pictures.missing.length === 0
      ? []
      : [`Not found below --media:\n${pictures.missing.map((path) => `  - ${path}`).join('\n')}`]),
    ...(checked.diagnostics.length === 0
      ? []
      : [`To decide, in the words of "recapsule check":\n\n${pretty({ ...checked, pathOf, lineOf: linesOf(after) })}`]),
  ].join('\n\n');
  return { report, needsDecision: hasErrors(checked.diagnostics) };
};

const documentsOf = ({ fields, markdown, entries }: ReadEventJson): readonly (readonly [string, string])[] => {
  const documents = [
    ['event.md', writeDocument(fields, markdown)] as const,
    ...entries.map((entry) => [entry.file, writeDocument(entry.fields, entry.markdown)] as const),
  ];
  const seen = new Set<string>();
  for (const [file] of documents) {
    if (seen.has(file)) throw new ImportRefused(`Unexpected second "${file}", expected each file once.`);
    seen.add(file);
  }
  return documents;
};

const readMedia = async ({ media }: ReadEventJson, folder: string) => {
  const found = new Map<string, Uint8Array>();
  const missing: string[] = [];
  for (const path of media) {
    const bytes = (await readIfThere(join(folder, path))) ?? (await readIfThere(join(folder, basename(path))));
    if (bytes) found.set(path, bytes);
    else missing.push(path);
  }
  return { found, missing };
};

const readIfThere = (path: string): Promise<Uint8Array | undefined> =>
  readFile(path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR' || fault.code === 'EISDIR') return undefined;
    throw fault;
  });
