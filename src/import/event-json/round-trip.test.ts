import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { filesOf, siteFilesOf } from '../../../scripts/testing/built-site.ts';
import { runRecapsule } from '../../../scripts/testing/run-recapsule.ts';
import { samplesFolder } from '../../../scripts/testing/samples.ts';
import {
  buildContent,
  entryFile,
  settings,
  temporaryFolder,
  writeFiles,
} from '../../../scripts/testing/temporary-content.ts';

const parent = temporaryFolder();

const importInto = (content: string, ...args: readonly string[]) =>
  runRecapsule(['import', ...args], { env: { CONTENT_DIR: content } });

test('the sample events, made again from event.json and their pictures, give the same site byte for byte', async () => {
  const site = inject('site');
  const content = join(parent, 'content');
  await writeFiles(content, {});
  await cp(join(samplesFolder, 'site.yml'), join(content, 'site.yml'));
  for (const event of ['11-11-2019', 'apollo-11']) {
    const media = join(samplesFolder, event);
    const { code, stdout, stderr } = await importInto(content, join(site, event, 'event.json'), '--media', media);
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).toMatch(
      new RegExp(`^Imported \\d+ entries and (\\d+) of \\1 pictures .* into .*${event}, a new event`),
    );
  }
  const target = join(parent, 'dist');
  const built = await runRecapsule(['build', '--outDir', target], { env: { CONTENT_DIR: content } });
  expect(built.code, built.stderr).toBe(0);
  const [before, after] = [siteFilesOf(site), siteFilesOf(target)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect([...after].filter(([path, bytes]) => !before.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([]);
});

describe('an event with everything in it', () => {
  const content = {
    'event/event.md': settings.event(
      'day-starts-at: "04:00"\ncounts-from: 2020-03-02T10:00:01\ntopics: {used: "Used: yes", later: Not yet}\naliases: [old-event]\nlive: true\nresults: [{label: Sum, value: "10", note: About}]\nmetrics:\n  sum: {title: Sum, unit: USD, cumulative: true, rates: {CNY: 6.99}, rates-note: A guess, references: [{name: "2015", value: {CNY: 91.2e9}}, {name: "2014"}]}\n',
    ),
    'event/a/0310-night.md': entryFile(
      'Night: "007"',
      '2020-03-03T03:10:09',
      'A [link](../b.md).\n\n    code\n\nEnd  ',
      'topics: [used]\nsequence: -1\nlabel: "21:30"\n',
    ),
    'event/b.md': entryFile(
      'Figure',
      '2020-03-02T24:00',
      '# Head\n\n> Quote\n',
      'milestone: {metric: sum, value: {CNY: 100.123e9}, surpasses: ["2015"]}\naliases: [old-b]\nauthor: "true"\n',
    ),
    'event/c.md': entryFile(
      'No time',
      '2020-03-02',
      '',
      'untimed: first\npinned: true\nsource: https://e.example/\nslug: other-name\ncorrections: [{time: 2020-03-04T10:00, note: "Two\\nlines"}]\n',
    ),
    'event/d.md': entryFile(
      'A secret',
      '2020-03-02T11:00',
      'A secret text.',
      'withdrawn: {time: 2020-03-04T10:00, reason: A slip}\naliases: [secret-no-more]\nmilestone: true\nauthor: A secret writer\nlabel: A secret label\n',
    ),
    'event/e.md': entryFile('A draft', '2020-03-02T12:00', 'A draft text.', 'draft: true\n'),
  };

  test('comes back without loss; what was withdrawn is not, and neither are drafts', async () => {
    const before = await buildContent(join(parent, 'one'), content);
    expect(before.code, before.stderr).toBe(0);
    const json = before.files.get('event/event.json')?.toString() ?? '';
    expect(json).not.toMatch(/secret text|A secret|draft/i);
    const again = join(parent, 'two');
    await writeFiles(join(again, 'content'), { 'site.yml': settings.site });
    const run = await importInto(join(again, 'content'), join(before.target, 'event/event.json'));
    expect(run.code, run.stdout + run.stderr).toBe(0);
    const after = await buildContent(again, {});
    expect(
      [...after.files].filter(([path, bytes]) => !before.files.get(path)?.equals(bytes)).map(([path]) => path),
    ).toEqual([]);
    expect([...after.files.keys()]).toEqual([...before.files.keys()]);
    const second = await importInto(join(again, 'content'), join(before.target, 'event/event.json'));
    expect([second.code, second.stderr]).toEqual([
      1,
      expect.stringContaining('expected nothing: a file of this import'),
    ]);
  });
});

describe('an event.json that is none', () => {
  const event = { format: 'recapsule-event-1', slug: 'x', fields: {}, markdown: '', media: [], entries: [] };
  const refused = async (json: object): Promise<string> => {
    const folder = join(
      parent,
      `bad-${Math.abs(JSON.stringify(json).length)}-${JSON.stringify(json).slice(-40).replace(/\W/g, '')}`,
    );
    await writeFiles(folder, { 'content/site.yml': settings.site, 'event.json': JSON.stringify(json) });
    const { code, stderr } = await importInto(join(folder, 'content'), join(folder, 'event.json'));
    expect(code).toBe(1);
    expect([...filesOf(folder).keys()].sort()).toEqual(['content/site.yml', 'event.json']);
    return stderr;
  };

  test.each([
    [{ ...event, entries: [{ file: '../out.md', fields: {}, markdown: '' }] }],
    [{ ...event, entries: [{ file: '/etc/out.md', fields: {}, markdown: '' }] }],
    [{ ...event, entries: [{ file: 'event.md', fields: {}, markdown: '' }] }],
    [{ ...event, entries: [{ file: '.git/a.md', fields: {}, markdown: '' }] }],
    [{ ...event, media: ['../../etc/passwd'] }],
    [{ ...event, media: ['a.md'] }],
    [{ ...event, slug: '../x' }],
    [{ ...event, format: 'recapsule-event-9' }],
  ])('is refused, and nothing is written: %j', async (json) => {
    expect(await refused(json)).toContain('Nothing has been imported.');
  });
});
