/** What a video says of itself in its boxes or elements, without its pictures and its sound. */
export type VideoScan = {
  readonly container: 'mp4' | 'quicktime' | 'webm' | 'matroska' | 'other';
  /** What its tracks are encoded in, as the file names it: `avc1`, `mp4a`; `V_VP9` in WebM. */
  readonly codecs: readonly string[];
  /** How long it is, where its boxes say so. */
  readonly seconds?: number;
  /** Whether it ends within one of its boxes. */
  readonly breaksOff: boolean;
};

/** Reads a video chunk by chunk, and keeps nothing of what it has read but what it says of itself. */
type VideoScanner = { readonly add: (chunk: Uint8Array) => void; readonly end: () => VideoScan };

/** Begins to read a video: MP4 and QuickTime (ISO/IEC 14496-12), WebM and Matroska (RFC 9559). */
export const scanVideo = (): VideoScanner => {
  const boxes = readBoxes();
  let head = Buffer.alloc(0);
  return {
    add: (chunk) => {
      if (head.length < headLength) head = Buffer.concat([head, chunk.subarray(0, headLength - head.length)]);
      boxes.add(chunk);
    },
    end: () => {
      if (head.toString('hex', 0, 4) === '1a45dfa3') return elementsOf(head);
      if (head.toString('latin1', 4, 8) !== 'ftyp') return { container: 'other', codecs: [], breaksOff: false };
      const container = head.toString('latin1', 8, 12) === 'qt  ' ? 'quicktime' : 'mp4';
      return { container, ...boxes.end() };
    },
  };
};

/** In a WebM, the tracks stand in front of the pictures. */
const headLength = 64 * 1024;

/** A whole reader of Matroska would find no more: its names of codecs are plain text that nothing else looks like. */
const elementsOf = (head: Buffer): VideoScan => {
  const text = head.toString('latin1');
  const container = text.slice(0, 64).includes('matroska') ? 'matroska' : 'webm';
  const codecs = text.match(/\b[AV]_[A-Z][A-Z0-9_/]+/g) ?? [];
  return { container, codecs: [...new Set(codecs)], breaksOff: false };
};

/** The boxes on the way to a track's descriptions, of which each begins with its size and its type. */
const opened: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);
const descriptions = 'stsd';
const movieHeader = 'mvhd';

/** No description of a track is longer than this. */
const mostBytes = 1_000_000;

/** Goes from box to box, whose contents it skips, but for the descriptions of tracks. */
const readBoxes = () => {
  const codecs = new Set<string>();
  let kept = Buffer.alloc(0);
  let skip = 0;
  let seconds: number | undefined;
  let isOver = false;
  /** Takes a box from what is kept: its header alone where it is opened, and where it is skipped. False if more is needed. */
  const takeBox = (): boolean => {
    if (kept.length < 8) return false;
    const short = kept.readUInt32BE(0);
    const type = kept.toString('latin1', 4, 8);
    if (short === 1 && kept.length < 16) return false;
    const head = short === 1 ? 16 : 8;
    const size = short === 1 ? Number(kept.readBigUInt64BE(8)) : short;
    // One of size 0 goes on to the end; a smaller one is damaged, and so is all that follows.
    if (size < head) isOver = true;
    else if ((type === descriptions || type === movieHeader) && size <= mostBytes) {
      if (kept.length < size) return false;
      const body = kept.subarray(head, size);
      if (type === movieHeader) seconds = lengthIn(body);
      else for (const codec of described(body)) codecs.add(codec);
      kept = kept.subarray(size);
    } else if (opened.has(type)) kept = kept.subarray(head);
    else {
      skip = Math.max(0, size - kept.length);
      kept = kept.subarray(Math.min(size, kept.length));
    }
    return !isOver;
  };
  return {
    add: (chunk: Uint8Array): void => {
      const skipped = Math.min(skip, chunk.length);
      skip -= skipped;
      if (isOver || skipped === chunk.length) return;
      kept = Buffer.concat([kept, chunk.subarray(skipped)]);
      while (takeBox());
    },
    end: () => ({
      codecs: [...codecs],
      breaksOff: skip > 0 || (!isOver && kept.length >= 8),
      ...(seconds !== undefined && { seconds }),
    }),
  };
};

/** How long an `mvhd` says that a film is: its units behind how many of them a second has, both longer in its version 1. */
const lengthIn = (body: Buffer): number | undefined => {
  const isLong = body[0] === 1;
  if (body.length < (isLong ? 32 : 20)) return undefined;
  const scale = body.readUInt32BE(isLong ? 20 : 12);
  const units = isLong ? Number(body.readBigUInt64BE(24)) : body.readUInt32BE(16);
  return scale > 0 && units > 0 && units !== 0xffffffff ? units / scale : undefined;
};

/** The types of the descriptions in an `stsd`: version and flags, how many there are, and each as a box. */
const described = (body: Buffer): readonly string[] => {
  const found: string[] = [];
  for (let at = 8; at + 8 <= body.length; ) {
    found.push(body.toString('latin1', at + 4, at + 8));
    const size = body.readUInt32BE(at);
    if (size < 8) break;
    at += size;
  }
  return found;
};
