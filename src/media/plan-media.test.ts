import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from '../core/diagnostics.ts';
import { contentOf } from '../core/testing.ts';
import { planMedia } from './plan-media.ts';
import { mp4, planned, red, used } from './testing/planned.ts';

const captions = Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n');

describe('planMedia', () => {
  it('keeps the pictures of each event to itself, because events are built one by one', async () => {
    const { faults } = await planned([used('fest/stage.png')], { 'fest/stage.png': red });
    expect(faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:3 error missing-picture
        Unexpected picture "fest/stage.png" of another event, expected one in the folder of this event.
        Put a copy of the picture beside the entry.
      1 error, 0 warnings"
    `);
  });

  it('finds a file whose name a Mac has taken apart, and what belongs to it, in whichever Unicode form', async () => {
    const [composed, apart] = ['gala/Kürze', 'gala/Kürze'.normalize('NFD')];
    for (const [written, onDisk] of [
      [composed, apart],
      [apart, composed],
    ]) {
      const uses = [used(`${written}.png`), used(`${written}.mp4`, 8)];
      const bytes = { [`${onDisk}.png`]: red, [`${onDisk}.mp4`]: mp4, [`${written}.de.vtt`]: captions };
      const { plans, faults } = await planned(uses, bytes);
      expect(faults).toBe('0 errors, 0 warnings');
      expect(plans.get(`${written}.png`)).toMatchObject({ kind: 'picture', source: `${onDisk}.png` });
      expect(plans.get(`${written}.mp4`)).toMatchObject({
        kind: 'video',
        source: `${onDisk}.mp4`,
        tracks: [{ source: `${written}.de.vtt`, language: 'de' }],
      });
    }
  });

  it('plans each picture once, however often it is shown', async () => {
    const uses = [used('gala/a.png'), used('gala/b.png'), used('gala/a.png', 9)];
    const { plans, read, faults } = await planned(uses, { 'gala/a.png': red, 'gala/b.png': red, 'gala/c.png': red });
    expect([...plans]).toEqual([
      ['gala/a.png', expect.objectContaining({ source: 'gala/a.png', kind: 'picture' })],
      ['gala/b.png', expect.objectContaining({ source: 'gala/b.png', kind: 'picture' })],
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

  it('gives the command that makes a video of an animation that is too long', async () => {
    const long = Buffer.from(`GIF89a${'\x03\0\x02\0\0\0\0'}${',\0\0\0\0\x01\0\x01\0\0\x02\0'.repeat(1001)};`, 'latin1');
    const { faults } = await planned([used('gala/my flag.gif')], { 'gala/my flag.gif': long });
    expect(faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:3 error unreadable-picture
        Unexpected content of "gala/my flag.gif", expected a picture: an animation of more than 1,000 pictures.
        Make a video of it with "ffmpeg -i 'my flag.gif' -vf scale=2:-2 -pix_fmt yuv420p -movflags +faststart 'my flag.mp4'", and show that.
      1 error, 0 warnings"
    `);
  });

  it('says of a drawing of which nothing could be seen what is wrong with its size', async () => {
    const line = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40000" height="4"/>');
    expect((await planned([used('gala/a.svg')], { 'gala/a.svg': line })).faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:3 error unreadable-picture
        Unexpected content of "gala/a.svg", expected a picture: the drawing is more than 1,000 times as wide as high.
        Correct its viewBox, or its width and height.
      1 error, 0 warnings"
    `);
  });

  it('takes neither documents nor symbolic links for pictures', async () => {
    const { report, diagnostics } = collectDiagnostics();
    const files = contentOf({ 'gala/a.md': '' }, { 'gala/a.png': 'link' });
    const source = { files, readBytes: async () => red };
    expect((await planMedia([used('gala/a.md'), used('gala/a.png')], source, report)).size).toBe(0);
    expect(diagnostics().map(({ rule }) => rule)).toEqual(['missing-picture', 'missing-picture']);
  });
});
