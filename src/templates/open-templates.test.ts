import { cpSync, readdirSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesOf } from '../../scripts/testing/built-site.ts';
import { runIn } from '../../scripts/testing/repository.ts';
import type { Run } from '../../scripts/testing/run-recapsule.ts';
import { temporaryFolder } from '../../scripts/testing/temporary-content.ts';
import { root } from '../io/settings.ts';

const project = temporaryFolder();
const key = '0123456789abcdef0123';
const elsewhere = temporaryFolder();
const allTemplates = join(project, '.cache/templates');

/** Opens templates in a copy of the project, as a process that stands elsewhere, and tells what came of it. */
const open = (own = key, env: Readonly<Record<string, string>> = {}): Promise<Run> => {
  const program = `
    import { filesOfTemplates, openTemplates } from ${JSON.stringify(join(project, 'src/templates/open-templates.ts'))};
    import { compiledTemplates } from ${JSON.stringify(join(project, 'src/templates/program.ts'))};
    const folder = await compiledTemplates('${own}');
    const { renderEvent } = await openTemplates(folder);
    console.log(typeof renderEvent, filesOfTemplates(folder));`;
  return runIn(elsewhere, process.execPath, ['--input-type=module', '-e', program], env);
};

const openedAs = (own: string) => ({
  code: 0,
  stderr: expect.any(String),
  stdout: `function ${join(allTemplates, own, 'files')}\n`,
});
const opened = openedAs(key);

const yesterday = Date.now() / 1000 - 86_400;

describe('compiled templates', () => {
  beforeAll(() => {
    for (const path of ['src', 'public', 'scripts', 'package.json', 'package-lock.json', 'astro.config.mjs'])
      cpSync(join(root, path), join(project, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  });

  test('are made by two processes at the same time, and both have them', async () => {
    expect(await Promise.all([open(), open()])).toEqual([opened, opened]);
    expect(readdirSync(allTemplates)).toEqual([key]);
  });

  test('are made once, and remember when they were used', async () => {
    const file = join(allTemplates, key, 'bundle/templates.mjs');
    const made = statSync(file).ino;
    utimesSync(join(allTemplates, key), yesterday, yesterday);
    expect(await open()).toEqual(opened);
    expect(statSync(file).ino).toBe(made);
    expect(statSync(join(allTemplates, key)).mtimeMs / 1000).toBeGreaterThan(yesterday + 60);
  });

  test('depend on nothing around them, and leave nothing there', async () => {
    const other = 'abcdef0123456789abcd';
    const env = {
      NODE_ENV: 'development',
      BASE_URL: '/wrong/',
      DEV: 'true',
      PROD: '',
      SSR: '',
      CONTENT_DIR: 'nowhere',
    };
    expect(await open(other, env)).toEqual(openedAs(other));
    const [first, second] = [key, other].map((name) => filesOf(join(allTemplates, name)));
    expect([...(second ?? [])]).toEqual([...(first ?? [])]);
    for (const [path, bytes] of first ?? []) expect(bytes.includes(project), path).toBe(false);
    expect(readdirSync(elsewhere)).toEqual([]);
  });
});
