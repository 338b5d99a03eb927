import { endingOf } from '../core/media-names.ts';
import type { FileScan } from './scan-file.ts';
import type { VideoScan } from './scan-video.ts';

/** What a sound says of itself in its beginning and its end: how long it is, where it says so. Throws where it is none. */
export const secondsOf = (path: string, scan: FileScan, boxes: VideoScan): number | undefined => {
  const ending = endingOf(path);
  if (ending === 'm4a') return ofBoxes(boxes);
  if (ending === 'wav') return ofWave(scan);
  return ending === 'mp3' ? ofMp3(scan) : ofOgg(scan);
};

const breaksOff = 'it ends before the end of its data (end of file)';

const ofBoxes = ({ container, breaksOff: isCut, seconds }: VideoScan): number | undefined => {
  if (container !== 'mp4' && container !== 'quicktime') throw new Error('it does not begin as an M4A does');
  if (isCut) throw new Error(breaksOff);
  return seconds;
};

/** RIFF WAVE: how many bytes a second has, and how many the sound has. */
const ofWave = ({ head, size }: FileScan): number | undefined => {
  if (!/^(?:RIFF|RF64)....WAVE/s.test(head.toString('latin1', 0, 12)))
    throw new Error('it does not begin as a WAV does');
  let rate = 0;
  for (let at = 12; at + 16 <= head.length; ) {
    const [name, length] = [head.toString('latin1', at, at + 4), head.readUInt32LE(at + 4)];
    if (name === 'fmt ') rate = head.readUInt32LE(at + 16);
    if (name === 'data') {
      // What was recorded as a stream does not know its length.
      const isOpen = length === 0 || length === 0xffffffff;
      if (!isOpen && at + 8 + length > size) throw new Error(breaksOff);
      return rate > 0 ? (isOpen ? size - at - 8 : length) / rate : undefined;
    }
    at += 8 + length + (length % 2);
  }
  return undefined;
};

/** Ogg (RFC 3533): the last page says how many samples there are up to it; the first, how many a second has. */
const ofOgg = ({ head, tail }: FileScan): number | undefined => {
  if (head.toString('latin1', 0, 4) !== 'OggS') throw new Error('it does not begin as an Ogg does');
  const [vorbis, opus, last] = [head.indexOf('\x01vorbis'), head.indexOf('OpusHead'), tail.lastIndexOf('OggS')];
  if (last === -1 || last + 14 > tail.length) throw new Error(breaksOff);
  const samples = Number(tail.readBigInt64LE(last + 6));
  const before = opus === -1 ? 0 : head.readUInt16LE(opus + 10);
  const rate = opus !== -1 ? 48_000 : vorbis !== -1 ? head.readUInt32LE(vorbis + 12) : 0;
  return rate > 0 && samples > before ? (samples - before) / rate : undefined;
};

/** Kilobits a second of layer 3, of MPEG 1 and of the later versions (ISO/IEC 11172-3, 13818-3). */
const bitRates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

type Frame = { readonly length: number; readonly seconds: number; readonly bitRate: number; readonly info: number };

/** MP3: the first frame says how many there are where bit rates differ (Xing, Info, VBRI); otherwise all are alike. */
const ofMp3 = ({ head, size, from }: FileScan): number | undefined => {
  const start = firstFrame(head);
  const frame = start === undefined ? undefined : frameAt(head, start);
  if (start === undefined || !frame) throw new Error('it does not begin as an MP3 does');
  for (const [mark, at, counts] of [
    ['Xing', start + frame.info, 8],
    ['Info', start + frame.info, 8],
    ['VBRI', start + 36, 14],
  ] as const) {
    if (head.toString('latin1', at, at + 4) !== mark || head.length < at + counts + 4) continue;
    const isCounted = mark === 'VBRI' || (head.readUInt32BE(at + 4) & 1) === 1;
    if (isCounted) return head.readUInt32BE(at + counts) * frame.seconds;
  }
  return ((size - from - start) * 8) / frame.bitRate;
};

/** Where the first frame begins that another one follows, or the end of the file. */
const firstFrame = (head: Buffer): number | undefined => {
  for (let at = head.indexOf(0xff); at !== -1 && at < 8192; at = head.indexOf(0xff, at + 1)) {
    const frame = frameAt(head, at);
    if (frame && (at + frame.length >= head.length || frameAt(head, at + frame.length))) return at;
  }
  return undefined;
};

const frameAt = (head: Buffer, at: number): Frame | undefined => {
  if (at + 4 > head.length || head.readUInt16BE(at) < 0xffe0) return undefined;
  const [second = 0, third = 0, fourth = 0] = head.subarray(at + 1, at + 4);
  const [version, layer] = [(second >> 3) & 3, (second >> 1) & 3];
  const isFirst = version === 3;
  const kilobits = bitRates[isFirst ? 0 : 1]?.[third >> 4] ?? 0;
  const rate = ([44_100, 48_000, 32_000][(third >> 2) & 3] ?? 0) / (isFirst ? 1 : version === 2 ? 2 : 4);
  if (version === 1 || layer !== 1 || kilobits === 0 || rate === 0) return undefined;
  const samples = isFirst ? 1152 : 576;
  const bitRate = kilobits * 1000;
  const length = Math.floor((samples / 8) * (bitRate / rate)) + ((third >> 1) & 1);
  // What tells of all frames stands behind the side information, which is shorter for one channel.
  const isMono = fourth >> 6 === 3;
  return { length, seconds: samples / rate, bitRate, info: 4 + (isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17) };
};
