type Json = Readonly<Record<string, unknown>>;

/** A post of Superdesk Live Blog as its API gives it, published at 10:00:`id` unless `fields` say otherwise. */
export const aPost = (id: number, items: readonly Json[], fields: Json = {}): Json => ({
  _id: `urn:${id}`,
  _updated: '2019-11-11T12:00:00+00:00',
  post_status: 'open',
  deleted: false,
  published_date: `2019-11-11T10:00:${id}+00:00`,
  sticky: false,
  lb_highlight: false,
  order: id,
  publisher: {
    display_name: 'Ana Ruiz',
    email: 'ana@example.org',
    username: 'ana.login@example.org',
    sign_off: 'signoff@example.org',
    byline: 'byline@example.org',
  },
  original_creator: { display_name: 'Other', email: 'other@example.org' },
  groups: [
    { id: 'root', refs: [{ idRef: 'main' }] },
    { id: 'main', refs: items.map((item) => ({ item })) },
  ],
  ...fields,
});

/** A text, with the empty renditions that the API gives to every item. */
export const aText = (text: string, fields: Json = {}): Json => ({
  item_type: 'text',
  text,
  meta: { media: { renditions: { original: { height: 0, width: 0 }, baseImage: { href: '' } } } },
  ...fields,
});
