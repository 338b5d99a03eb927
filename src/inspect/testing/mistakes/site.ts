import type { FieldMistake } from './mistake.ts';

/** Mistakes in `site.yml`. */
export const inSite: readonly FieldMistake[] = [
  [{ title: 'A: b' }, 'front-matter-syntax', '> title: "A: b"'],
  [{ url: 'example.org' }, 'invalid-value', '> url: https://example.org'],
  [{ language: 'English' }, 'invalid-value', '> language: en'],
  [{ url: undefined, baseURL: 'https://example.org/' }, 'unknown-key', '> url: https://example.org/'],
  [{ author: 'Ada' }, 'unknown-key', '> publisher: {name: Ada}'],
  [{ publisher: 'Press' }, 'invalid-value', '> publisher: {name: Press}'],
  [{ theme: 'ananke' }, 'invalid-value', 'Write fields such as {accent: "#a32d18"}.'],
  [{ theme: '{acent: "#a32d18"}' }, 'unknown-key', '> theme: {accent: "#a32d18"}'],
  [{ theme: '{accent: a32d18}' }, 'invalid-value', '> theme: {accent: "#a32d18"}'],
  [{ theme: '\n  accent: #a32d18' }, 'invalid-value', '>   accent: "#a32d18"'],
  [{ theme: '{accent: "#fc0"}' }, 'weak-contrast', '> theme: {accent: "#8d7000"}'],
  [{ theme: '{font: {titles: brand.woff2}}' }, 'missing-theme-file', 'Put the file there, or correct its name.'],
  [
    { twitter: 'x' },
    'unknown-key',
    'Name it among links: links: [{title: Mastodon, url: https://example.social/@press}].',
  ],
  [{ timezone: 'Asia/Shanghai' }, 'unknown-key', 'Each event has its own time zone, in its event.md: remove it.'],
];
