import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from '../core/diagnostics.ts';
import { contentOf } from '../core/testing.ts';
import { type MediaPlan, planMedia } from './plan-media.ts';
import { aFilm } from './testing/film.ts';
import { mp4, planned, red, used } from './testing/planned.ts';

const captions = Buffer.from('WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n');

describe('planMedia', () => {
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
      size: mp4.length,
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
    const names = ['gala/a.mov', 'gala/b.HEIC', 'gala/c.flac', 'gala/d.key', 'gala/e.tiff'];
    const { faults } = await planned(
      names.map((name, index) => used(name, index + 1)),
      Object.fromEntries(names.map((name) => [name, red])),
    );
    expect(faults).toMatchInlineSnapshot(`
      "gala/2019-11-11/opening.md:1:3 error unknown-media
        Unexpected file "gala/a.mov", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG), a video (MP4, WebM) or a sound (MP3, M4A, Ogg, WAV).
        Export it as MP4 with H.264 and AAC, which every browser plays.
      gala/2019-11-11/opening.md:2:3 error unknown-media
        Unexpected file "gala/b.HEIC", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG), a video (MP4, WebM) or a sound (MP3, M4A, Ogg, WAV).
        Export it as JPEG; on a phone, choose "Most Compatible" for its camera.
      gala/2019-11-11/opening.md:3:3 error unknown-media
        Unexpected file "gala/c.flac", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG), a video (MP4, WebM) or a sound (MP3, M4A, Ogg, WAV).
        Export it as MP3 or M4A, which every browser plays.
      gala/2019-11-11/opening.md:4:3 error unknown-media
        Unexpected file "gala/d.key", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG), a video (MP4, WebM) or a sound (MP3, M4A, Ogg, WAV).
        Export it as PDF.
      gala/2019-11-11/opening.md:5:3 error unknown-media
        Unexpected file "gala/e.tiff", expected a picture (JPEG, PNG, WebP, AVIF, GIF, SVG), a video (MP4, WebM) or a sound (MP3, M4A, Ogg, WAV).
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
});
