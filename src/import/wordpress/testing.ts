type Fields = Readonly<Record<string, string>>;

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
const elements = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `<${name}>${cdata(value)}</${name}>`)
    .join('\n');
const metaOf = (element: string, meta: Fields): string =>
  Object.entries(meta)
    .map(([key, value]) => `<wp:${element}>${elements({ 'wp:meta_key': key, 'wp:meta_value': value })}</wp:${element}>`)
    .join('\n');

/** A comment in which Liveblog keeps an entry, published at 10:00:`id` unless `fields` say otherwise. */
export const aComment = (id: number, text: string, fields: Fields = {}, meta: Fields = {}): string =>
  `<wp:comment>${elements({
    'wp:comment_id': `${id}`,
    'wp:comment_author': 'Ana Ruiz',
    'wp:comment_author_email': 'ana@example.org',
    'wp:comment_date': `2014-10-30 06:00:${id}`,
    'wp:comment_date_gmt': `2014-10-30 10:00:${id}`,
    'wp:comment_content': text,
    'wp:comment_approved': 'liveblog',
    'wp:comment_type': 'liveblog',
    ...fields,
  })}${metaOf('commentmeta', meta)}</wp:comment>`;

/** A post of any type. */
export const anItem = (fields: Fields, meta: Fields = {}, comments = ''): string =>
  `<item>${elements(fields)}${metaOf('postmeta', meta)}${comments}</item>`;

/** A live blog with these entries of the plugin Liveblog. */
export const aLiveblog = (comments: string, fields: Fields = {}): string =>
  anItem(
    {
      title: 'Launch day',
      link: 'https://example.org/launch/',
      'content:encoded': '',
      'excerpt:encoded': '',
      'wp:post_id': '42',
      'wp:status': 'publish',
      'wp:post_type': 'post',
      ...fields,
    },
    { liveblog: 'archive' },
    comments,
  );

/** An entry of the plugin Easy Liveblogs, published at 10:00:`id` unless `fields` say otherwise, in the live blog 42. */
export const anEasyEntry = (id: number, fields: Fields = {}, meta: Fields = { _elb_liveblog: '42' }): string =>
  anItem(
    {
      title: `Entry ${id}`,
      link: `https://example.org/?post_type=elb_entry&p=${id}`,
      'dc:creator': 'ana',
      'content:encoded': `Text ${id}.`,
      'wp:post_id': `${id}`,
      'wp:post_date': `2014-10-30 11:00:${id}`,
      'wp:post_date_gmt': `2014-10-30 10:00:${id}`,
      'wp:status': 'publish',
      'wp:post_type': 'elb_entry',
      'wp:post_password': '',
      ...fields,
    },
    meta,
  );

/** A whole export, with the people of the site: Ana Ruiz is `ana` and 7, Ben is `ben` and 9. */
export const anExport = (...items: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Example</title><language>en-GB</language>
<wp:author>${elements({ 'wp:author_id': '7', 'wp:author_login': 'ana', 'wp:author_display_name': 'Ana Ruiz' })}</wp:author>
<wp:author>${elements({ 'wp:author_id': '9', 'wp:author_login': 'ben', 'wp:author_display_name': 'Ben' })}</wp:author>
${items.join('\n')}
</channel></rss>`;
