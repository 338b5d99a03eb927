import { describe, expect, test } from 'vitest';
import { aDrawing } from '../inspect/testing/check.ts';
import { aMediaServer } from './media/testing.ts';
import { anImportWorkspace } from './testing/workspace.ts';

describe('pictures', () => {
  const aFeed = (html: string): string =>
    `<rss version="2.0"><channel><title>The gala</title><item><guid>1</guid><title>One</title><pubDate>Mon, 11 Nov 2019 10:01:00 +0800</pubDate><description><![CDATA[<p>It begins.</p>${html}]]></description></item></channel></rss>`;

  test('beside the source are copied beside the entry', async () => {
    const { bring, files, reported } = await anImportWorkspace();
    await bring(aFeed('<img src="pad.svg" alt="A pad">'), {}, { 'pad.svg': aDrawing });
    expect(files()['gala/2019-11-11/1001-one-1.svg']).toBe(aDrawing);
    expect(files()['gala/2019-11-11/1001-one.md']).toContain('![A pad](1001-one-1.svg)');
    expect(reported).toEqual(['Picture 1 of 1']);
  });

  test('that were missing come with the next import, and all else stays', async () => {
    const { bring, files } = await anImportWorkspace();
    const html = '<img src="pad.svg" alt="A pad">';
    await bring(aFeed(html));
    const first = files();
    expect(first['gala/2019-11-11/1001-one.md']).toMatch(/\n\nA pad\n$/);
    const trial = await bring(aFeed(html), { isTrial: true }, { 'pad.svg': aDrawing });
    expect(files()).toEqual(first);
    const { report, needsDecision } = await bring(aFeed(html));
    expect(trial.report).toBe(report.replace(/^Imported/, 'Would import'));
    expect(report).toMatch(/^Imported 0 of 1 update from .*: 1 picture that was missing\.\n/);
    expect(needsDecision).toBe(false);
    expect(files()).toEqual({
      ...first,
      'gala/2019-11-11/1001-one-1.svg': aDrawing,
      'gala/2019-11-11/1001-one.md': first['gala/2019-11-11/1001-one.md']?.replace(
        /A pad\n$/,
        '![A pad](1001-one-1.svg)\n',
      ),
    });
    expect((await bring(aFeed(html))).report).toContain('nothing is new');
  });

  test('of a page that was saved with them are found beside it', async () => {
    const { bring, files } = await anImportWorkspace();
    const rss = aFeed('<img src="pics/pad.svg" alt="A pad">').replace(
      '</title>',
      '</title><link>https://gala.test/live/</link>',
    );
    await bring(rss, {}, { 'pics/pad.svg': aDrawing });
    expect(files()['gala/2019-11-11/1001-one-1.svg']).toBe(aDrawing);
  });

  test('without a text are there, and a person has to decide', async () => {
    const { bring, files } = await anImportWorkspace();
    const { report, needsDecision } = await bring(aFeed('<img src="pad.svg">'), {}, { 'pad.svg': aDrawing });
    expect(needsDecision).toBe(true);
    expect(report).toContain('To decide, in the words of "recapsule check":\n\n');
    expect(report).toContain('1001-one.md:8:1 error missing-alt\n');
    expect(files()['gala/2019-11-11/1001-one.md']).toContain('![](1001-one-1.svg)');
  });

  test('are left where they are where nobody wants them, with a link to each', async () => {
    const { bring, files, reported } = await anImportWorkspace();
    const html = '<a href="https://page.test/"><img src="https://pictures.test/a.png" alt="A pad"></a>';
    const { report } = await bring(aFeed(html), { media: false });
    expect(files()['gala/2019-11-11/1001-one.md']).toContain(
      '[A pad](https://pictures.test/a.png) <https://page.test/>',
    );
    expect(reported).toEqual([]);
    expect(report).not.toContain('has become a link');
  });

  test('come from a private address only where that is allowed', async () => {
    const { url } = await aMediaServer((_, response) => response.end(aDrawing));
    const html = `<img src="${url}/a.svg" alt="A pad">`;
    const refused = await anImportWorkspace();
    const { report, needsDecision } = await refused.bring(aFeed(html));
    expect(needsDecision).toBe(false);
    expect(report).toContain(`  - The picture ${url}/a.svg has become a link: 127.0.0.1 is a loopback address`);
    expect(refused.files()['gala/2019-11-11/1001-one.md']).toContain(`[A pad](${url}/a.svg)`);
    const allowed = await anImportWorkspace();
    await allowed.bring(aFeed(html), { allowPrivate: true });
    expect(allowed.files()['gala/2019-11-11/1001-one-1.svg']).toBe(aDrawing);
  });

  test('that cannot be had are reported without secrets, and shortly', async () => {
    const { bring, files } = await anImportWorkspace();
    const secret = 'https://me:secret@pictures.test/';
    const { report } = await bring(
      aFeed(
        `<img src="${secret}a.png" alt="A"><img src="${secret}${'b'.repeat(2000)}.png" alt="B"><img src="c.png" alt="C">`,
      ),
    );
    expect(report).toContain('  - The picture https://pictures.test/a.png has become a link: its address holds');
    expect(report).toContain('  - The picture "c.png" is left out, its words are kept: there is no such file');
    expect(report).not.toContain('secret');
    expect(Math.max(...report.split('\n').map((line) => line.length))).toBeLessThan(400);
    expect(files()['gala/2019-11-11/1001-one.md']).toMatch(/ C\n$/);
  });
});
