import type { FieldMistake } from './mistake.ts';

/** Mistakes in `site.yml`. */
export const inSite: readonly FieldMistake[] = [
  [{ title: 'A: b' }, 'front-matter-syntax', '> title: "A: b"'],
  [{ url: 'example.org' }, 'invalid-value', '> url: https://example.org'],
  [{ language: 'English' }, 'invalid-value', '> language: en'],
  [{ url: undefined, baseURL: 'https://example.org/' }, 'unknown-key', '> url: https://example.org/'],
  [{ author: 'Ada' }, 'unknown-key', '> publisher: {name: Ada}'],
  [{ publisher: 'Press' }, 'invalid-value', '> publisher: {name: Press}'],
  [{ theme: 'ananke' }, 'unknown-key', 'Remove it: every page is laid out in the same way.'],
  [
    { twitter: 'x' },
    'unknown-key',
    'Name it among links: links: [{title: Mastodon, url: https://example.social/@press}].',
  ],
  [{ timezone: 'Asia/Shanghai' }, 'unknown-key', 'Each event has its own time zone, in its event.md: remove it.'],
];
