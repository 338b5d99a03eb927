import { expect, it } from 'vitest';
import { collectDiagnostics } from '../core/diagnostics.ts';
import { freshPictures } from './pictures.ts';
import { planMedia } from './plan-media.ts';
import { publishMedia } from './publish-media.ts';
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
  const bytes = Buffer.from(made?.get(video?.names[0] ?? '') ?? []);
  expect(bytes.length).toBe(mp4.length);
  expect(bytes.includes('secret')).toBe(false);
});

it('says which picture could not be encoded', async () => {
  const files: Record<string, Uint8Array> = { 'gala/a.jpg': photo };
  const [picture] = await publish(files, 'gala/a.jpg');
  files['gala/a.jpg'] = Buffer.from('gone');
  await expect(picture?.make(new Set(picture.names))).rejects.toThrow('The picture gala/a.jpg cannot be encoded');
});
