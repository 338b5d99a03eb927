import { type ContentFiles, topFolder } from '../core/content-files.ts';
import { collectDiagnostics } from '../core/diagnostics.ts';
import type { ForeignLink } from '../core/event-record.ts';
import { linkTargets } from '../core/link-targets.ts';
import { permalinks } from '../core/permalinks.ts';
import { type ReadOptions, readArchive } from '../core/read-archive.ts';
import { type Counterpart, counterpartsOf } from '../core/translations.ts';
import { hrefOf } from '../markdown/links.ts';
import { pathFrom } from '../markdown/parse-body.ts';

/** Which folder holds the event at the first part of an address: by slugs and aliases. */
export type Tops = ReadonlyMap<string, string>;

/** The folder of the event to which a link in a file of `own` leads, unless that is its own event or none. */
export const foreignFolder = (address: string, file: string, own: string, tops: Tops): string | undefined => {
  const folder = address.startsWith('/') ? tops.get(firstPart(address)) : topFolder(pathFrom({ file }, address));
  return folder === own ? undefined : folder;
};

/**
 * Where links lead now, in their order; `undefined` for one that leads nowhere any more. `files` holds `site.yml` and the
 * folders of all the events they lead to.
 */
export const destinationsOf = (
  links: readonly Pick<ForeignLink, 'address' | 'file'>[],
  files: ContentFiles,
  options: ReadOptions,
): (string | undefined)[] => {
  const { archive } = readArchive(files, options);
  const targets = linkTargets(archive, files, permalinks(archive.site.url));
  return links.map((link) => hrefOf(link.address, link, { targets, mediaAt: () => undefined }));
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

const firstPart = (address: string): string => {
  const part = /^\/([^/?#]*)/.exec(address)?.[1] ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
