import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The one rule of WCAG 2.2 that is added to 2.1 has to be asked for. Of what passes, nothing is written down. */
const options = JSON.stringify({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] });

/** What axe-core finds on a page against WCAG 2.2 AA and best practice, as `rule: element`. */
export const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate(`axe.run(${options})`)) as AxeResults;
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
};
