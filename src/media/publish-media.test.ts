import { expect, it } from 'vitest';
import { collectDiagnostics } from '../core/diagnostics.ts';
import { freshPictures } from './pictures.ts';
import { planMedia } from './plan-media.ts';
import { publishMedia, wholeBytes } from './publish-media.ts';
import { grain } from './testing.ts';

const photo = await grain(300, 200).jpeg().toBuffer();
const mp4 = Buffer.from('\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x10udtasecret!!', 'latin1');

const publish = async (files: Readonly<Record<string, Uint8Array>>, ...shown: readonly string[]) => {
  const source = {
    files: new Map(Object.keys(files).map((path) => [path, 'file'] as const)),
    readBytes: async (path: string) => files[path] ?? new Uint8Array(),
  };
  const place = { file: 'gala/a.md', line: 1, column: 1 };
  const { report } = collectDiagnostics();
  const plans = await planMedia(
    shown.map((picture) => ({ picture, place })),
    source,
    report,
  );
  return publishMedia(plans.values(), source, freshPictures);
};

it('publishes a picture that several plans need once', async () => {
  const media = await publish({ 'gala/clip.jpg': photo, 'gala/clip.mp4': mp4 }, 'gala/clip.mp4', 'gala/clip.jpg');
  const names = media.flatMap((one) => one.names);
  expect(new Set(names).size).toBe(names.length);
  expect(names.map((name) => name.split('.').at(-1)).sort()).toEqual(['avif', 'jpg', 'mp4', 'webp']);
});

it('publishes a video without what it tells of its place', async () => {
  const [video] = await publish({ 'gala/clip.mp4': mp4 }, 'gala/clip.mp4');
  const made = await video?.make(new Set(video.names));
  const bytes = Buffer.from(await wholeBytes(made?.get(video?.names[0] ?? '') ?? Buffer.alloc(0)));
  expect(bytes.length).toBe(mp4.length);
  expect(bytes.includes('secret')).toBe(false);
});

it('publishes a video chunk by chunk, whenever it is asked for, and never reads it whole', async () => {
  const chunk = Buffer.alloc(1024 * 1024);
  let read = 0;
  const film = function* () {
    yield mp4;
    const head = Buffer.from('\0\0\0\0mdat', 'latin1');
    head.writeUInt32BE(8 + 300 * chunk.length);
    yield head;
    for (read = 0; read < 300; read += 1) yield chunk;
  };
  const source = {
    files: new Map([['gala/clip.mp4', 'file'] as const]),
    readBytes: () => Promise.reject(new Error('It is read whole.')),
    streamBytes: film,
  };
  const place = { file: 'gala/a.md', line: 1, column: 1 };
  const plans = await planMedia([{ picture: 'gala/clip.mp4', place }], source, collectDiagnostics().report);
  const [video] = publishMedia(plans.values(), source, freshPictures);
  const bytes = (await video?.make(new Set(video.names)))?.get(video?.names[0] ?? '');
  if (!bytes || bytes instanceof Uint8Array) throw new Error('It is not read chunk by chunk.');
  for (const time of ['first', 'second']) {
    let length = 0;
    let most = 0;
    for await (const part of bytes) {
      length += part.length;
      most = Math.max(most, part.length);
    }
    expect(length, time).toBe(mp4.length + 8 + 300 * chunk.length);
    expect(most).toBeLessThan(2 * chunk.length);
  }
});

it('says which picture could not be encoded', async () => {
  const files: Record<string, Uint8Array> = { 'gala/a.jpg': photo };
  const [picture] = await publish(files, 'gala/a.jpg');
  files['gala/a.jpg'] = Buffer.from('gone');
  await expect(picture?.make(new Set(picture.names))).rejects.toThrow('The picture gala/a.jpg cannot be encoded');
});
