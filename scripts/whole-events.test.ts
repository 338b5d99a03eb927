import { expect, test } from 'vitest';
import fc from './testing/fast-check.ts';
import { buildContent, temporaryFolder } from './testing/temporary-content.ts';
import { wholeEvents } from './testing/whole-events.ts';
import { judgePages } from './tools/soak/events/judge-pages.ts';

const folder = temporaryFolder();
const runs = Number(process.env['EVENTS'] ?? 30);

test('any events whose content is right are built, and their pages are sound', {
  timeout: 600_000 + runs * 30_000,
}, async () => {
  const events = fc.sample(wholeEvents(), runs);
  const content = events.flatMap((files, index) =>
    Object.entries(files).map(([path, text]): [string, string] => [`event-${index}/${path}`, text]),
  );
  const { code, stderr, target } = await buildContent(folder, Object.fromEntries(content));
  expect(
    code,
    stderr
      .split('\n')
      .filter((line) => !/warning|^ /.test(line))
      .join('\n'),
  ).toBe(0);
  expect(judgePages(target)).toEqual([]);
});
