import type { ContentFiles } from '../core/content-files.ts';
import { readDocument } from '../core/document.ts';
import { eventSchema } from '../core/schema/event.ts';

/** What the archive does not tell of an event: where its days begin, and the topics that have a title. */
export const settingsOf = (
  folder: string,
  files: ContentFiles,
): { readonly dayStartsAt: string; readonly topics: readonly string[] } => {
  const file = `${folder}/event.md`;
  const bytes = files.get(file);
  const document = bytes instanceof Uint8Array ? readDocument(file, bytes, () => {}) : undefined;
  const { data } = eventSchema.safeParse(document?.fields.data);
  return { dayStartsAt: data?.['day-starts-at'] ?? '00:00', topics: Object.keys(data?.topics ?? {}) };
};
