import { defaultSchema, type Options } from 'rehype-sanitize';

/** Elements that say what words are, and do nothing. */
const harmless = 'abbr bdi cite data dfn ins mark q small time u wbr'.split(' ');

/**
 * What may stand in a body: what GitHub lets through, without the ways to load from elsewhere or to carry style. Ids are
 * made the entry's own by `finishBody`, which is why none are changed here.
 */
export const schema: Options = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), ...harmless, 'figure', 'figcaption'].filter(
    (name) => !['picture', 'source'].includes(name),
  ),
  attributes: {
    ...defaultSchema.attributes,
    '*': ['dir', 'id', 'lang', 'title'],
    data: ['value'],
    del: ['cite', 'dateTime'],
    details: ['open'],
    div: [],
    img: ['alt', 'src'],
    input: [...(defaultSchema.attributes?.input ?? []), 'checked'],
    ins: ['cite', 'dateTime'],
    li: [...(defaultSchema.attributes?.li ?? []), 'value'],
    ol: [...(defaultSchema.attributes?.ol ?? []), 'start', 'reversed'],
    q: ['cite'],
    td: ['align', 'colSpan', 'rowSpan', 'headers'],
    th: ['align', 'colSpan', 'rowSpan', 'headers', 'scope', 'abbr'],
    time: ['dateTime'],
  },
  clobber: [],
  strip: ['script', 'style'],
};

/** The protocols that the address of a link may have. */
export const linkProtocols: readonly string[] = schema.protocols?.href ?? [];
