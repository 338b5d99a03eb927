import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PictureUse } from '../core/archive.ts';
import { collectDiagnostics } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { contentOf } from '../core/testing.ts';
import { planPictures } from './plan-pictures.ts';

const red = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
  .png()
  .toBuffer();

const used = (picture: string, line = 6, file = 'gala/2019-11-11/opening.md'): PictureUse => ({
  picture,
  place: { file, line, column: 3 },
});

const planned = async (uses: readonly PictureUse[], bytes: Readonly<Record<string, Uint8Array>>) => {
  const { report, diagnostics } = collectDiagnostics();
  const files = contentOf({}, Object.fromEntries(Object.keys(bytes).map((path) => [path, 'file'] as const)));
  const read: string[] = [];
  const readBytes = async (path: string): Promise<Uint8Array> => {
    read.push(path);
    return bytes[path] ?? expect.unreachable(`${path} is not there`);
  };
  const plans = await planPictures(uses, { files, readBytes }, report);
  return { plans, read, faults: formatDiagnostics(diagnostics()) };
};

describe('planPictures', () => {
  it('keeps the pictures of each event to itself, because events are built one by one', async () => {
    const { faults } = await planned([used('fest/stage.png')], { 'fest/stage.png': red });
    expect(faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:3 error missing-picture
        Unexpected picture "fest/stage.png" of another event, expected one in the folder of this event.
        Put a copy of the picture beside the entry.
      1 error, 0 warnings"
    `);
  });

  it('plans each picture once, however often it is shown', async () => {
    const uses = [used('gala/a.png'), used('gala/b.png'), used('gala/a.png', 9)];
    const { plans, read, faults } = await planned(uses, { 'gala/a.png': red, 'gala/b.png': red, 'gala/c.png': red });
    expect([...plans]).toEqual([
      ['gala/a.png', expect.objectContaining({ source: 'gala/a.png', format: 'png', width: 30, height: 20 })],
      ['gala/b.png', expect.objectContaining({ source: 'gala/b.png', format: 'png', width: 30, height: 20 })],
    ]);
    expect(read.sort()).toEqual(['gala/a.png', 'gala/b.png']);
    expect(faults).toBe('0 errors, 0 warnings');
  });

  it('names a picture that is missing at each of its uses, and what was meant as the document would write it', async () => {
    const uses = [
      used('gala/2019-11-11/stgae.png'),
      used('gala/2019-11-11/STAGE.PNG', 7),
      used('gala/pictures/hal.jpg', 8),
      used('gala/2019-11-11/hall.JPG', 9),
      used('gala/2019-11-11/nowhere.png', 10),
      used('gala/stgae.png', 2, 'gala/event.md'),
      used('gala/2019-11-11/stgae.png', 12),
    ];
    const { plans, faults } = await planned(uses, {
      'gala/2019-11-11/stage.png': red,
      'gala/stage.png': red,
      'gala/pictures/hall.jpg': red,
    });
    expect([...plans]).toEqual([]);
    expect(faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:3 error missing-picture
        Unexpected picture "gala/2019-11-11/stgae.png", expected a file in the content folder.
        Did you mean "./stage.png"?
      gala/2019-11-11/opening.md:7:3 error missing-picture
        Unexpected picture "gala/2019-11-11/STAGE.PNG", expected a file in the content folder.
        Did you mean "./stage.png"?
      gala/2019-11-11/opening.md:8:3 error missing-picture
        Unexpected picture "gala/pictures/hal.jpg", expected a file in the content folder.
        Did you mean "../pictures/hall.jpg"?
      gala/2019-11-11/opening.md:9:3 error missing-picture
        Unexpected picture "gala/2019-11-11/hall.JPG", expected a file in the content folder.
        Did you mean "../pictures/hall.jpg"?
      gala/2019-11-11/opening.md:10:3 error missing-picture
        Unexpected picture "gala/2019-11-11/nowhere.png", expected a file in the content folder.
        Put the file beside the entry, or correct its name; upper and lower case matter.
      gala/2019-11-11/opening.md:12:3 error missing-picture
        Unexpected picture "gala/2019-11-11/stgae.png", expected a file in the content folder.
        Did you mean "./stage.png"?
      gala/event.md:2:3 error missing-picture
        Unexpected picture "gala/stgae.png", expected a file in the content folder.
        Did you mean "./stage.png"?
      7 errors, 0 warnings"
    `);
  });

  it('names a picture that cannot be decoded, and goes on with the others', async () => {
    const uses = [
      used('gala/broken.png'),
      used('gala/tiff.png', 7),
      used('gala/empty.png', 8),
      used('gala/good.png', 9),
    ];
    const { plans, faults } = await planned(uses, {
      'gala/broken.png': Buffer.from('not a picture'),
      'gala/tiff.png': await sharp(red).tiff().toBuffer(),
      'gala/empty.png': Buffer.alloc(0),
      'gala/good.png': red,
    });
    expect([...plans.keys()]).toEqual(['gala/good.png']);
    expect(faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:3 error unreadable-picture
        Unexpected content of "gala/broken.png", expected a picture: Input buffer contains unsupported image format.
        Export it again as JPEG, PNG, WebP, AVIF, GIF or SVG.
      gala/2019-11-11/opening.md:7:3 error unreadable-picture
        Unexpected content of "gala/tiff.png", expected a picture: pictures of the format tiff cannot be published.
        Export it again as JPEG, PNG, WebP, AVIF, GIF or SVG.
      gala/2019-11-11/opening.md:8:3 error unreadable-picture
        Unexpected content of "gala/empty.png", expected a picture: Input Buffer is empty.
        Export it again as JPEG, PNG, WebP, AVIF, GIF or SVG.
      3 errors, 0 warnings"
    `);
  });

  it('takes neither documents nor symbolic links for pictures', async () => {
    const { report, diagnostics } = collectDiagnostics();
    const files = contentOf({ 'gala/a.md': '' }, { 'gala/a.png': 'link' });
    const source = { files, readBytes: async () => red };
    expect((await planPictures([used('gala/a.md'), used('gala/a.png')], source, report)).size).toBe(0);
    expect(diagnostics().map(({ rule }) => rule)).toEqual(['missing-picture', 'missing-picture']);
  });
});
