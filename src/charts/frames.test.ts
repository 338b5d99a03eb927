import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { framesFor, rem, steps } from './frames.ts';

const css = readFileSync(new URL('../styles/chart.css', import.meta.url), 'utf8');

test('the sizes for which labels are laid out are those of the style sheet', () => {
  for (const [size, frames] of Object.entries(framesFor)) {
    const rule = new RegExp(
      `\\.chart\\.${size} \\{\\s*--narrow: (\\d+)rem;\\s*--medium: (\\d+)rem;\\s*--wide: (\\d+)rem;`,
    );
    expect(rule.exec(css)?.slice(1).map(Number), size).toEqual(steps.map((step) => frames[step].height / rem));
  }
  const limits = [...css.matchAll(/@container chart \((.*?)\)/g)].map(([, limit]) => limit);
  const [medium, wide] = [framesFor.full.medium.width / rem, framesFor.full.wide.width / rem];
  expect(limits).toEqual([
    `inline-size < ${medium}rem`,
    `${medium}rem <= inline-size < ${wide}rem`,
    `inline-size >= ${wide}rem`,
  ]);
});
