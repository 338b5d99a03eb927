import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { processorTime, soon } from '../../../scripts/testing/processor-time.ts';
import { describeContent, pictureExtension } from './picture-kind.ts';

const red = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the kind of a picture', () => {
  test.each([
    ['jpeg', 'jpg'],
    ['png', 'png'],
    ['gif', 'gif'],
    ['webp', 'webp'],
    ['avif', 'avif'],
  ] as const)('recognizes %s by its first bytes', async (format, extension) =>
    expect(pictureExtension(await red.clone().toFormat(format).toBuffer())).toBe(extension),
  );

  test('is AVIF where another brand comes first, and HEIC where AVIF is none of its brands', () => {
    const brands = (...all: string[]): Buffer =>
      bytes(`\0\0\0${String.fromCharCode(8 + 4 * all.length)}ftyp${all.join('')}`);
    expect(pictureExtension(brands('mif1', '\0\0\0\0', 'miaf', 'avif'))).toBe('avif');
    expect(pictureExtension(Buffer.concat([brands('isom', '\0\0\0\0', 'mp41'), bytes('avif')]))).toBeUndefined();
    expect(describeContent(brands('mif1', '\0\0\0\0', 'heic'))).toBe('image/heic');
    expect(describeContent(brands('isom', '\0\0\0\0', 'mp41'))).toBe('video/mp4');
  });

  test.each([
    svg,
    `\ufeff${svg}`,
    `<?xml version="1.0"?>\n<!-- ${'long '.repeat(5000)} --><?a b?>\n${svg}`,
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd" [<!ENTITY a "b > c">\n]>\n${svg}`,
    '<svg>',
  ])('is SVG where the first element is one, and that can be drawn: %#', async (text) => {
    expect(pictureExtension(Buffer.from(text))).toBe('svg');
    if (text !== '<svg>') expect((await sharp(Buffer.from(text)).metadata()).format).toBe('svg');
  });

  test.each([
    `<!doctype html><p>${svg}`,
    `text ${svg}`,
    `<!-- ${svg}`,
    '<svgs>',
    '',
    'GIF88a',
    'RIFF1234WAVE',
    '\x89PNG\n\x1a\n',
    `<!--\xe9-->${svg}`,
    `<s:svg xmlns:s="http://www.w3.org/2000/svg"/>`,
  ])('is none: %j', (text) => expect(pictureExtension(bytes(text))).toBeUndefined());

  test('gives an answer at once for what is made to be read for ever', () => {
    const start = processorTime();
    expect(pictureExtension(bytes('<!---->'.repeat(100_000)))).toBeUndefined();
    expect(pictureExtension(bytes('<?'.repeat(1_000_000)))).toBeUndefined();
    expect(pictureExtension(bytes(`<!doctype svg ${'['.repeat(1_000_000)}`))).toBeUndefined();
    expect(processorTime() - start).toBeLessThan(soon(2000));
  });
});

describe('what is no picture', () => {
  test.each([
    ['<!DOCTYPE html><title>Not found</title>', 'image/png', 'text/html'],
    ['<?xml version="1.0"?><!-- a -->\n<html xmlns="http://www.w3.org/1999/xhtml">', undefined, 'text/html'],
    ['{"error": 1}', 'Application/JSON; charset=utf-8', 'application/json'],
    ['BM\x10\0\0\0\0\0\0\0', 'image/png', 'image/bmp'],
    ['II*\0', undefined, 'image/tiff'],
    ['\0\0\x01\0', undefined, 'image/x-icon'],
    ['%PDF-1.7', 'text/plain', 'application/pdf'],
    ['', 'image/png', 'empty'],
    ['?', 'image/png', 'of an unknown kind'],
    ['?', undefined, 'of an unknown kind'],
    ['?', '\x1b[2Jtext/x', 'of an unknown kind'],
    ['?', 'text/x\x1b[2J', 'of an unknown kind'],
  ])('is called by its content before its header: %j, %j', (text, declared, kind) =>
    expect(describeContent(bytes(text), declared)).toBe(kind),
  );
});
