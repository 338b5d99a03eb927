import { describe, expect, it } from 'vitest';
import { type PictureFormat, planPicture } from './plan.ts';

const measured = { format: 'png', width: 640, height: 480, hash: '0123456789abcdef' } as const;

describe('planPicture', () => {
  it('keeps what was measured, and names the published file', () => {
    expect(planPicture('gala/2019-11-11/stage.png', measured)).toEqual({
      ...measured,
      source: 'gala/2019-11-11/stage.png',
      name: 'stage-0123456789.png',
    });
  });

  it.each([
    ['gala/Wool Runners.PNG', 'wool-runners'],
    ['gala/IMG_2019.11.11  (1).png', 'img-2019-11-11-1'],
    ['gala/双十一 夜.png', '双十一-夜'],
    ['gala/Straße.png', 'straße'],
    ['gala/Cafe\u0301.png', 'caf\u00e9'],
    ['gala/हिन्दी.png', 'हिन्दी'],
    ['gala/a&b?c#d%e"f<g>.png', 'a-b-c-d-e-f-g'],
    ['gala/archive.tar.png', 'archive-tar'],
    ['gala/no-ending', 'no-ending'],
    ['gala/(1).png', '1'],
  ])('names %s so that the name can stand in an address: %s', (source, stem) => {
    expect(planPicture(source, measured).name).toBe(`${stem}-0123456789.png`);
  });

  it('names a picture by its content where its name has neither letters nor digits', () => {
    expect(planPicture('gala/🎆.png', measured).name).toBe('0123456789.png');
    expect(planPicture('gala/.png', measured).name).toBe('0123456789.png');
  });

  it('ends names by the published format, whatever the file was called', () => {
    const nameAs = (format: PictureFormat): string => planPicture('gala/stage.svg', { ...measured, format }).name;
    expect((['jpeg', 'png', 'webp', 'avif', 'gif'] as const).map(nameAs)).toEqual([
      'stage-0123456789.jpg',
      'stage-0123456789.png',
      'stage-0123456789.webp',
      'stage-0123456789.avif',
      'stage-0123456789.gif',
    ]);
  });

  it('gives a file a name that every disk can keep', () => {
    const { name } = planPicture(`gala/${'双'.repeat(83)}.png`, measured);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^双+-0123456789\.png$/);
  });
});
