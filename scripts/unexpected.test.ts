import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runRecapsule } from './testing/run-recapsule.ts';
import { entryFile, settings, temporaryFolder, writeFiles } from './testing/temporary-content.ts';

const folder = temporaryFolder();

/** A machine on which spans of time cannot be put into words, as far as a function needs them. */
const brokenFor = (caller: string): readonly string[] => [
  '--import',
  `data:text/javascript,const Own = Intl.ListFormat;
  Intl.ListFormat = class extends Own {
    constructor(...parts) {
      if (new Error().stack.includes(['${caller.slice(0, 3)}','${caller.slice(3)}'].join(''))) throw new RangeError('No words');
      super(...parts);
    }
  };`.replaceAll(/\s+/g, '%20'),
];

const content = (name: string) =>
  writeFiles(join(folder, name), {
    'site.yml': settings.site,
    'race/event.md': settings.event('metrics: {lap: {title: Lap, unit: s, format: duration}}\n'),
    'race/first.md': entryFile('First', '2020-03-05T11:00', 'x', 'milestone: {metric: lap, value: 1:21.900}\n'),
  });

test('what goes wrong unexpectedly names the page and its file, above the stack', async () => {
  const { code, stderr } = await runRecapsule(['build', '--outDir', join(folder, 'dist')], {
    env: { CONTENT_DIR: await content('built') },
    node: brokenFor('plotSeries'),
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The page race\/\S+ \(race\/(?:first|event)\.md\) cannot be made: RangeError: No words\n/);
  expect(stderr).toContain('at plotSeries');
  expect(stderr).toMatch(
    /\n\nThis is an error of Recapsule, not of the content\. Please report it with these lines, and with the file that they name\.\n$/,
  );
});

test('and so it does in a publish, where it is the card of an entry', async () => {
  const { code, stderr, stdout } = await runRecapsule(['publish', '--disk', '--site', join(folder, 'site')], {
    env: { CONTENT_DIR: await content('published') },
    node: brokenFor('describeMilestoneCard'),
  });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/The social card of race\/first\.md cannot be made: RangeError: No words/);
});
