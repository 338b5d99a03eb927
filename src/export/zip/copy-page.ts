import { Parser } from 'htmlparser2';
import { addressInCopy, relativeAddress, type Use, type ZipCopy } from './place.ts';

/** Attributes of an element by their names. */
type Attributes = Record<string, string>;

/** What stands in the place of a piece of a page. */
type Change = { readonly from: number; readonly to: number; readonly text: string };

/** What a page of a copy has beside it: the copy, the scripts that run there, and texts of files that it must hold itself. */
export type PageOfCopy = {
  readonly path: string;
  readonly copy: ZipCopy;
  /** The path of the script that takes the place of a module; `undefined` where none does. */
  readonly scriptFor: (module: string) => string | undefined;
  /** The file that an address on the page means, as a `data:` address. */
  readonly asData: (address: string) => string;
};

/**
 * A page of a site as it is in a copy: its addresses are relative, and nothing on it asks for what a browser does not load from
 * a disk, which is modules, and whatever is asked for with the rules of CORS. All else stays as it is, byte by byte.
 */
export const copyPage = (html: string, page: PageOfCopy): string => {
  const changes: Change[] = [];
  let removed: number | undefined;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const changed = changeTag(name.toLowerCase(), attributes, page);
        const [from, to] = [parser.startIndex, parser.endIndex + 1];
        if (changed === undefined) {
          if (name === 'script') removed = from;
          else changes.push({ from, to, text: '' });
          return;
        }
        const end = html[to - 2] === '/' ? '/>' : '>';
        if (changed !== attributes) changes.push({ from, to, text: `<${name}${printed(changed)}${end}` });
      },
      onclosetag: (name) => {
        if (name !== 'script' || removed === undefined) return;
        changes.push({ from: removed, to: parser.endIndex + 1, text: '' });
        removed = undefined;
      },
    },
    { lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  parser.end(html);
  return changeText(html, changes);
};

const changeText = (text: string, changes: readonly Change[]): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text: replacement } of changes) {
    pieces.push(text.slice(at, from), replacement);
    at = to;
  }
  return pieces.join('') + text.slice(at);
};

const printed = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escapeValue(value)}"`))
    .join('');

const escapeValue = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The attributes of an element in a copy: the same where nothing changes, and none where the element goes. */
const changeTag = (name: string, attributes: Attributes, page: PageOfCopy): Attributes | undefined => {
  if (name === 'link') return changeLink(attributes, page);
  if (name === 'script') return changeScript(attributes, page);
  if (name === 'meta') return changeMeta(attributes, page);
  if (name === 'track') return { ...attributes, src: page.asData(attributes['src'] ?? '') };
  if (name === 'form' && attributes['id'] === 'page.search') return { ...attributes, ...placeOf(page) };
  const own = name === 'a' && attributes['data-origin'] !== undefined ? saidAddress(attributes) : attributes;
  return changeAddresses(own, name === 'a' || name === 'form' ? 'link' : 'part', page);
};

/** A page is not searched for what only a server and its browser agree on. */
const notLoaded = /\b(?:modulepreload|preload|prefetch|preconnect|dns-prefetch|manifest)\b/;

const changeLink = (attributes: Attributes, page: PageOfCopy): Attributes | undefined => {
  const { rel = '' } = attributes;
  if (notLoaded.test(rel)) return undefined;
  return changeAddresses(attributes, /\b(?:stylesheet|icon|apple-touch-icon)\b/.test(rel) ? 'part' : 'link', page);
};

const changeScript = (attributes: Attributes, page: PageOfCopy): Attributes | undefined => {
  const { src, type, crossorigin, ...others } = attributes;
  if (src === undefined) return attributes;
  // What an owner lets run on the site, such as a counter on another host, has no business in a copy.
  if (type !== 'module') return /^(?:[a-z]+:)?\/\//i.test(src) ? undefined : changeAddresses(attributes, 'part', page);
  const script = page.scriptFor(src);
  return script === undefined ? undefined : { ...others, defer: '', src: relativeAddress(page.path, script) };
};

const changeMeta = (attributes: Attributes, { path, copy }: PageOfCopy): Attributes => {
  const { content = '' } = attributes;
  switch (attributes['http-equiv']?.toLowerCase()) {
    case 'content-security-policy':
      return { ...attributes, content: policyOfCopy(content) };
    case 'refresh':
      return {
        ...attributes,
        content: content.replace(/(?<=url=).*$/i, (address) => addressInCopy(address, path, 'link', copy)),
      };
    default:
      return attributes;
  }
};

/** Not every browser takes a file on a disk for one of the same origin. What must be loaded with CORS is data in a page. */
const policyOfCopy = (policy: string): string =>
  policy.replaceAll("'self'", "'self' file:").replace(/\b(?:img|media)-src[^;]*/g, '$& data:');

/** A copied address is that of the published entry, not of the file. */
const saidAddress = ({ 'data-origin': origin, ...attributes }: Attributes): Attributes => ({
  'data-address': `${origin}${attributes['href']}`,
  ...attributes,
});

/** Where the search of the page finds the site. */
const placeOf = ({ path, copy }: PageOfCopy): Attributes => ({
  'data-root': '../'.repeat(path.split('/').length - 1),
  'data-base': copy.base,
});

/** Attributes that hold one address. */
const withAddress = ['href', 'xlink:href', 'src', 'poster', 'action', 'formaction'];

const changeAddresses = (attributes: Attributes, use: Use, { path, copy }: PageOfCopy): Attributes => {
  const lead = (address: string): string => addressInCopy(address, path, use, copy);
  const { srcset } = attributes;
  const changed = withAddress.flatMap((name) => {
    const address = attributes[name];
    return address === undefined ? [] : [[name, lead(address)] as const];
  });
  if (srcset !== undefined) changed.push(['srcset', srcset.replace(/(?<=^|,\s*)[^\s,]\S*/g, lead)]);
  return changed.every(([name, value]) => attributes[name] === value)
    ? attributes
    : { ...attributes, ...Object.fromEntries(changed) };
};
