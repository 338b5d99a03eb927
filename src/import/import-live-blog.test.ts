import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallLiveBlogs } from '../../scripts/testing/live-blogs.ts';
import { writeFiles } from '../../scripts/testing/temporary-content.ts';
import { anEntry, anEvent } from '../core/testing.ts';
import { checkContent } from '../inspect/check-content.ts';
import { aDrawing } from '../inspect/testing/check.ts';
import { readContent } from '../io/read-content.ts';
import { aMediaServer } from './media/testing.ts';
import { anImportWorkspace } from './testing/workspace.ts';

const aTranscript = (...updates: readonly string[]): string => ['Monday, Nov. 11, 2019', ...updates].join('\n\n');

describe.each(smallLiveBlogs)('$kind', ({ of }) => {
  test('becomes an event without errors', async () => {
    const { folder, bring, files } = await anImportWorkspace();
    const { needsDecision, report } = await bring(of(3));
    expect(needsDecision).toBe(false);
    expect(report).toContain('  imported           3\n');
    const names = Object.keys(files()).filter((file) => file.endsWith('.md'));
    expect(names.map((file) => file.replace(/-song.*/, ''))).toEqual([
      'gala/2019-11-11/1001',
      'gala/2019-11-11/1002',
      'gala/2019-11-11/1003',
      'gala/event.md',
    ]);
    expect(await checkContent(await readContent(folder))).toMatchObject({ diagnostics: [], documents: 5 });
  });

  test('imported again changes nothing, and with one update more adds that', async () => {
    const { bring, files } = await anImportWorkspace();
    await bring(of(3));
    const first = files();
    expect((await bring(of(3))).report).toContain('into ');
    expect(files()).toEqual(first);
    const { report } = await bring(of(4));
    expect(report).toMatch(/^Imported 1 of 4 updates from /);
    expect(report).toContain('  there already      3\n');
    const second = files();
    const added = Object.keys(second).filter((file) => !(file in first));
    expect(added.map((file) => file.replace(/-song.*/, ''))).toEqual(['gala/2019-11-11/1004']);
    expect(second).toMatchObject(first);
  });

  test('imported with fewer updates takes none away', async () => {
    const { bring, files } = await anImportWorkspace();
    await bring(of(4));
    const first = files();
    const { report } = await bring(of(2));
    expect(report).toMatch(/: nothing is new\.\n/);
    expect(files()).toEqual(first);
  });
});

describe('what an event has already', () => {
  test('stays as it was corrected, and is known', async () => {
    const { folder, bring, files } = await anImportWorkspace();
    await bring(smallLiveBlogs[1]?.of(2) ?? '');
    const [file = ''] = Object.keys(files()).filter((path) => path.includes('song-1'));
    const fixed = files()[file]?.replace('title: Song 1', 'title: The first song').replace('10:01', '09:59') ?? '';
    await writeFiles(folder, { [file]: fixed });
    const before = files();
    expect((await bring(smallLiveBlogs[1]?.of(2) ?? '')).report).toContain('nothing is new');
    expect(files()).toEqual(before);
  });

  test('says when it was published: a past event as a whole, and a late entry of an event itself', async () => {
    const { bring, files } = await anImportWorkspace();
    const publishedIn = () =>
      Object.entries(files()).flatMap(([file, text]) => {
        const [, time] = /\npublished: (.*)/.exec(text) ?? [];
        return time === undefined ? [] : [[file, time]];
      });
    const first = ['10:01 a.m.', 'The Zebras sing.'];
    await bring(aTranscript(...first), { now: Temporal.Instant.from('2024-05-03T04:00:00Z') });
    expect(publishedIn()).toEqual([['gala/event.md', '2024-05-03T12:00']]);
    await bring(aTranscript(...first, '10:02 a.m.', 'An encore.'), {
      now: Temporal.Instant.from('2024-05-04T03:00:00Z'),
    });
    expect(publishedIn()).toHaveLength(1);
    const much = [...first, '10:02 a.m.', 'An encore.', '10:03 a.m.', 'The end.'];
    await bring(aTranscript(...much), { now: Temporal.Instant.from('2024-05-05T03:00:00Z') });
    expect(publishedIn()).toEqual([
      ['gala/2019-11-11/1003-the-end.md', '2024-05-05T11:00'],
      ['gala/event.md', '2024-05-03T12:00'],
    ]);
  });

  test('comes before what is new at the same time', async () => {
    const { bring, files } = await anImportWorkspace();
    await bring(aTranscript('10:01 a.m.', 'The Zebras sing.', '10:02 a.m.', 'The end.'));
    await bring(aTranscript('10:01 a.m.', 'The Zebras sing.', '10:01 a.m.', 'An encore.', '10:02 a.m.', 'The end.'));
    expect(files()['gala/2019-11-11/1001-an-encore.md']).toContain('\nsequence: 1\n');
    expect(files()['gala/2019-11-11/1001-the-zebras-sing.md']).not.toContain('sequence');
  });
});

test('a person has to look at what was not understood, until it is there', async () => {
  const { bring } = await anImportWorkspace();
  const text = aTranscript('10:01', 'A song.', '10:02 – Another.', '10:03', 'Applause.', '10:04', 'The end.');
  const { report, needsDecision } = await bring(text);
  expect(needsDecision).toBe(true);
  expect(report).toContain(
    '\n\nNot understood, to compare with the source:\n  - Line 7 may begin an update of its own and is read as text of the one above.',
  );
  expect((await bring(text)).needsDecision).toBe(false);
});

test('a moment of the copy is what relative times count from', async () => {
  const { bring, files } = await anImportWorkspace();
  await expect(bring('5 min ago\n\nA song.')).rejects.toThrow('such as --saved-at 2024-11-05T20:34.');
  await bring('5 min ago\n\nA song.', { savedAt: '2019-11-11T10:06' });
  expect(files()['gala/2019-11-11/1001-a-song.md']).toContain('\ntime: 2019-11-11T10:01\n');
});

test('a page is read from its address, and its links and pictures are relative to that', async () => {
  const rss =
    '<rss version="2.0"><channel><title>The gala</title><description>Songs.</description><item><guid>1</guid><title>One</title><pubDate>Mon, 11 Nov 2019 10:01:00 +0800</pubDate><description><![CDATA[<a href="../pad">The pad</a> <img src="a.svg" alt="A">]]></description></item></channel></rss>';
  const { url } = await aMediaServer((request, response) => response.end(request.url === '/live/' ? rss : aDrawing));
  const { bring, files } = await anImportWorkspace();
  await bring('', { name: `${url}/live/`, allowPrivate: true });
  const entry = files()['gala/2019-11-11/1001-one.md'];
  expect(entry).toContain(`\nsource: ${url}/live/\n`);
  expect(entry).toContain(`[The pad](${url}/pad) ![A](1001-one-1.svg)`);
  await expect(bring('', { name: `${url}/live/` })).rejects.toThrow('127.0.0.1 is a loopback address');
});

describe('nothing is written', () => {
  const claim =
    '<html><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Live"}</script></html>';
  test.each([
    ['of a page that claims to be a live blog and holds no updates', claim, 'holds no updates'],
    ['of a page that is none', '<!doctype html><p>News</p>', 'is a web page, but says nowhere that it is a live blog'],
    ['of what is nothing of all this', 'Hello.', 'is none of the live blogs that can be imported'],
    ['of an empty file', '', 'is none of the live blogs that can be imported'],
    ['of half a file', smallLiveBlogs[0]?.of(3).slice(0, -200) ?? '', 'damaged'],
  ])('%s', async (_, text, message) => {
    const { bring, files } = await anImportWorkspace();
    const before = files();
    await expect(bring(text)).rejects.toThrow(message);
    expect(files()).toEqual(before);
  });

  test('on trial, and the report is that of the import', async () => {
    const { bring, files } = await anImportWorkspace();
    const before = files();
    const trial = await bring(smallLiveBlogs[0]?.of(3) ?? '', { isTrial: true });
    expect(files()).toEqual(before);
    const { report, needsDecision } = await bring(smallLiveBlogs[0]?.of(3) ?? '');
    expect(trial).toEqual({ report: report.replace(/^Imported/, 'Would import'), needsDecision });
  });

  test('into an event that has errors', async () => {
    const { bring, files } = await anImportWorkspace({
      'gala/event.md': anEvent(),
      'gala/a.md': anEntry({ time: 'soon' }),
    });
    const before = files();
    await expect(bring(smallLiveBlogs[0]?.of(3) ?? '')).rejects.toThrow('The event "gala" has errors');
    expect(files()).toEqual(before);
  });

  test('where nothing would become an entry of the new event', async () => {
    const { bring, files } = await anImportWorkspace();
    const before = files();
    const item = (title: string) => `<item><title>${title}</title><pubDate>soon</pubDate></item>`;
    const rss = `<rss version="2.0"><channel><title>The gala</title>${['a', 'b', 'c', 'd', 'e', 'f'].map(item).join('')}</channel></rss>`;
    await expect(bring(rss)).rejects.toThrow(
      /^No update can be imported, so that the event "gala" would have no entry:\n {2}- item "a": Its date cannot be read: "soon"\.\n(?:.*\n)+ {2}- and 1 more$/,
    );
    expect(files()).toEqual(before);
  });

  test('of a live blog that is too long to be read within seconds', async () => {
    const { bring, files } = await anImportWorkspace();
    const before = files();
    const times = Array.from({ length: 4001 }, () => '10:01 a.m.\n\nA song.');
    await expect(bring(aTranscript(...times))).rejects.toThrow(
      'Unexpected live blog of 4001 updates, expected at most 4000. Import its parts one after the other.',
    );
    expect(files()).toEqual(before);
  });

  test('where a day is a link that leads out of the event', async () => {
    const { bring, folder } = await anImportWorkspace({ 'gala/event.md': anEvent() });
    const outside = join(folder, '../outside');
    mkdirSync(outside, { recursive: true });
    symlinkSync(outside, join(folder, 'gala/2019-11-11'));
    const rss = smallLiveBlogs.find(({ kind }) => kind === 'RSS')?.of(3) ?? '';
    for (const isTrial of [true, false]) await expect(bring(rss, { isTrial })).rejects.toThrow(/symbolic.link/);
    expect(readdirSync(outside)).toEqual([]);
  });

  test('where one of the files cannot be written', async () => {
    const { bring, files, folder } = await anImportWorkspace({ 'gala/event.md': anEvent() });
    const before = files();
    mkdirSync(join(folder, 'gala/2019-11-11/1003-song-3.md'), { recursive: true });
    const rss = smallLiveBlogs.find(({ kind }) => kind === 'RSS')?.of(3) ?? '';
    await expect(bring(rss)).rejects.toThrow('gala/2019-11-11/1003-song-3.md:1:1 error not-a-file');
    expect(files()).toEqual(before);
  });
});
