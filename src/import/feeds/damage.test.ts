import { expect, it } from 'vitest';
import fc from '../../../scripts/testing/fast-check.ts';
import { ImportRefused } from '../live-blog.ts';
import { superdesk } from '../superdesk/superdesk.ts';
import { aPost, aText } from '../superdesk/testing.ts';
import { aComment, aLiveblog, anEasyEntry, anExport } from '../wordpress/testing.ts';
import { wordpressExport } from '../wordpress/wordpress-export.ts';
import { feed } from './feed.ts';

const whole = [
  [wordpressExport, anExport(aLiveblog(aComment(11, 'One') + aComment(12, 'Two')))],
  [wordpressExport, anExport(anEasyEntry(11), anEasyEntry(12))],
  [
    superdesk,
    JSON.stringify({ _items: [aPost(11, [aText('x')]), aPost(12, [{ item_type: 'image', text: '<img src="a">' }])] }),
  ],
  [
    feed,
    '<rss version="2.0"><channel><title>T</title><item><guid>https://example.org/1</guid><description><![CDATA[<p>x</p>]]></description><pubDate>Mon, 11 Nov 2019 10:04:49 GMT</pubDate></item></channel></rss>',
  ],
  [
    feed,
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><content type="xhtml"><div>x</div></content><updated>2019-11-11T10:04:49Z</updated></entry></feed>',
  ],
  [
    feed,
    '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","content_html":"x","date_published":"2019-11-11T10:04:49Z","authors":[{"name":"A"}]}]}',
  ],
] as const;

it.each(whole)('%# whatever is damaged, a live blog is read or refused', async (format, text) => {
  await expect((async () => (await format.read({ text })).updates.length)()).resolves.toBeGreaterThan(0);
  const damage = fc.record({
    at: fc.nat(text.length),
    length: fc.nat(30),
    by: fc.constantFrom(
      '',
      '<',
      '>',
      '&',
      '"',
      ']]>',
      '<![CDATA[',
      '{',
      '[',
      'null',
      '7',
      '\u0000',
      '\ud800',
      '-',
      '/',
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (places) => {
      const damaged = places.reduce(
        (so, { at, length, by }) => `${so.slice(0, at)}${by}${so.slice(at + length)}`,
        `${text}`,
      );
      format.recognises({ text: damaged });
      await (async () => format.read({ text: damaged }))().catch((error: unknown) => {
        expect(error).toBeInstanceOf(ImportRefused);
      });
    }),
    { numRuns: 500 },
  );
});
