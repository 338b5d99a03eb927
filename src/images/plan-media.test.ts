import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PictureUse } from '../core/archive.ts';
import { collectDiagnostics } from '../core/diagnostics.ts';
import { formatDiagnostics } from '../core/format-diagnostic.ts';
import { contentOf } from '../core/testing.ts';
import { type MediaPlan, planMedia } from './plan-media.ts';
import { aFilm } from './testing-video.ts';

const red = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
  .png()
  .toBuffer();

const mp4 = Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1');
const captions = Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n');

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
  const plans = await planMedia(uses, { files, readBytes }, report);
  return { plans, read, faults: formatDiagnostics(diagnostics()) };
};
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
  it('takes a video with its poster and its captions, and an MP4 and a WebM by what is in them', async () => {
    const { plans, faults } = await planned([used('gala/a.mp4'), used('gala/b.webm', 7), used('gala/c.mp4', 8)], {
      'gala/a.mp4': mp4,
      'gala/a.png': red,
      'gala/a.vtt': captions,
      'gala/a.zh-Hans.vtt': captions,
      'gala/a.md.vtt.txt': captions,
      'gala/b.webm': Buffer.from('1a45dfa3', 'hex'),
      'gala/b.vtt': Buffer.from('WEBVTT\n'),
      'gala/c.mp4': mp4,
    });
    expect(plans.get('gala/a.mp4')).toMatchObject({
      kind: 'video',
      name: expect.stringMatching(/^a-[0-9a-f]{10}\.mp4$/),
      type: 'video/mp4',
      poster: { source: 'gala/a.png', groups: [] },
      tracks: [
        { source: 'gala/a.vtt', name: expect.stringMatching(/\.vtt$/) },
        { source: 'gala/a.zh-Hans.vtt', language: 'zh-Hans' },
      ],
    });
    expect(plans.get('gala/b.webm')).toMatchObject({ type: 'video/webm', tracks: [] });
    expect(faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:8:3 warning missing-captions
        Unexpected video "gala/c.mp4" without captions, expected them beside it in "c.vtt".
        Write what is said as WebVTT; of a video without words, put the line WEBVTT alone into c.vtt.
      0 errors, 1 warning"
    `);
  });
  it('takes no link for what belongs to a video, which could show files from elsewhere', async () => {
    const { report, diagnostics } = collectDiagnostics();
    const files = contentOf({}, { 'gala/a.mp4': 'file', 'gala/a.jpg': 'link', 'gala/a.vtt': 'link' });
    const plans = await planMedia([used('gala/a.mp4')], { files, readBytes: async () => mp4 }, report);
    expect(plans.get('gala/a.mp4')).toMatchObject({ kind: 'video', tracks: [] });
    expect(plans.get('gala/a.mp4')).not.toHaveProperty('poster');
    expect(diagnostics().map(({ rule }) => rule)).toEqual(['missing-captions']);
  });
  it('names what is no video, and captions that are none', async () => {
    const { plans, faults } = await planned([used('gala/a.mp4'), used('gala/b.webm', 7), used('gala/c.mp4', 8)], {
      'gala/a.mp4': Buffer.from('not a video'),
      'gala/a.vtt': captions,
      'gala/b.webm': mp4,
      'gala/b.vtt': captions,
      'gala/c.mp4': mp4,
      'gala/c.vtt': Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nHello\n'),
    });
    expect([...plans.keys()]).toEqual(['gala/c.mp4']);
    expect(faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:3 error unreadable-video
        Unexpected content of "gala/a.mp4", expected a video: it does not begin as an MP4 does.
        Export it again as MP4 with H.264 and AAC, or as WebM.
      gala/2019-11-11/opening.md:7:3 error unreadable-video
        Unexpected content of "gala/b.webm", expected a video: it does not begin as a WebM does.
        Export it again as MP4 with H.264 and AAC, or as WebM.
      gala/2019-11-11/opening.md:8:3 error unreadable-video
        Unexpected content of "gala/c.vtt", expected captions: captions begin with the line WEBVTT.
        Write WebVTT: the line WEBVTT, an empty line, then times and texts.
      3 errors, 0 warnings"
    `);
  });
  it('says of files that no browser shows what to make of them', async () => {
    const names = ['gala/a.mov', 'gala/b.HEIC', 'gala/c.mp3', 'gala/d.pdf', 'gala/e.tiff'];
    const { faults } = await planned(
      names.map((name, index) => used(name, index + 1)),
      Object.fromEntries(names.map((name) => [name, red])),
    );
    expect(faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:1:3 error unknown-media
        Unexpected file "gala/a.mov", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG) or a video (MP4, WebM).
        Export it as MP4 with H.264 and AAC, which every browser plays.
      gala/2019-11-11/opening.md:2:3 error unknown-media
        Unexpected file "gala/b.HEIC", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG) or a video (MP4, WebM).
        Export it as JPEG; on a phone, choose "Most Compatible" for its camera.
      gala/2019-11-11/opening.md:3:3 error unknown-media
        Unexpected file "gala/c.mp3", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG) or a video (MP4, WebM).
        Sound is not published: link to a page where it can be heard.
      gala/2019-11-11/opening.md:4:3 error unknown-media
        Unexpected file "gala/d.pdf", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG) or a video (MP4, WebM).
        Export its page as a picture, or link to where it is published.
      gala/2019-11-11/opening.md:5:3 error unknown-media
        Unexpected file "gala/e.tiff", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG) or a video (MP4, WebM).
        Export it as JPEG or PNG.
      5 errors, 0 warnings"
    `);
  });
  it('warns of a video that some browsers do not play, with the command that makes another of it', async () => {
    const { plans, faults } = await planned([used('gala/my start.mp4'), used('gala/b.mp4', 7), used('gala/c.mp4', 8)], {
      'gala/my start.mp4': aFilm({ codecs: ['hvc1', 'mp4a'] }),
      'gala/my start.vtt': captions,
      'gala/b.mp4': aFilm({ codecs: ['avc1', 'ac-3'] }),
      'gala/b.vtt': captions,
      'gala/c.mp4': aFilm({ brand: 'qt  ', codecs: ['avc1', 'mp4a'] }),
      'gala/c.vtt': captions,
    });
    expect(plans.size).toBe(3);
    expect(faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:3 warning video-codec
        Unexpected H.265 (HEVC) (hvc1) in "gala/my start.mp4", expected H.264: Firefox and Chromium on Linux do not play it.
        Make another of it with "ffmpeg -i 'my start.mp4' -c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart 'my start-h264.mp4'", and show that one.
      gala/2019-11-11/opening.md:7:3 warning video-codec
        Unexpected Dolby sound (ac-3) in "gala/b.mp4", expected AAC: Chrome and Firefox do not play it.
        Make another of it with "ffmpeg -i b.mp4 -c:v copy -c:a aac -movflags +faststart b-aac.mp4", and show that one.
      gala/2019-11-11/opening.md:8:3 warning video-codec
        Unexpected QuickTime file (.mov) in "gala/c.mp4", expected an MP4: another name does not change what it is, and some browsers do not play it.
        Make another of it with "ffmpeg -i c.mp4 -c copy -movflags +faststart c-mp4.mp4", and show that one.
      0 errors, 3 warnings"
    `);
  });
  it('refuses a video that breaks off, and a Matroska file with another name', async () => {
    const film = aFilm({ codecs: ['avc1'] });
    const { plans, faults } = await planned([used('gala/a.mp4'), used('gala/b.webm', 7)], {
      'gala/a.mp4': film.subarray(0, film.length - 2),
      'gala/b.webm': Buffer.from('\x1aE\xdf\xa3\x9fB\x82\x88matroska', 'latin1'),
    });
    expect(plans.size).toBe(0);
    expect(faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:6:3 error unreadable-video
        Unexpected content of "gala/a.mp4", expected a video: it breaks off before its end, or is damaged.
        Copy the file again: this one is not whole.
      gala/2019-11-11/opening.md:7:3 error unreadable-video
        Unexpected content of "gala/b.webm", expected a video: it is a Matroska file (.mkv) with another name.
        Export it again as MP4 with H.264 and AAC, or as WebM.
      2 errors, 0 warnings"
    `);
  });
  it('reads a video piece by piece, and names it as if it were read at once', async () => {
    const film = aFilm({ codecs: ['avc1'] });
    const files = contentOf({}, { 'gala/a.mp4': 'file' });
    const atOnce = { files, readBytes: async () => film };
    const inPieces = {
      files,
      readBytes: (): Promise<Uint8Array> => expect.unreachable('the whole file is asked for'),
      streamBytes: () => Array.from({ length: film.length }, (_, at) => film.subarray(at, at + 1)),
    };
    const { report } = collectDiagnostics();
    const name = (plan?: MediaPlan): string | undefined => (plan?.kind === 'video' ? plan.name : undefined);
    const [one, other] = await Promise.all(
      [atOnce, inPieces].map(async (source) =>
        (await planMedia([used('gala/a.mp4')], source, report)).get('gala/a.mp4'),
      ),
    );
    expect(name(one)).toMatch(/^a-[0-9a-f]{10}\.mp4$/);
    expect(name(other)).toBe(name(one));
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
