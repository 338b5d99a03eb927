import { describe, expect, it } from 'vitest';
import { processorTime, soon } from '../../../scripts/testing/processor-time.ts';
import { ImportRefused } from '../live-blog.ts';
import { readExport } from './read-export.ts';
import { aComment, aLiveblog, anExport, anItem } from './testing.ts';

const read = (text: string) => readExport(text, (meta) => meta.has('liveblog'));

it('keeps texts and custom fields of posts, and comments where they are wanted', () => {
  const { posts, names, language } = read(
    anExport(
      aLiveblog(aComment(11, 'x', {}, { liveblog_key_entry: 'true' })),
      anItem({ title: 'Another' }, { _edit_last: '1' }, aComment(12, 'y')),
    ),
  );
  expect(language).toBe('en-GB');
  expect([...names]).toEqual([
    ['7', 'Ana Ruiz'],
    ['ana', 'Ana Ruiz'],
    ['9', 'Ben'],
    ['ben', 'Ben'],
  ]);
  expect(posts.map(({ texts, meta, comments }) => [texts.get('title'), [...meta], comments.length])).toEqual([
    ['Launch day', [['liveblog', 'archive']], 1],
    ['Another', [['_edit_last', '1']], 0],
  ]);
  expect([...(posts[0]?.comments[0]?.meta ?? [])]).toEqual([['liveblog_key_entry', 'true']]);
});

describe('a value', () => {
  const titleOf = (xml: string): string | undefined =>
    read(`<rss><channel><item><title>${xml}</title></item></channel></rss>`).posts[0]?.texts.get('title');

  it.each([
    ['\n <![CDATA[one]]> two<![CDATA[ three]]>\n', 'one two three'],
    ['<![CDATA[a ]]]]><![CDATA[> b]]>', 'a ]]> b'],
    ['<![CDATA[a\u0000\u0008\u001b b]]>&#11;', 'a b'],
    ['one <b>two</b> three', 'one  three'],
    ['&lt;p&gt; &amp;amp; &hellip;', '<p> &amp; …'],
    ['one</title><title>two', 'one'],
    ['', ''],
  ])('is all of its text, the first of a name: %j', (xml, value) => {
    expect(titleOf(xml)).toBe(value);
  });
});

it('does not tell the name of somebody who is known by an address of e-mail', () => {
  const text =
    '<rss><channel><wp:author><wp:author_id>7</wp:author_id><wp:author_display_name>a@example.org</wp:author_display_name></wp:author></channel></rss>';
  expect(read(text).names.size).toBe(0);
});

it('takes names of fields for names only', () => {
  const { posts } = read(
    anExport(anItem({ __proto__x: 'a', constructor: 'b' }, { ['__proto__']: 'c', toString: 'd' })),
  );
  expect(posts[0]?.texts.get('constructor')).toBe('b');
  expect(posts[0]?.meta.get('__proto__')).toBe('c');
});

describe('an export that is no whole XML', () => {
  it.each([
    ['<rss><channel><item><title>x', 'end of the file inside <title> in line 1, column 28'],
    ['<rss>\n<channel><item><title><![CDATA[x', 'end of the file inside <title> in line 2, column 32'],
    ['<rss><channel></item></channel></rss>', 'XML ("Unexpected close tag") in line 1, column 21'],
  ])('is refused with its place (%#)', (text, found) => {
    expect(() => read(text)).toThrow(
      new ImportRefused(
        `Unexpected ${found}, expected well-formed XML: the export is damaged or cut off. Get it again from where it came from.`,
      ),
    );
  });
});

it.each([
  [
    '<rss><channel><item>'.repeat(4000),
    'Unexpected <item> inside 200 others in line 1, column 1340, expected elements that nest less deeply in the export.',
  ],
  [
    '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
    'Unexpected declaration of an entity in line 1, column 55, expected none in the export. Remove its <!DOCTYPE>.',
  ],
])('refuses an export that is a trap (%#)', (text, message) => {
  expect(() => read(text)).toThrow(new ImportRefused(message));
});

it('reads 16 MB within seconds', () => {
  const text = anExport(...Array.from({ length: 16 }, () => aLiveblog(aComment(11, 'x & y '.repeat(170_000)))));
  const start = processorTime();
  expect(read(text).posts).toHaveLength(16);
  expect(processorTime() - start).toBeLessThan(soon(5000));
});
