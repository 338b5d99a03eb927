import type { PictureUse } from '../core/archive.ts';
import type { ContentFiles } from '../core/content-files.ts';
import type { Report } from '../core/diagnostics.ts';
import { endingOf, fileTypeOf } from '../core/media-names.ts';
import type { Transcript } from '../core/shown-media.ts';
import type { Chunks } from './chunks.ts';
import { type CopyPlan, companionsOf, copyOf } from './plan-video.ts';
import { reportFileFault, reportLarge, reportUnreadable } from './report-media.ts';
import { secondsOf } from './scan-audio.ts';
import { documentFault, wordsIn } from './scan-document.ts';
import { type FileScan, hashFile, scanFile } from './scan-file.ts';
import { scanVideo, type VideoScan } from './scan-video.ts';
import { cuesOf } from './web-vtt.ts';

/** A sound or a document as it will be published. */
export type FilePlan = CopyPlan & {
  readonly kind: 'audio' | 'document';
  readonly type: string;
  readonly size: number;
  readonly seconds?: number;
  readonly transcript?: { readonly source: string; readonly text: Transcript };
};

type FileSource = {
  readonly files: ContentFiles;
  readonly chunks: Chunks;
  readonly readBytes: (path: string) => Promise<Uint8Array>;
};

/** Plans a document; one whose bytes are not what its name says, or that could run code, is reported. */
export const planDocument = async (
  path: string,
  { chunks }: Pick<FileSource, 'chunks'>,
  uses: readonly PictureUse[],
  report: Report,
): Promise<FilePlan | undefined> => {
  const { scan, plan } = await readFile(path, chunks, wordsIn(path));
  const fault = documentFault(path, scan);
  if (fault) reportFileFault(path, uses, fault, report);
  reportLarge(path, scan.size, uses, report);
  return fault ? undefined : { ...plan, kind: 'document' };
};

/** Plans a sound, with how long it is and what is heard in it, where that lies beside it; one that is none is reported. */
export const planAudio = async (
  path: string,
  { files, chunks, readBytes }: FileSource,
  uses: readonly PictureUse[],
  report: Report,
): Promise<FilePlan | undefined> => {
  const { scan, boxes, plan } = await readFile(path, chunks, []);
  reportLarge(path, scan.size, uses, report);
  try {
    const seconds = secondsOf(path, scan, boxes);
    const transcript = await transcriptOf(path, files, readBytes).catch((fault: unknown) => {
      reportUnreadable(companionsOf(path, files).tracks[0]?.path ?? path, uses, fault, report);
    });
    return { ...plan, kind: 'audio', ...(seconds !== undefined && { seconds }), ...(transcript && { transcript }) };
  } catch (fault) {
    reportUnreadable(path, uses, fault, report);
    return undefined;
  }
};

const readFile = async (
  path: string,
  chunks: Chunks,
  words: readonly Buffer[],
): Promise<{ scan: FileScan; boxes: VideoScan; plan: Omit<FilePlan, 'kind'> }> => {
  const hash = hashFile();
  const boxes = scanVideo();
  const isBoxed = endingOf(path) === 'm4a';
  const scan = await scanFile(chunks, words, (chunk) => {
    hash.note(chunk);
    if (isBoxed) boxes.add(chunk);
  });
  const type = fileTypeOf(path) ?? 'application/octet-stream';
  return { scan, boxes: boxes.end(), plan: { ...copyOf(path, hash.end()), type, size: scan.size } };
};

/** The transcript beside a sound: captions, or a Markdown text. */
const transcriptOf = async (
  path: string,
  files: ContentFiles,
  readBytes: FileSource['readBytes'],
): Promise<FilePlan['transcript']> => {
  const { tracks, text } = companionsOf(path, files);
  const bytes = text === undefined ? undefined : files.get(text);
  if (text !== undefined && bytes instanceof Uint8Array) {
    const markdown = new TextDecoder().decode(bytes);
    return { source: text, text: { file: text, line: 1, markdown } };
  }
  const [track] = tracks;
  return track && { source: track.path, text: { cues: cuesOf(await readBytes(track.path)) } };
};
