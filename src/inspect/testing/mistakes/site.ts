import type { FieldMistake } from './mistake.ts';

/** Mistakes in `site.yml`. */
export const inSite: readonly FieldMistake[] = [
  [{ license: 'CC BY 4.0' }, 'invalid-value', '> license: CC-BY-4.0'],
  [{ license: 'cc-by-sa' }, 'invalid-value', '> license: CC-BY-SA-4.0'],
  [{ license: 'creative commons by-nc 3.0' }, 'invalid-value', '> license: CC-BY-NC-3.0'],
  [
    { license: 'creativecommons.org/licenses/by/4.0/' },
    'invalid-value',
    '> license: https://creativecommons.org/licenses/by/4.0/',
  ],
  [{ licence: 'CC0' }, 'unknown-key', '> license: CC0-1.0'],
  [{ 'former-urls': 'https://old.example/recaps' }, 'invalid-value', '> former-urls: [https://old.example/recaps]'],
  [
    { 'former-urls': 'old.example, www.old.example' },
    'invalid-value',
    '> former-urls: [https://old.example, https://www.old.example]',
  ],
  [{ 'old-urls': '[https://old.example]' }, 'unknown-key', '> former-urls: [https://old.example]'],
  [{ links: '[{title: Fair, url: gala/}]' }, 'invalid-value', '> links: [{title: Fair, url: /gala/}]'],
  [
    { links: '[{title: Legal, url: /imprint/}]' },
    'broken-link',
    'Correct the address, or link to the Markdown file by its relative path.',
  ],
  [
    { links: '[{title: Mail, url: press@example.org}]' },
    'invalid-value',
    '> links: [{title: Mail, url: mailto:press@example.org}]',
  ],
  [
    { footer: '"- [us](/gala/)"' },
    'invalid-value',
    'Take out the marks that make it one, or put a backslash before the first of them if it is meant as it stands.',
  ],
  [
    { footer: '"[us](/nowhere/)"' },
    'broken-link',
    'Correct the address, or link to the Markdown file by its relative path.',
  ],
  [
    { head: '{scripts: [{src: //stats.example/s.js}]}' },
    'invalid-value',
    '> head: {scripts: [{src: https://stats.example/s.js}]}',
  ],
  [
    { head: '{scripts: [{src: http://stats.example/s.js}]}' },
    'invalid-value',
    '> head: {scripts: [{src: https://stats.example/s.js}]}',
  ],
  [
    { head: '{scripts: [{src: "javascript:x()"}]}' },
    'invalid-value',
    'Write an address that begins with https://, or with / for a file of public/.',
  ],
  [
    { head: '{scripts: [{content: x()}]}' },
    'unknown-key',
    'Put the script into a file of public/, and name that: src: /script.js. Pages run nothing inline.',
  ],
  [
    { head: '{scripts: [{src: https://a.example/s.js, onload: x()}]}' },
    'unknown-key',
    'Remove it, or correct its name.',
  ],
  [
    { head: '{scripts: [{src: /own.js}]}' },
    'broken-link',
    'Correct the address, or link to the Markdown file by its relative path.',
  ],
  [
    { head: '{meta: [{name: viewport, content: a}]}' },
    'invalid-value',
    'Write a name that pages do not have already, such as google-site-verification.',
  ],
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
