import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../src/core/rules.ts';
import { root } from '../src/io/settings.ts';
import { program } from './verbs.ts';

const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).sort();
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const { dependencies, devDependencies, scripts } = JSON.parse(textOf('package.json'));
const licenceOf = (name: string): string => JSON.parse(textOf(`node_modules/${name}/package.json`)).license;

/** What stands below a heading of a document, down to the next heading. */
const below = (path: string, heading: string): string => {
  const [, section = ''] = textOf(path).split(`\n${heading}\n`);
  return section.split(/\n#{1,3} /, 1)[0] ?? '';
};

/** The rows of the tables below a heading, of which the first cell begins with code. */
const rowsBelow = (path: string, heading: string): string[] =>
  below(path, heading)
    .split('\n')
    .filter((line) => line.startsWith('| `'));

const withoutBlocks = (text: string): string => text.replace(/^ *```[\s\S]*?^ *```$/gm, '');

/** The anchors of a document's headings, as GitHub and Forgejo make them. */
const anchorsOf = (path: string): string[] =>
  [...withoutBlocks(textOf(path)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** The links of a document that lead to no other site. */
const linksOf = (path: string): string[] =>
  [
    ...withoutBlocks(textOf(path))
      .replace(/`[^`\n]*`/g, 'code')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

const isBroken = (path: string, link: string): boolean => {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? path : relative(root, join(root, dirname(path), decodeURIComponent(file)));
  if (!existsSync(join(root, target))) return true;
  return anchor !== undefined && !anchorsOf(target).includes(anchor);
};

describe('the documents', () => {
  test('list every rule with its severity and meaning', () => {
    const rows = Object.entries(rules).map(
      ([name, { severity, meaning }]) => `| \`${name}\` | ${severity} | ${meaning} |`,
    );
    expect(rowsBelow('docs/diagnostics.md', '## Rules')).toEqual(rows);
  });

  test('list every verb of the command line', () => {
    const [, table = ''] = textOf('docs/command-line.md').split('| verb |');
    const listed = [...(table.split('\n## ', 1)[0] ?? '').matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, verb]) => verb),
    );
    expect(listed.sort()).toEqual(Object.keys(program.verbs).sort());
  });

  test.each(Object.entries(program.verbs))(
    'say in an overview what the help of %s says first',
    async (_, [summary, load]) => {
      expect((await load()).help.split('\n', 1)[0]).toBe(summary);
    },
  );

  test('say why each dependency is there', () => {
    const why = textOf('docs/dependencies.md');
    const named = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'));
    expect(named.filter((name) => !why.includes(`\`${name}\``))).toEqual([]);
  });

  test('say the licence of each package that is installed with the program', () => {
    const rows = rowsBelow('docs/dependencies.md', '## Installed with the package');
    for (const name of Object.keys(dependencies)) {
      const row = rows.find((one) => one.includes(`\`${name}\``));
      expect(row?.split(' | ')[1], name).toBe(licenceOf(name));
    }
  });

  test('give a reason for no package that is no dependency', () => {
    const known = Object.keys({ ...dependencies, ...devDependencies, '@types/*': '' });
    const listed = textOf('docs/dependencies.md')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split(' | ', 1)[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
    expect(listed.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('say of every figure of speed or weight when it was measured', () => {
    const sections = textOf('docs/performance.md').split('\n## ');
    const isOfFigures = (section: string): boolean => /--:|\d ?(?:ms|s|KB|MB|GB)\b/.test(section);
    const measured = sections.filter((section) => !section.startsWith('Aims\n') && isOfFigures(section));
    expect(measured.length).toBeGreaterThan(0);
    expect(measured.filter((section) => !/\b\d{1,2} [A-Z][a-z]+ \d{4}\b/.test(section))).toEqual([]);
  });

  test('show commands that exist', () => {
    const commands = documents
      .flatMap((path) => [...textOf(path).matchAll(/npm run ([a-z]+)|npx recapsule ([a-z]+)/g)])
      .map(([, script, verb]) => ({ script, verb }));
    expect(commands.length).toBeGreaterThan(20);
    expect(
      commands.filter(({ script, verb }) => !((script ?? 'test') in scripts) || !((verb ?? 'new') in program.verbs)),
    ).toEqual([]);
  });

  test('have no broken link', () => {
    const links = documents.flatMap((path) => linksOf(path).map((link) => ({ path, link })));
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter(({ path, link }) => isBroken(path, link))).toEqual([]);
  });

  test('notice a link to a heading that does not exist', () => {
    expect(isBroken('README.md', 'docs/writing.md#fields-of-eventmd')).toBe(false);
    expect(isBroken('README.md', 'docs/writing.md#no-such-heading')).toBe(true);
    expect(isBroken('docs/writing.md', 'README.md')).toBe(true);
  });

  test('name files of the program that exist', () => {
    const named = documents.flatMap((path) =>
      [...textOf(path).matchAll(/`((?:src|scripts|docs)\/[\w./-]+)`/g)].map(([, name = '']) => ({ path, name })),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ name }) => !existsSync(join(root, name)))).toEqual([]);
  });

  test('are all reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const path of reached)
      for (const link of linksOf(path)) {
        const [file = ''] = link.split('#');
        if (file.endsWith('.md')) reached.add(relative(root, join(root, dirname(path), file)));
      }
    expect(documents.filter((path) => !reached.has(path))).toEqual([]);
  });

  test('number decisions without a gap, each with its date and state', () => {
    const names = globSync('docs/decisions/[0-9]*.md', { cwd: root }).sort();
    const heads = names.map(
      (path) => /^# (\d+)\. .+\n\nDate: \d{4}-\d\d-\d\d\. State: \w.*\.\n/.exec(textOf(path))?.[1],
    );
    expect(heads).toEqual(names.map((_, index) => String(index + 1)));
    expect(names.map((path) => Number(/(\d{4})-/.exec(path)?.[1]))).toEqual(names.map((_, index) => index + 1));
  });

  test('explain at most 25 nouns', () => {
    const [, ...nouns] = below('docs/architecture.md', '## Glossary').match(/^\| .*\|$/gm) ?? [];
    expect(nouns.length).toBeGreaterThan(15);
    expect(nouns.length).toBeLessThanOrEqual(25);
  });
});

describe('the README', () => {
  test('has at most 10 KB', () => {
    expect(Buffer.byteLength(textOf('README.md'))).toBeLessThanOrEqual(10_000);
  });

  test('shows a page in at most 200 KB', () => {
    expect(linksOf('README.md')).toContain('docs/timeline.png');
    expect(statSync(join(root, 'docs/timeline.png')).size).toBeLessThanOrEqual(200_000);
  });
});
