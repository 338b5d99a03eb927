import { describe, expect, test } from 'vitest';
import { downloadAddress, redirectAddress, shownAddress } from './web-address.ts';

describe('an address of the web', () => {
  test('is given without its fragment, and seen from a base', () => {
    expect(downloadAddress('HTTPS://Example.org/a b?c#d').href).toBe('https://example.org/a%20b?c');
    expect(downloadAddress('//b.example/c', new URL('https://a.example/')).href).toBe('https://b.example/c');
  });

  test.each([
    ['', 'that is no address. Expected one such as https://example.org/live.'],
    ['http://', 'that is no address. Expected one such as https://example.org/live.'],
    ['http://999.1.1.1', 'that is no address. Expected one such as https://example.org/live.'],
    ['ftp://example.org/a', 'its address begins with ftp:, and only http: and https: are downloaded from.'],
    ['file:///etc/passwd', 'its address begins with file:, and only http: and https: are downloaded from.'],
    ['data:image/png;base64,', 'its address begins with data:, and only http: and https: are downloaded from.'],
    ['javascript:alert(1)', 'its address begins with javascript:, and only http: and https: are downloaded from.'],
    [
      'http://me:secret@example.org',
      'its address holds a user name or password, which are not sent to anyone. Leave them out.',
    ],
    [
      'http://me@example.org',
      'its address holds a user name or password, which are not sent to anyone. Leave them out.',
    ],
  ])('is not %s', (address, fault) => expect(() => downloadAddress(address)).toThrow(fault));

  test('is shown without secrets and control characters', () => {
    expect(shownAddress('https://me:secret@example.org/a')).toBe('https://example.org/a');
    expect(shownAddress('http://a/\x1b[2J')).toBe('http://a/%1B[2J');
    expect(shownAddress('http://\x1b[2J')).toBe('"http:// [2J"');
    expect(shownAddress('a\x9b2J.png')).toBe('"a 2J.png"');
  });
});

test.each([
  `data:image/png;base64,${'A'.repeat(5000)}`,
  `https://me:secret@example.org/${'a'.repeat(5000)}.png`,
  `${'a'.repeat(5000)}.png`,
])('a long address is shown by its beginning and end: %#', (address) => {
  const shown = shownAddress(address);
  expect(shown.length).toBeLessThan(200);
  expect(shown).toContain('…');
  expect(shown).not.toContain('secret');
});

describe('a redirect', () => {
  const from = new URL('https://a.example/b/c');
  const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

  test('leads to an address that is seen from the one before', () => {
    expect(redirectAddress('d', from).href).toBe('https://a.example/b/d');
    expect(redirectAddress(latin1('/é'), from).href).toBe('https://a.example/%C3%A9');
    expect(redirectAddress('https://a.example/', new URL('http://a.example/')).href).toBe('https://a.example/');
    expect(redirectAddress('http://b.example/', new URL('http://a.example/')).href).toBe('http://b.example/');
  });

  test('is refused where it takes the protection away', () =>
    expect(() => redirectAddress('http://a.example/', from)).toThrow(
      'it is redirected from https: to http://a.example/, which is not protected on its way.',
    ));
});
