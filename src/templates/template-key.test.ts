import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { root } from '../io/settings.ts';
import { rememberedKeys } from './remembered-keys.ts';
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

test('keys are remembered until a file changes', () => {
  const project = temporaryFolder();
  for (const path of ['src/core/a.ts', 'public/a.txt', 'scripts/a.ts', 'package-lock.json', 'astro.config.mjs']) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), '{}');
  }
  const first = keysOf(project);
  expect(rememberedKeys(project)).toEqual(first);
  expect(existsSync(join(project, '.cache'))).toBe(false);
  // What has been written a moment ago could be written again at the same time.
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 10_000);
  expect(rememberedKeys(project)).toEqual(first);
  const file = join(project, '.cache/keys.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(first.bodies, 'kept'));
  expect(rememberedKeys(project)).toMatchObject({ ...first, bodies: 'kept' });
  writeFileSync(join(project, 'src/core/a.ts'), '[]');
  expect(rememberedKeys(project)).toEqual(keysOf(project));
  writeFileSync(file, 'damaged');
  expect(rememberedKeys(project)).toEqual(keysOf(project));
  vi.restoreAllMocks();
});
