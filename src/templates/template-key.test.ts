import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { root } from '../io/settings.ts';
import { templateKeys } from './template-key.ts';

const names = ['templates', 'bodies', 'program'] as const;

const keysOf = (base: string, project?: string) => {
  const { templates, bodies, program } = templateKeys(project);
  return { templates: templates(base), bodies, program };
};

test('templates are compiled anew for another base, and bodies stay', () => {
  const [one, other] = [keysOf('/'), keysOf('/recaps/')];
  expect(keysOf('/')).toEqual(one);
  expect(names.filter((name) => one[name] !== other[name])).toEqual(['templates']);
});

test('a change makes anew what it can change, and no more', () => {
  const project = temporaryFolder();
  for (const path of ['src', 'public', 'package-lock.json', 'astro.config.mjs'])
    cpSync(join(root, path), join(project, path), { recursive: true });
  mkdirSync(join(project, 'scripts'));
  let before = keysOf('/', project);
  for (const [path, changed] of [
    ['src/pages/new.test.ts', []],
    ['src/core/testing.ts', []],
    ['scripts/publish.ts', ['program']],
    ['scripts/publish.test.ts', []],
    ['content/gala/event.md', []],
    ['src/pages/new.astro', ['templates', 'program']],
    ['public/new.txt', ['templates', 'program']],
    ['src/markdown/links.ts', ['templates', 'bodies', 'program']],
    ['src/media/encode.ts', ['templates', 'bodies', 'program']],
    ['package-lock.json', ['templates', 'bodies', 'program']],
    ['astro.config.mjs', ['templates', 'bodies', 'program']],
  ] as const) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), '{}');
    const now = keysOf('/', project);
    expect(
      names.filter((name) => now[name] !== before[name]),
      path,
    ).toEqual(changed);
    before = now;
  }
});

test('the same project in another place has its templates compiled there', () => {
  const project = temporaryFolder();
  for (const path of ['src', 'public', 'package-lock.json', 'astro.config.mjs'])
    cpSync(join(root, path), join(project, path), { recursive: true });
  mkdirSync(join(project, 'scripts'));
  const [here, there] = [keysOf('/'), keysOf('/', project)];
  expect(names.filter((name) => here[name] !== there[name])).toEqual(['templates', 'program']);
});
