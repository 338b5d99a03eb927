import sharp from 'sharp';
import { expect } from 'vitest';
import type { PictureUse } from '../../core/archive.ts';
import { collectDiagnostics } from '../../core/diagnostics.ts';
import { formatDiagnostics } from '../../core/format-diagnostic.ts';
import { contentOf } from '../../core/testing.ts';
import { planMedia } from '../plan-media.ts';

/** A picture of 30 by 20 pixels. */
export const red = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
  .png()
  .toBuffer();

export const mp4 = Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1');

/** Where a document shows a file. */
export const used = (picture: string, line = 6, file = 'gala/2019-11-11/opening.md'): PictureUse => ({
  picture,
  place: { file, line, column: 3 },
});

/** What comes of files that are shown, which of them were read, and what is wrong. */
export const planned = async (uses: readonly PictureUse[], bytes: Readonly<Record<string, Uint8Array>>) => {
  const { report, diagnostics } = collectDiagnostics();
  const files = contentOf({}, Object.fromEntries(Object.keys(bytes).map((path) => [path, 'file'] as const)));
  const read: string[] = [];
  const readBytes = async (path: string): Promise<Uint8Array> => {
    read.push(path);
    return bytes[path] ?? expect.unreachable(`${path} is not there`);
  };
  const plans = await planMedia(uses, { files, readBytes }, report);
  return { plans, read, faults: formatDiagnostics(diagnostics()) };
};
