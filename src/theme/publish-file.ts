import { createHash } from 'node:crypto';
import { fileName } from '../core/content-files.ts';
import { stemOf } from '../media/plan.ts';
import type { PublishedMedia } from '../media/publish-media.ts';

/** A file of the theme under the name that it is published with, which changes with its bytes. */
export const publishFile = (source: string, bytes: Uint8Array | string): { name: string; media: PublishedMedia } => {
  const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const ending = /\.\w+$/.exec(fileName(source))?.[0].toLowerCase() ?? '';
  const name = `${stemOf(source)}${hashOf(content)}${ending}`;
  return { name, media: { source, names: [name], make: async () => new Map([[name, content]]) } };
};

/** Ten hexadecimal digits that change with any of the parts. */
export const hashOf = (...parts: readonly (Uint8Array | string)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 10);
};
