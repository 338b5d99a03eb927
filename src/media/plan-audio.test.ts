import { describe, expect, it } from 'vitest';
import { planned, used } from './testing/planned.ts';

const number = (value: number, bytes = 4): Buffer => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};
const text = (value: string): Buffer => Buffer.from(value, 'latin1');

/** A frame of MPEG 1, layer 3, 128 kbit/s, 44,100 Hz, two channels: 417 bytes. */
const frame = (inside = ''): Buffer => {
  const bytes = Buffer.alloc(417);
  bytes.set([0xff, 0xfb, 0x90, 0x64]);
  bytes.write(inside, 36, 'latin1');
  return bytes;
};
const frames = (count: number): Buffer => Buffer.concat(Array.from({ length: count }, () => frame()));

const wave = (seconds: number, length = 8000 * seconds): Buffer =>
  Buffer.concat([
    ...[text('RIFF'), number(0), text('WAVE'), text('LIST'), number(4), text('abcd')],
    ...[text('fmt '), number(16), number(1, 2), number(1, 2), number(8000), number(8000), number(1, 2), number(8, 2)],
    ...[text('data'), number(length), Buffer.alloc(8000 * seconds)],
  ]);

const page = (granule: number, inside: Buffer): Buffer =>
  Buffer.concat([text('OggS\0\0'), number(granule, 6), Buffer.alloc(15), inside]);

const box = (type: string, inside: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + inside.length);
  return Buffer.concat([size, text(type), inside]);
};
const swapped = (value: number): Buffer => number(value).reverse();
const m4a = Buffer.concat([
  box('ftyp', text('M4A \0\0\0\0')),
  box('mdat', Buffer.alloc(300_000)),
  box('moov', box('mvhd', Buffer.concat([Buffer.alloc(12), swapped(1000), swapped(90_500), Buffer.alloc(80)]))),
]);

const id3 = Buffer.concat([text('ID3\x04\0\0'), Buffer.from([0, 8, 0, 0]), Buffer.alloc(8 * 128 * 128)]);

const one = async (name: string, bytes: Buffer, beside: Readonly<Record<string, Buffer>> = {}) => {
  const { plans, faults } = await planned([used(`gala/${name}`)], { [`gala/${name}`]: bytes, ...beside });
  return { plan: plans.get(`gala/${name}`), faults };
};

describe('a sound', () => {
  it.each([
    ['as many frames as its length holds', 'a.mp3', frames(40), 1.04],
    ['a tag with a picture before them', 'a.mp3', Buffer.concat([id3, frames(40)]), 1.04],
    ['a first frame that counts them', 'a.mp3', Buffer.concat([frame('Xing\0\0\0\x01\0\0\x0f\0'), frames(2)]), 100.31],
    ['a sum of its bytes', 'a.wav', wave(3), 3],
    ['bytes up to its end, where it was a stream', 'a.wav', wave(2, 0xffffffff), 2],
    [
      'samples up to its last page',
      'a.ogg',
      Buffer.concat([page(0, text('OpusHead\x01\x02\x38\x01')), page(96_312, text(''))]),
      2,
    ],
    [
      'samples a second',
      'a.ogg',
      Buffer.concat([
        page(0, Buffer.concat([text('\x01vorbis'), number(0), text('\x02'), number(44_100)])),
        page(441_000, text('')),
      ]),
      10,
    ],
    ['a length behind its data', 'a.m4a', m4a, 90.5],
  ])('is as long as it says: %s', async (_, name, bytes, seconds) => {
    const { plan, faults } = await one(name, bytes);
    expect(faults).toBe('0 errors, 0 warnings');
    expect(plan).toMatchObject({ kind: 'audio', size: bytes.length, seconds: expect.closeTo(seconds, 2) });
  });

  it.each([
    ['a.mp3', wave(1), 'it does not begin as an MP3 does'],
    ['a.wav', frames(2), 'it does not begin as a WAV does'],
    ['a.ogg', frames(2), 'it does not begin as an Ogg does'],
    ['a.m4a', frames(2), 'it does not begin as an M4A does'],
    ['a.wav', wave(1, 9000), 'it breaks off before its end, or is damaged'],
    ['a.m4a', m4a.subarray(0, 5000), 'it breaks off before its end, or is damaged'],
    ['a.mp3', Buffer.alloc(0), 'it does not begin as an MP3 does'],
  ])('is refused where it is none: %s', async (name, bytes, reason) => {
    const { plan, faults } = await one(name, bytes);
    expect(plan).toBeUndefined();
    expect(faults).toContain(
      `error unreadable-file\n  Unexpected content of "gala/${name}", expected a sound: ${reason}.`,
    );
  });

  it('has what is heard beside it, in paragraphs of one voice', async () => {
    const vtt = [
      'WEBVTT\n',
      'NOTE by Ada\n',
      '1\n00:00.500 --> 00:02.000\n<v Ada Berg>How <i>was</i> it?\n',
      '00:02.500 --> 00:04.000 align:start\n<v Ben>Fast &amp;\nwet.</v>\n',
      '00:04.500 --> 00:06.000\n<v Ben>And cold.\n',
      '01:02:03.000 --> 01:02:04.000\nMusic\n',
    ].join('\n');
    const { plan, faults } = await one('a.mp3', frames(2), { 'gala/a.de.vtt': text(vtt.replaceAll('\n', '\r\n')) });
    expect(faults).toBe('0 errors, 0 warnings');
    expect(plan).toMatchObject({
      transcript: {
        source: 'gala/a.de.vtt',
        text: {
          cues: [
            { at: 0.5, text: 'Ada Berg: How was it?' },
            { at: 2.5, text: 'Ben: Fast & wet. And cold.' },
            { at: 3723, text: 'Music' },
          ],
        },
      },
    });
    expect((await one('a.mp3', frames(2), { 'gala/a.vtt': text('Hello') })).faults).toContain(
      'Unexpected content of "gala/a.vtt", expected captions: captions begin with the line WEBVTT.',
    );
  });
});
