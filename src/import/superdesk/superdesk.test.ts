import { describe, expect, it } from 'vitest';
import { processorTime, soon } from '../../../scripts/testing/processor-time.ts';
import { ImportRefused, type LiveBlog } from '../live-blog.ts';
import { superdesk } from './superdesk.ts';
import { aPost, aText } from './testing.ts';

const read = async (json: unknown): Promise<LiveBlog> => superdesk.read({ text: JSON.stringify(json) });
const picture = {
  item_type: 'image',
  meta: { media: { renditions: { original: { href: 'https://example.org/1.jpg' } } } },
};

it('reads posts, oldest first', async () => {
  const marks = { sticky: true, lb_highlight: true, tags: ['gmv', 7, ''], headline: 'Record' };
  expect(
    await read({ _items: [aPost(12, [aText('<p>Two</p>')], marks), aPost(11, [aText('One &amp; only')])] }),
  ).toEqual({
    updates: [
      {
        time: '2019-11-11T10:00:11Z',
        content: { kind: 'html', value: '<p>One &amp; only</p>' },
        pictures: [],
        author: 'Ana Ruiz',
        topics: [],
        key: false,
        pinned: false,
      },
      {
        time: '2019-11-11T10:00:12Z',
        headline: 'Record',
        content: { kind: 'html', value: '<p>Two</p>' },
        pictures: [],
        author: 'Ana Ruiz',
        topics: ['gmv'],
        key: true,
        pinned: true,
      },
    ],
    skipped: [],
    notes: [],
  });
});

describe('the posts', () => {
  const posts = [aPost(11, [aText('x')])];
  it.each([
    ['at the top', { _items: posts }],
    ['below posts', { posts: { _items: posts } }],
    ['a list below posts', { posts }],
    ['a bare list', posts],
  ])('may stand in several places: %s', async (_, json) => {
    expect(superdesk.recognises({ text: JSON.stringify(json) })).toBe(true);
    expect((await read(json)).updates).toHaveLength(1);
  });

  it.each([
    ['{"_items": []}', true],
    ['\uFEFF [{"post_status": "open"}]', true],
    ['{"items": []}', false],
    ['{"text": "\\"_items\\""}', false],
    ['<p>"_items"</p>', false],
    ['', false],
  ])('are recognised by their fields: %s', (text, is) => {
    expect(superdesk.recognises({ text })).toBe(is);
  });

  it('keep their order where their times are the same', async () => {
    const same = { published_date: '2019-11-11T10:00:11+00:00' };
    const { updates } = await read([aPost(13, [aText('b')], same), aPost(12, [aText('a')], same)]);
    expect(updates.map(({ content }) => content.value)).toEqual(['<p>a</p>', '<p>b</p>']);
  });

  it('may be more than the file holds, or later than it', async () => {
    const post = aPost(11, [aText('x')], { published_date: '2019-11-11T12:00:01+00:00' });
    expect((await read({ _items: [post], _meta: { total: 34, max_results: 1, page: 1 } })).notes).toEqual([
      'The file holds 1 of 34 posts; download all of them, by a larger max_results or page by page.',
      '1 post has a time after the last change in the file (2019-11-11T12:00:00+00:00): readers may not have seen it yet.',
    ]);
  });
});

describe('a post', () => {
  it.each([
    [aPost(11, [aText('x')], { deleted: true }), 'It was deleted.'],
    [aPost(11, [aText('x')], { post_status: 'comment' }), 'It is a comment of a reader.'],
    [aPost(11, [{ item_type: 'comment', text: 'x' }]), 'It is a comment of a reader.'],
    [aPost(11, [aText('x', { commenter: 'A reader' })]), 'It is a comment of a reader.'],
    [aPost(11, [aText('x')], { post_status: 'ad' }), 'It is an advertisement.'],
    [aPost(11, [aText('x')], { post_status: 'draft' }), 'It is not published: its status is "draft", not "open".'],
    [aPost(11, [aText('x')], { published_date: null }), 'It has no time of publication.'],
    [aPost(11, [aText('x')], { published_date: 'soon' }), 'Its time cannot be read: "soon".'],
    [aPost(11, [aText('')]), 'It has no text and no picture.'],
    [aPost(11, [], { groups: null }), 'It has no text and no picture.'],
    [aPost(12, [aText('x')]), 'The same post is there twice.'],
  ])('that is not for readers is skipped (%#)', async (post, why) => {
    const { updates, skipped } = await read([aPost(12, [aText('x')]), post]);
    expect(updates).toHaveLength(1);
    expect(skipped).toEqual([{ what: `post ${post['_id']}`, why }]);
  });

  it('is one text in the order of its items, and what is left out of it is reported', async () => {
    const post = aPost(11, [
      aText('One'),
      { item_type: 'comment', text: 'Nice!' },
      picture,
      { item_type: 'poll', text: '' },
      aText('Two'),
      { item_type: 'Advertisement Remote', text: 'Buy' },
      picture,
    ]);
    const { updates, skipped } = await read([post]);
    expect(updates[0]?.content.value).toBe(
      '<p>One</p>\n<figure><img src="https://example.org/1.jpg" alt=""></figure>\n<p>Two</p>',
    );
    expect(updates[0]?.pictures).toEqual([{ address: 'https://example.org/1.jpg' }]);
    expect(skipped).toEqual([
      { what: 'post urn:11, item 2 (comment)', why: 'It is a comment of a reader.', updates: 0 },
      { what: 'post urn:11, item 4 (poll)', why: 'It has no text.', updates: 0 },
      { what: 'post urn:11, item 6 (Advertisement Remote)', why: 'It is an advertisement.', updates: 0 },
    ]);
  });

  it('counts its embeds, of which only the links are kept', async () => {
    const embed = { item_type: 'embed', meta: { original_url: 'https://example.org/v', html: '<iframe></iframe>' } };
    const { notes } = await read([aPost(11, [embed, embed]), aPost(12, [embed], { deleted: true })]);
    expect(notes).toEqual(['Of 2 embeds of other sites only links and texts are kept.']);
  });
});

it('tells no address of e-mail of the people in it', async () => {
  const posts = [
    aPost(11, [aText('x', { original_creator: { email: 'item@example.org' } })]),
    aPost(12, [aText('y')], { publisher: { display_name: 'ben@example.org' } }),
  ];
  const blog = await read(posts);
  expect(JSON.stringify(blog)).not.toContain('@');
  expect(blog.updates.map(({ author }) => author)).toEqual(['Ana Ruiz', undefined]);
});

const expected = 'expected the posts of a Superdesk live blog: a list "_items", at the top or below "posts".';

describe('a file', () => {
  it.each([
    ['{"_items": 7}', `Unexpected JSON, ${expected}`],
    ['{"posts": {"__proto__": {"_items": []}}}', `Unexpected JSON, ${expected}`],
    ['null', `Unexpected JSON, ${expected}`],
    [
      '{"_items": [7, null, "x"]}',
      'Unexpected file without posts, expected the posts of a Superdesk live blog in "_items".',
    ],
    [
      '{"_items": [{"_id": "u',
      'Unexpected end of the file, expected JSON: the file is damaged or cut off. Get it again from where it came from.',
    ],
  ])('without such posts is refused (%#)', async (text, message) => {
    await expect((async () => superdesk.read({ text }))()).rejects.toThrow(new ImportRefused(message));
  });

  it.each([
    [
      'nested deeply',
      JSON.stringify([aPost(11, [aText('x')])]).replace(
        '"order":11',
        `"order":${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      ),
    ],
    ['of hostile HTML', JSON.stringify([aPost(11, [aText('<'.repeat(5_000_000))])])],
    [
      'of unending pictures',
      JSON.stringify([
        aPost(11, [aText('y'), { item_type: 'image', text: `<img src=x srcset="${'a, '.repeat(500_000)}">` }]),
      ]),
    ],
    [
      'of other kinds of values',
      JSON.stringify([
        { ...aPost(11, [aText('y')]), sticky: 'yes', tags: {}, publisher: [], order: 'x', headline: {} },
      ]),
    ],
  ])('that is %s is read all the same', async (_, text) => {
    const start = processorTime();
    expect((await superdesk.read({ text })).updates).toHaveLength(1);
    expect(processorTime() - start).toBeLessThan(soon(5000));
  });
});

it('refuses more posts than can be read within seconds', () =>
  expect(read({ _items: Array(10_001).fill(0) })).rejects.toThrow(
    'Unexpected list of 10001 posts, expected at most 10000. Split the file.',
  ));
