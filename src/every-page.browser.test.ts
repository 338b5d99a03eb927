import { beforeAll, expect, test } from 'vitest';
import { openSamples } from '../scripts/testing/open-samples.ts';
import { type Findings, visitAll } from '../scripts/testing/visit-all.ts';

const samples = openSamples();
const paths = [...samples.files.keys()]
  .filter((path) => path.endsWith('.html'))
  .map((path) => `/${path.replace(/index\.html$/, '')}`);
let findings: Findings;

beforeAll(async () => {
  findings = await visitAll(samples, paths, (path) => path.startsWith('/double-eleven-2019/'));
});

test('there are many pages', () => {
  expect(paths.length).toBeGreaterThan(100);
});

test('no page asks another origin for anything before a click', () => {
  expect(findings.elsewhere).toEqual([]);
});

test('on no page does anything move while it loads', () => {
  expect(findings.moves).toEqual([]);
});

test('no page scrolls sideways at 320, 360, 768 or 1280 pixels', () => {
  expect(findings.sideways).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  'in %s mode, axe-core finds no breach of WCAG 2.2 AA or of best practice on any page',
  (mode) => {
    expect(findings[mode]).toEqual([]);
  },
);
