import { describe, expect, it } from 'vitest';
import { unplayableOf } from './codecs.ts';
import { scanVideo } from './scan-video.ts';
import { aFilm, box, longBox } from './testing/film.ts';

const scanned = (film: Buffer, piece = film.length) => {
  const scanner = scanVideo();
  for (let at = 0; at < film.length; at += piece) scanner.add(film.subarray(at, at + piece));
  return scanner.end();
};

describe('a video says', () => {
  it('what its tracks are encoded in, in whatever pieces it is read', () => {
    const film = aFilm({ codecs: ['hvc1', 'mp4a'] });
    for (const piece of [1, 7, 64, film.length])
      expect(scanned(film, piece)).toEqual({ container: 'mp4', codecs: ['hvc1', 'mp4a'], breaksOff: false });
  });

  it('so behind its pictures too, in boxes of any length, and in a last one without a length', () => {
    const head = [box('ftyp', 'isom\0\0\0\0'), longBox('mdat', Buffer.alloc(5000, 'stsd'))];
    const moov = aFilm({ codecs: ['av01'] }).subarray(aFilm({ codecs: [] }).indexOf('moov') - 4);
    expect(scanned(Buffer.concat([...head, moov]), 100).codecs).toEqual(['av01']);
    const open = box('mdat', 'film');
    open.writeUInt32BE(0);
    expect(scanned(Buffer.concat([aFilm({ codecs: ['avc1'] }), open]))).toMatchObject({ breaksOff: false });
  });

  it('that it breaks off, where a box is not whole', () => {
    const film = aFilm({ codecs: ['avc1'] });
    expect(scanned(film.subarray(0, film.length - 3)).breaksOff).toBe(true);
    expect(scanned(film.subarray(0, film.indexOf('avc1'))).breaksOff).toBe(true);
  });

  it('what it is, whatever its name is', () => {
    expect(scanned(aFilm({ brand: 'qt  ', codecs: [] })).container).toBe('quicktime');
    const webm = (type: string) => Buffer.from(`\x1aE\xdf\xa3\x9fB\x82\x88${type}\x86\x85V_VP9\xaeA_OPUS\0`, 'latin1');
    expect(scanned(webm('webm'))).toEqual({ container: 'webm', codecs: ['V_VP9', 'A_OPUS'], breaksOff: false });
    expect(scanned(webm('matroska')).container).toBe('matroska');
    expect(scanned(Buffer.from('not a video')).container).toBe('other');
    expect(scanned(Buffer.alloc(0)).container).toBe('other');
  });

  it('nothing that has no end, where it is damaged', () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const film = aFilm({ codecs: ['avc1', 'mp4a'] });
      film[8 + ((seed * 7919) % (film.length - 8))] = (seed * 31) % 256;
      expect(scanned(film, 50).container).toMatch(/mp4|quicktime/);
    }
  });
});

describe('what some browsers do not play', () => {
  const found = (...codecs: string[]) =>
    unplayableOf({ container: 'mp4', codecs, breaksOff: false }).map((one) => `${one.found}: ${one.reason}`);

  it.each([
    ['hvc1', 'H.265 (HEVC) (hvc1): Firefox and Chromium on Linux do not play it'],
    ['hev1', 'H.265 (HEVC) (hev1): Firefox and Chromium on Linux do not play it'],
    ['dvh1', 'H.265 (HEVC) (dvh1): Firefox and Chromium on Linux do not play it'],
    ['apcn', 'ProRes (apcn): it is for cutting films, and only Safari plays it'],
    ['ap4h', 'ProRes (ap4h): it is for cutting films, and only Safari plays it'],
    ['mp4v', 'MPEG-4 Part 2 (mp4v): Chrome and Firefox do not play it'],
    ['s263', 'H.263 (s263): no browser plays it'],
    ['jpeg', 'Motion JPEG (jpeg): no browser plays it'],
  ])('knows pictures in %s', (codec, fault) => {
    expect(found(codec, 'mp4a')).toEqual([fault]);
  });

  it.each([
    ['ac-3', 'Dolby sound (ac-3): Chrome and Firefox do not play it'],
    ['ec-3', 'Dolby sound (ec-3): Chrome and Firefox do not play it'],
    ['alac', 'Apple Lossless (alac): only Safari plays it'],
    ['sowt', 'raw sound (PCM) (sowt): most browsers do not play it'],
  ])('knows sound in %s', (codec, fault) => {
    expect(found('avc1', codec)).toEqual([fault]);
  });

  it('is neither H.264, VP9 nor AV1, nor tracks of times, places and subtitles beside them', () => {
    for (const pictures of ['avc1', 'avc3', 'av01', 'vp09', 'V_VP8', 'V_VP9', 'V_AV1'])
      expect(found(pictures, 'mp4a', 'tmcd', 'gpmd', 'mebx', 'tx3g', 'wvtt', 'c608')).toEqual([]);
    expect(found('avc1', 'Opus')).toEqual([]);
    expect(found('avc1', 'fLaC')).toEqual([]);
    expect(found('abcd', 'A_VORBIS')).toEqual([]);
    expect(found()).toEqual([]);
  });

  it('is no track beside one that is played', () => {
    expect(found('avc1', 'hvc1', 'ac-3', 'mp4a', 'jpeg')).toEqual([]);
  });

  it('is both pictures and sound where both are so', () => {
    expect(found('hvc1', 'ac-3')).toHaveLength(2);
  });
});
