import { fromHtml } from 'hast-util-from-html';
import sax from 'sax';
import { visit } from 'unist-util-visit';

/** What a feed validator finds: errors (level A) and warnings (level AA), as short sentences. */
export type Found = { readonly errors: readonly string[]; readonly warnings: readonly string[] };

type Node = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
};

const spaces: Readonly<Record<string, string>> = {
  content: 'http://purl.org/rss/1.0/modules/content/',
  atom: 'http://www.w3.org/2005/Atom',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
  fh: 'http://purl.org/syndication/history/1.0',
};

/** What each element may hold: `+` behind a name for one or more, `*` for any number, `?` for one or none. */
const grammar: Readonly<Record<string, string>> = {
  rss: 'channel',
  channel: 'title description link language copyright? lastBuildDate? image? atom:link+ item*',
  image: 'url title link',
  item: 'title link guid pubDate? dc:creator? category* description content:encoded enclosure? media:content*',
  'media:content': 'media:description?',
  feed: 'id title subtitle updated author rights? icon? logo? link+ fh:archive? entry*',
  entry: 'id title link+ published? updated author? category* summary? content?',
  author: 'name',
};

/** Checks a feed that is published at an address, RSS or Atom, by the rules that decision 45 names. */
export const validateFeed = (xml: string, address: string): Found => {
  const errors: string[] = [];
  const warnings: string[] = [];
  const root = parse(xml, errors);
  if (!root) return { errors: [...errors, 'no root'], warnings };
  const visitAll = (node: Node, parent: Node | undefined): void => {
    errors.push(...faultsOfNode(node), ...faultsOfAttributes(node), ...faultsOfText(node, parent));
    warnings.push(...doubtsAbout(node));
    for (const child of node.children) visitAll(child, node);
  };
  visitAll(root, undefined);
  const top = root.name === 'rss' ? root.children[0] : root;
  const items = top?.children.filter(({ name }) => name === 'item' || name === 'entry') ?? [];
  const ids = items.map((item) => textIn(item, item.name === 'item' ? 'guid' : 'id'));
  if (new Set(ids).size < ids.length) errors.push('an id twice');
  const self = top?.children.find(({ name, attributes }) => /link$/.test(name) && attributes['rel'] === 'self');
  if (self?.attributes['href'] !== address) warnings.push(`self is ${self?.attributes['href']}`);
  return { errors, warnings };
};

const parse = (xml: string, errors: string[]): Node | undefined => {
  const parser = sax.parser(true, { xmlns: true });
  const open: Node[] = [];
  let root: Node | undefined;
  parser.onerror = ({ message }) => {
    errors.push(message);
    parser.resume();
  };
  parser.onopentag = ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, one]) => [key, typeof one === 'string' ? one : one.value]);
    const node: Node = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    for (const [key, value] of Object.entries(node.attributes))
      if (key.startsWith('xmlns:') && spaces[key.slice(6)] !== value) errors.push(`${key} is ${value}`);
    open.at(-1)?.children.push(node);
    root ??= node;
    open.push(node);
  };
  parser.onclosetag = () => void open.pop();
  parser.ontext = (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  };
  parser.write(xml).close();
  return root;
};

const textIn = (node: Node, name: string): string | undefined => node.children.find((one) => one.name === name)?.text;

/** Elements that are not known, missing or too many. */
const faultsOfNode = ({ name, children }: Node): string[] => {
  const rules = (grammar[name] ?? '').split(' ').filter((rule) => rule !== '');
  const known = new Map(rules.map((rule) => [rule.replace(/[?*+]$/, ''), rule.at(-1) ?? '']));
  const unknown = children.filter((child) => !known.has(child.name)).map((child) => `<${child.name}> in <${name}>`);
  const counts = [...known].flatMap(([child, mark]) => {
    const count = children.filter((one) => one.name === child).length;
    const most = /[*+]/.test(mark) ? Number.POSITIVE_INFINITY : 1;
    const least = /[?*]/.test(mark) ? 0 : 1;
    return count < least || count > most ? [`${count} <${child}> in <${name}>`] : [];
  });
  return [...unknown, ...counts];
};

const isAddress = (text: string | undefined): boolean => /^https?:\/\/[^\s<>"{}|\\^`\u0080-\uffff]+$/.test(text ?? '');
const isType = (text: string | undefined): boolean => /^[a-z]+\/[\w.+-]+$/.test(text ?? '');
const isNumber = (text: string | undefined): boolean => /^\d+$/.test(text ?? '');

const faultsOfAttributes = ({ name, attributes }: Node): string[] => {
  const need = (attribute: string, isRight: (text: string | undefined) => boolean): string[] =>
    isRight(attributes[attribute]) ? [] : [`${attribute}="${attributes[attribute]}" of <${name}>`];
  if (name === 'enclosure') return [...need('url', isAddress), ...need('type', isType), ...need('length', isNumber)];
  if (name === 'media:content')
    return [
      ...need('url', isAddress),
      ...need('type', isType),
      ...need('medium', (text) => /^(?:image|audio|video)$/.test(text ?? '')),
      ...['width', 'height'].flatMap((size) => need(size, (text) => text === undefined || isNumber(text))),
    ];
  if (name === 'link' && 'rel' in attributes) return need('href', isAddress);
  if (name === 'atom:link') return need('href', isAddress);
  if (name === 'category' && 'term' in attributes) return need('term', (text) => text !== '');
  return 'xml:lang' in attributes ? need('xml:lang', isLanguage) : [];
};

const isLanguage = (text: string | undefined): boolean => /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(text ?? '');

const faultsOfText = ({ name, attributes, text }: Node, parent: Node | undefined): string[] => {
  const rules: Readonly<Record<string, (value: string) => boolean>> = {
    pubDate: isMailDate,
    lastBuildDate: isMailDate,
    updated: isTimestamp,
    published: isTimestamp,
    id: isAddress,
    icon: isAddress,
    logo: isAddress,
    url: isAddress,
    language: isLanguage,
    name: (value) => value.trim() !== '',
    title: (value) => value.trim() !== '',
    guid: (value) =>
      isAddress(value) && (attributes['isPermaLink'] === 'false' || value === (parent && textIn(parent, 'link'))),
    link: (value) => 'href' in attributes || isAddress(value),
  };
  return rules[name]?.(text) === false ? [`${JSON.stringify(text)} in <${name}>`] : [];
};

const isMailDate = (text: string): boolean =>
  /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) &&
  new Date(text).toUTCString() === text;

const isTimestamp = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) && !Number.isNaN(Date.parse(text));

const doubtsAbout = (node: Node): string[] => {
  const { name, children, text } = node;
  if (name === 'item' || name === 'entry') {
    const order = children.map((child) => child.name);
    const isEarly =
      order.includes('content:encoded') && order.indexOf('description') > order.indexOf('content:encoded');
    const body = textIn(node, 'content:encoded') ?? textIn(node, 'content') ?? textIn(node, 'summary') ?? '';
    return [
      ...(isEarly ? ['content before description'] : []),
      ...(body.trim() === '' ? ['an item without text'] : []),
    ];
  }
  if (/^(?:pubDate|published|updated|lastBuildDate)$/.test(name))
    return Date.parse(text) < 0 || Date.parse(text) > Date.UTC(2100) ? [`implausible ${text}`] : [];
  if (name === 'title') return /<[a-z/!]|&(?:[a-z]+|#\d+);/i.test(text) ? [`HTML in the title ${text}`] : [];
  return name === 'content:encoded' || name === 'content' ? doubtsAboutHtml(text) : [];
};

const allowed = new Set(
  'a abbr article aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr'.split(
    ' ',
  ),
);

const doubtsAboutHtml = (html: string): string[] => {
  const doubts: string[] = [];
  visit(
    fromHtml(html, { fragment: true, verbose: true, onerror: ({ message }) => void doubts.push(message) }),
    'element',
    ({ tagName, properties }) => {
      if (!allowed.has(tagName)) doubts.push(`<${tagName}>`);
      for (const [name, value] of Object.entries(properties)) {
        if (/^on|^style$/i.test(name)) doubts.push(`${name} of <${tagName}>`);
        const isRelative = /^(?:href|src|cite|poster)$/.test(name) && !/^(?:https?|mailto|tel):/.test(String(value));
        if (isRelative) doubts.push(`${name}="${String(value)}"`);
      }
    },
  );
  return doubts;
};
