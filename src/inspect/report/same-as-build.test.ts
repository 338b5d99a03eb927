import { expect, test } from 'vitest';
import { isolateGit, recapsuleIn } from '../../../scripts/testing/repository.ts';
import { buildContent, entryFile, settings, temporaryFolder } from '../../../scripts/testing/temporary-content.ts';
import { formatDiagnostics } from '../../core/format-diagnostic.ts';

const folder = temporaryFolder();
isolateGit(folder);

/** What `check --format json` says, in the words of a build. */
const checkedAsBuilt = async (source: string): Promise<{ code: number | null; text: string; rules: string[] }> => {
  const { code, stdout, stderr } = await recapsuleIn(source, ['check', '--format', 'json'], { CONTENT_DIR: source });
  expect(stderr).toBe('');
  const { diagnostics } = JSON.parse(stdout);
  const rules = new Set<string>(diagnostics.map(({ rule }: { rule: string }) => rule));
  return { code, text: formatDiagnostics(diagnostics), rules: [...rules].sort() };
};

const at = '2020-03-02T10:00';

test('a check finds what a build finds, in the same places and words, and nothing else', async () => {
  const metrics = 'metrics: {visitors: {title: Visitors, unit: people, cumulative: true}}\n';
  const counted = (value: number): string => `milestone: {metric: visitors, value: ${value}}\n`;
  const { source, code, stderr } = await buildContent(`${folder}/faults`, {
    'fair/event.md': settings.event(`${metrics}hero: {picture: gone.png, alt: The hall}\n`),
    'fair/0900-early.md': entryFile('Early', at),
    'fair/alt.md': entryFile('No alt', at, '![](torn.png)'),
    'fair/draft.md': entryFile('Draft', at, 'Soon.', 'draft: true\n'),
    'fair/elsewhere.md': entryFile('Elsewhere', at, '![Far away](https://elsewhere.test/a.png)'),
    'fair/html.md': entryFile('HTML', at, 'Run <script>alert(1)</script> this [draft](draft.md).'),
    'fair/late.md': entryFile('Late', '2020-04-02T10:00'),
    'fair/link.md': entryFile('Link', at, 'Some text.\n\nSee [that](htlm.md) and [this](/fair/nothing/).'),
    'fair/metric.md': entryFile('Metric', at, 'Text.', 'milestone: {metric: visitor, value: 1}\n'),
    'fair/more.md': entryFile('More', '2020-03-03T10:00', 'Text.', counted(200)),
    'fair/less.md': entryFile('Less', '2020-03-04T10:00', 'Text.', counted(100)),
    'fair/notes.markdown': 'Not an entry.',
    'fair/one/same.md': entryFile('Same', at),
    'fair/two/same.md': entryFile('Same', at, '![Gone](gone-too.png)'),
    'fair/time.md': entryFile('Time', 'noon', '[also](nowhere.md)'),
    'fair/torn.png': 'no picture',
    'fair/unknown.md': entryFile('Unknown', at, 'Text.', 'autor: me\n'),
    'loose.md': 'Beside the events.',
  });
  const checked = await checkedAsBuilt(source);
  expect(checked.rules).toEqual([
    'broken-link',
    'duplicate-slug',
    'entry-without-event',
    'falling-metric',
    'file-time-disagrees',
    'invalid-time',
    'missing-alt',
    'missing-picture',
    'outside-coverage',
    'remote-picture',
    'unknown-key',
    'unknown-metric',
    'unread-document',
    'unreadable-picture',
    'unsafe-html',
    'unused-file',
  ]);
  expect({ code, stderr }).toEqual({
    code: checked.code,
    stderr: `The content in ${source} has errors:\n${checked.text}\n`,
  });
});

test('where a build only warns, a check gives the same warnings and is content', async () => {
  const { source, code, stderr } = await buildContent(`${folder}/warnings`, {
    'fair/event.md': settings.event(),
    'fair/0900-early.md': entryFile('Early', at, 'Run <script>alert(1)</script> this.'),
  });
  const checked = await checkedAsBuilt(source);
  expect(checked).toMatchObject({ code: 0, rules: ['file-time-disagrees', 'unsafe-html'] });
  expect(code).toBe(0);
  expect(stderr).toContain(checked.text);
});
