import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { root } from '../io/settings.ts';
import { templateKeys } from './template-key.ts';

const names = ['templates', 'bodies', 'program'] as const;

const keysOf = (project?: string) => {
  const { templates, bodies, program } = templateKeys(project);
  return { templates, bodies, program };
};

test('a change makes anew what it can change, and no more', () => {
  const project = temporaryFolder();
  for (const path of ['src', 'public', 'package-lock.json', 'astro.config.mjs'])
    cpSync(join(root, path), join(project, path), { recursive: true });
  mkdirSync(join(project, 'scripts'));
  let before = keysOf(project);
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
    const now = keysOf(project);
    expect(
      names.filter((name) => now[name] !== before[name]),
      path,
    ).toEqual(changed);
    before = now;
  }
});

test('the same project in another place has the same templates', () => {
  const project = temporaryFolder();
  for (const path of ['src', 'public', 'package-lock.json', 'astro.config.mjs'])
    cpSync(join(root, path), join(project, path), { recursive: true });
  mkdirSync(join(project, 'scripts'));
  expect({ ...keysOf(project), program: '' }).toEqual({ ...keysOf(), program: '' });
});
