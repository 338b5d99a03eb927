import { aBlog, aPage } from '../../src/import/schema-org/testing.ts';
import { aPost, aText } from '../../src/import/superdesk/testing.ts';
import { aComment, aLiveblog, anExport } from '../../src/import/wordpress/testing.ts';

/** A live blog in one of the formats that can be imported, as a file of so many updates: the first at 10:01, one a minute. */
type SmallLiveBlog = {
  readonly kind: string;
  readonly file: string;
  /** What the report calls the format. */
  readonly format: string;
  readonly of: (updates: number) => string;
};

/** One of each format, of up to nine updates on 11 November 2019 in Shanghai, with nothing in them that is an error. */
export const smallLiveBlogs: readonly SmallLiveBlog[] = [
  {
    kind: 'WordPress',
    file: 'export.xml',
    format: 'WordPress export',
    of: (updates) =>
      anExport(
        aLiveblog(
          numbers(updates)
            .map((number) =>
              aComment(100 + number, `<p>Song ${number} begins. It is a <b>good</b> one.</p>`, {
                'wp:comment_date': `2019-11-11 10:0${number}:00`,
                'wp:comment_date_gmt': `2019-11-11 02:0${number}:00`,
              }),
            )
            .join(''),
        ),
      ),
  },
  {
    kind: 'RSS',
    file: 'rss.xml',
    format: 'feed',
    of: (updates) =>
      `<?xml version="1.0"?><rss version="2.0"><channel><title>The gala</title><link>https://gala.test/</link><description>A night of songs.</description>${numbers(
        updates,
      )
        .reverse()
        .map(
          (number) =>
            `<item><title>Song ${number}</title><link>https://gala.test/${number}</link><pubDate>Mon, 11 Nov 2019 10:0${number}:00 +0800</pubDate><description>&lt;p&gt;It is a &lt;b&gt;good&lt;/b&gt; one.&lt;/p&gt;</description></item>`,
        )
        .join('')}</channel></rss>`,
  },
  {
    kind: 'Atom',
    file: 'atom.xml',
    format: 'feed',
    of: (updates) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>The gala</title><subtitle>A night of songs.</subtitle><id>tag:gala</id>${numbers(
        updates,
      )
        .reverse()
        .map(
          (number) =>
            `<entry><id>https://gala.test/${number}</id><title>Song ${number}</title><updated>2019-11-11T10:0${number}:00+08:00</updated><content type="html">It is a &lt;b&gt;good&lt;/b&gt; one.</content></entry>`,
        )
        .join('')}</feed>`,
  },
  {
    kind: 'JSON Feed',
    file: 'feed.json',
    format: 'feed',
    of: (updates) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The gala',
        items: numbers(updates).map((number) => ({
          id: `${number}`,
          title: `Song ${number}`,
          content_html: '<p>It is a <b>good</b> one.</p>',
          date_published: `2019-11-11T10:0${number}:00+08:00`,
        })),
      }),
  },
  {
    kind: 'Superdesk',
    file: 'posts.json',
    format: 'Superdesk Live Blog posts',
    of: (updates) =>
      JSON.stringify({
        _items: numbers(updates).map((number) =>
          aPost(number, [aText(`<p>Song ${number} begins. It is a <b>good</b> one.</p>`)], {
            published_date: `2019-11-11T02:0${number}:00+00:00`,
          }),
        ),
      }),
  },
  {
    kind: 'TimelineJS',
    file: 'timeline.json',
    format: 'TimelineJS timeline',
    of: (updates) =>
      JSON.stringify({
        title: { text: { headline: 'The gala', text: 'A night of songs.' } },
        events: numbers(updates).map((number) => ({
          start_date: { year: 2019, month: 11, day: 11, hour: 10, minute: number },
          text: { headline: `Song ${number}`, text: 'It is a <b>good</b> one.' },
        })),
      }),
  },
  {
    kind: 'schema.org',
    file: 'page.html',
    format: 'schema.org LiveBlogPosting',
    of: (updates) =>
      aPage(
        aBlog(
          numbers(updates).map((number) => ({
            '@type': 'BlogPosting',
            url: `https://example.org/live#song-${number}`,
            headline: `Song ${number}`,
            datePublished: `2019-11-11T10:0${number}:00+08:00`,
            articleBody: '<p>It is a <b>good</b> one.</p>',
          })),
        ),
      ),
  },
  {
    kind: 'a transcript, newest first',
    file: 'newest.txt',
    format: 'plain-text transcript',
    of: (updates) => transcriptOf(numbers(updates).reverse()),
  },
  {
    kind: 'a transcript, oldest first',
    file: 'oldest.txt',
    format: 'plain-text transcript',
    of: (updates) => transcriptOf(numbers(updates)),
  },
];

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

const transcriptOf = (ordered: readonly number[]): string =>
  `The gala\n\nA night of songs.\n\nMonday, Nov. 11, 2019\n\n${ordered
    .map((number) => `10:0${number} a.m.\nSong ${number} begins. It is a good one.\n`)
    .join('\n')}`;
