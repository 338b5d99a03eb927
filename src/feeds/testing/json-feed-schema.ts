/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) as a JSON Schema, as strict as the text is: extensions begin with `_`. */
const url = { type: 'string', pattern: '^https?://[^\\s]+$' };
const time = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
};
const extensions = { '^_[a-zA-Z]': { type: 'object' } };
const strict = { type: 'object', additionalProperties: false, patternProperties: extensions };
const author = {
  ...strict,
  minProperties: 1,
  properties: { name: { type: 'string', minLength: 1 }, url, avatar: url },
};
const language = { type: 'string', pattern: '^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$' };

const item = {
  ...strict,
  required: ['id'],
  anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
  properties: {
    id: { type: 'string', minLength: 1 },
    url,
    external_url: url,
    title: { type: 'string' },
    content_html: { type: 'string' },
    content_text: { type: 'string' },
    summary: { type: 'string' },
    image: url,
    banner_image: url,
    date_published: time,
    date_modified: time,
    authors: { type: 'array', items: author },
    tags: { type: 'array', items: { type: 'string' } },
    language,
  },
};

export const jsonFeedSchema = {
  ...strict,
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: url,
    feed_url: url,
    description: { type: 'string' },
    user_comment: { type: 'string' },
    next_url: url,
    icon: url,
    favicon: url,
    authors: { type: 'array', items: author },
    language,
    expired: { type: 'boolean' },
    items: { type: 'array', items: item },
  },
};
