import { expect, test } from 'vitest';
import { withLook } from './look-texts.ts';

const publisher = (logo: string): string => `{"@type":"Organization","name":"Ä"${logo}}`;
const from = ['<link rel="icon" href="/favicon.svg">', '', publisher(''), '/card-0123456789ab.png"', '/card-same.png"'];
const to = [
  '<link rel="icon" href="/media/icon.png"><link rel="stylesheet" href="/media/theme.css">',
  '',
  publisher(',"logo":"/ü.png"'),
  '/card-ba9876543210.png"',
  '/card-same.png"',
];

const pageWith = ([icons = '', , own = '', card = '']: readonly string[], text: string): string =>
  `<head><title>Ü</title><meta content="https://a.example/media${card}>${icons}</head><body><p>${text}</p>` +
  `<script type="application/ld+json">{"author":${own},"publisher":${own},"image":"/media${card}}</script><p>Behind</p></body>`;

const printed = (page: string, change = withLook(from, to)): string =>
  Buffer.from(change(Buffer.from(page))).toString();

test('what other colours give is put in the place of what earlier ones gave, in heads and in JSON-LD', () => {
  expect(printed(pageWith(from, 'Text.'))).toBe(pageWith(to, 'Text.'));
});

test('the words of writers stay, though they say what colours give', () => {
  const text = `${from[0]} ${from[2]} "/media${from[3]}`;
  expect(printed(pageWith(from, text))).toBe(pageWith(to, text));
});

test('a page stays as it is where colours give nothing else', () => {
  const page = Buffer.from(pageWith(from, 'Text.'));
  expect(withLook(from, from)(page)).toBe(page);
});
