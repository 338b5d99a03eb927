import { describe, expect, it } from 'vitest';
import type { LiveBlog } from '../live-blog.ts';
import { aComment, aLiveblog, anEasyEntry, anExport, anItem } from './testing.ts';
import { wordpressExport } from './wordpress-export.ts';

const read = async (text: string): Promise<LiveBlog> => wordpressExport.read({ text });
const entriesOf = (...comments: string[]): Promise<LiveBlog> => read(anExport(aLiveblog(comments.join('\n'))));

it('reads a live blog of the plugin Liveblog', async () => {
  const text = anExport(
    anItem({ title: 'Another post', 'wp:post_id': '1', 'wp:post_type': 'post' }),
    aLiveblog(aComment(12, 'Second') + aComment(11, 'First'), {
      'content:encoded': 'Follow along.',
      'excerpt:encoded': '<b>What</b> happened',
      title: 'Launch &#8220;day&#8221;',
    }),
  );
  expect(wordpressExport.recognises({ text })).toBe(true);
  expect(await read(text)).toEqual({
    title: 'Launch “day”',
    description: 'What happened',
    introduction: { kind: 'html', value: '<p>Follow along.</p>' },
    url: 'https://example.org/launch/',
    language: 'en-GB',
    order: 'newest-first',
    updates: [11, 12].map((id) => ({
      time: `2014-10-30T10:00:${id}Z`,
      source: `https://example.org/launch/#${id}`,
      content: { kind: 'html', value: id === 11 ? '<p>First</p>' : '<p>Second</p>' },
      pictures: [],
      author: 'Ana Ruiz',
      topics: [],
      key: false,
      pinned: false,
    })),
    skipped: [],
    notes: ["The blog's clock was 4 hours behind UTC. That is so in --timezone America/New_York, for example."],
  });
});

describe('comments of Liveblog', () => {
  it.each([
    [
      'an edit',
      aComment(13, 'New', {}, { liveblog_replaces: '11' }),
      'It is an edit of comment 11, which holds the edited text.',
    ],
    [
      'an edit of nothing',
      aComment(13, 'New', {}, { liveblog_replaces: '99' }),
      'It is an edit of comment 99, which the export does not hold.',
    ],
    ['a deletion', aComment(13, '', {}, { liveblog_replaces: '99' }), 'It records that comment 99 was deleted.'],
    ['trash', aComment(13, 'Wrong', { 'wp:comment_approved': 'trash' }), 'It was deleted: it is in the trash.'],
    [
      'another status',
      aComment(13, 'Wrong', { 'wp:comment_approved': '0' }),
      'It is not published: its status is "0".',
    ],
    [
      'a reader',
      aComment(13, 'Nice!', { 'wp:comment_approved': '1', 'wp:comment_type': 'comment' }),
      'It is a comment of a reader, not an entry.',
    ],
    [
      'no type',
      aComment(13, 'Nice!', { 'wp:comment_approved': '1', 'wp:comment_type': '' }),
      'It is a comment of a reader, not an entry.',
    ],
    ['no text', aComment(13, ' '), 'It has no text.'],
    [
      'no time',
      aComment(13, 'x', { 'wp:comment_date': '', 'wp:comment_date_gmt': '0000-00-00 00:00:00' }),
      'It has no time.',
    ],
  ])('are skipped with a reason where they are no entry: %s', async (_, comment, why) => {
    const { updates, skipped } = await entriesOf(aComment(11, 'First'), comment);
    expect(updates.map(({ source }) => source)).toEqual(['https://example.org/launch/#11']);
    expect(skipped).toEqual([{ what: 'comment 13', why }]);
  });

  it('that were deleted stay so, even where the export still holds them', async () => {
    const { updates, skipped } = await entriesOf(
      aComment(11, 'First'),
      aComment(12, 'Wrong'),
      aComment(13, '', {}, { liveblog_replaces: '12' }),
    );
    expect(updates).toHaveLength(1);
    expect(skipped).toEqual([
      { what: 'comment 12', why: 'It was deleted (by comment 13).' },
      { what: 'comment 13', why: 'It records that comment 12 was deleted.' },
    ]);
  });

  it.each(['true', '1'])('are key events where the plugin says %s, and the mark and the command go', async (value) => {
    const { updates } = await entriesOf(
      aComment(11, 'Sold out <span class="liveblog-command type-key">key</span>', {}, { liveblog_key_entry: value }),
      aComment(12, 'Sold out /key', {}, { liveblog_key_entry: value }),
      aComment(13, 'See example.org/key'),
    );
    expect(updates.map(({ key, content }) => [key, content.value])).toEqual([
      [true, '<p>Sold out</p>'],
      [true, '<p>Sold out</p>'],
      [false, '<p>See example.org/key</p>'],
    ]);
  });

  it('name author and contributors, unless the authors are hidden', async () => {
    const contributors = { liveblog_contributors: 'a:3:{i:0;i:9;i:1;s:1:"7";i:2;i:99;}' };
    const { updates, notes } = await entriesOf(
      aComment(11, 'x', {}, contributors),
      aComment(12, 'x', {}, { liveblog_hide_authors: '1', ...contributors }),
      aComment(13, 'x', {}, { liveblog_hide_authors: '' }),
      aComment(14, 'x', { 'wp:comment_author': 'ana@example.org' }),
    );
    expect(updates.map(({ author }) => author)).toEqual(['Ana Ruiz, Ben', undefined, 'Ana Ruiz', undefined]);
    expect(notes.slice(1)).toEqual(['Contributors of whom the export tells only a number are left out: 99.']);
  });

  it('have no address where another has the same number', async () => {
    const { updates } = await entriesOf(aComment(11, 'x'), aComment(11, 'y'), aComment(12, 'z'));
    expect(updates.map(({ source }) => source)).toEqual([undefined, undefined, 'https://example.org/launch/#12']);
  });

  it('have the time of the blog, without an offset, where there is none in UTC', async () => {
    const { updates } = await entriesOf(aComment(11, 'x', { 'wp:comment_date_gmt': '0000-00-00 00:00:00' }));
    expect(updates.map(({ time }) => time)).toEqual(['2014-10-30T06:00:11']);
  });
});

describe('the plugin Easy Liveblogs', () => {
  const post = anItem({
    title: 'Launch day',
    link: 'https://example.org/launch/',
    'wp:post_id': '42',
    'wp:status': 'publish',
  });

  it('keeps entries as posts with a headline', async () => {
    const { updates, title, order, notes } = await read(
      anExport(anEasyEntry(12, { 'dc:creator': 'nobody', title: '' }), anEasyEntry(11), post),
    );
    expect({ title, order }).toEqual({ title: 'Launch day', order: undefined });
    expect(notes[1]).toBe('Entries whose author has no display name in the export have no author.');
    expect(updates).toEqual([
      {
        time: '2014-10-30T10:00:11Z',
        source: 'https://example.org/launch/?entry=11',
        headline: 'Entry 11',
        content: { kind: 'html', value: '<p>Text 11.</p>' },
        pictures: [],
        author: 'Ana Ruiz',
        topics: [],
        key: false,
        pinned: false,
      },
      {
        time: '2014-10-30T10:00:12Z',
        source: 'https://example.org/launch/?entry=12',
        content: { kind: 'html', value: '<p>Text 12.</p>' },
        pictures: [],
        topics: [],
        key: false,
        pinned: false,
      },
    ]);
  });

  it('has entries that are not for everybody, which are skipped', async () => {
    const { updates, skipped, notes } = await read(
      anExport(
        post,
        anEasyEntry(11),
        anEasyEntry(12, { 'wp:status': 'draft' }),
        anEasyEntry(13, { 'wp:post_password': 'secret' }),
        anEasyEntry(14, { title: '', 'content:encoded': '' }),
        anEasyEntry(15, {}, {}),
      ),
    );
    expect(updates).toHaveLength(1);
    expect(skipped).toEqual([
      { what: 'entry 12 "Entry 12"', why: 'It is not published: its status is "draft".' },
      { what: 'entry 13 "Entry 13"', why: 'It is protected by a password.' },
      { what: 'entry 14', why: 'It has no text.' },
      { what: 'entry 15', why: 'It belongs to no live blog.' },
    ]);
    expect(notes).toEqual([
      "The blog's clock was 1 hour ahead of UTC. That is so in --timezone Europe/Berlin, for example.",
    ]);
  });

  it('may be exported without the live blog itself', async () => {
    const { title, notes, updates } = await read(anExport(anEasyEntry(11)));
    expect([title, updates.map(({ source }) => source)]).toEqual([undefined, [undefined]]);
    expect(notes[1]).toBe(
      'The export does not hold the post 42, which is the live blog of these entries: title and introduction are missing.',
    );
  });
});

describe('an export', () => {
  it('is not of this kind only because it is RSS', () => {
    expect(wordpressExport.recognises({ text: '<rss version="2.0"><channel/></rss>' })).toBe(false);
  });

  it('without a live blog is refused', async () => {
    await expect(read(anExport(anItem({ title: 'x' })))).rejects.toThrow(
      'Unexpected WordPress export without a live blog, expected a post of the plugin Liveblog (by Automattic) with its comments, or entries of the plugin Easy Liveblogs. Export all content of the site.',
    );
  });

  it('whose live blog has no entries is refused', async () => {
    await expect(read(anExport(aLiveblog('')))).rejects.toThrow(
      'Unexpected live blog without published entries: "Launch day" (post 42, 0 entries). Export it with its comments and entries.',
    );
  });

  it('with several live blogs is refused, unless only one has entries', async () => {
    const other = (comments: string): string => aLiveblog(comments, { title: 'Day two', 'wp:post_id': '43' });
    const one = aLiveblog(aComment(11, 'x') + aComment(12, 'y'));
    await expect(read(anExport(one, other(aComment(13, 'z'))))).rejects.toThrow(
      'Unexpected 2 live blogs in one export, expected one: "Launch day" (post 42, 2 entries), "Day two" (post 43, 1 entry). Export one only, or delete the other <item>s from the file.',
    );
    expect((await read(anExport(other(''), one))).title).toBe('Launch day');
  });

  it('of a live blog that is a draft says so', async () => {
    const { notes } = await read(anExport(aLiveblog(aComment(11, 'x'), { 'wp:status': 'draft' })));
    expect(notes.at(-1)).toBe('The live blog itself is not published: its status is "draft".');
  });
});
