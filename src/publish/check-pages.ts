import { Parser } from 'htmlparser2';
import sax from 'sax';

/** What a page refers to, and the places in it that can be referred to. */
type References = {
  /** Addresses as they stand there, each once. */
  readonly addresses: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
};

/** Reads the references of an HTML page. */
export const referencesOf = (html: string): References => {
  const addresses = new Set<string>();
  const ids = new Set<string>();
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (attributes['id'] !== undefined) ids.add(attributes['id']);
      for (const attribute of ['href', 'src', 'poster'] as const) {
        const address = attributes[attribute];
        if (address !== undefined) addresses.add(address);
      }
      const { srcset, content } = attributes;
      for (const one of srcset?.split(',') ?? []) addresses.add(one.trim().split(/\s+/)[0] ?? '');
      const target =
        name === 'meta' && /^refresh$/i.test(attributes['http-equiv'] ?? '') && /url=(.*)$/i.exec(content ?? '');
      if (target) addresses.add(target[1] ?? '');
    },
  });
  parser.end(html);
  return { addresses, ids };
};

/** The places in an HTML page that a link can lead to; none where there is no such page. */
export const placesOfPages = (page: Uint8Array | undefined): ReadonlySet<string> => referencesOf(pageText(page)).ids;

/** The text of a page or a feed. */
export const pageText = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes ?? new Uint8Array());

/** Why a feed or another XML file is not well-formed, or `undefined` where it is. */
export const xmlFault = (xml: string): string | undefined => {
  // Known to sax, and not to its types: a feed has no entities of HTML.
  const options: sax.SAXOptions & { readonly strictEntities: boolean } = { strictEntities: true };
  const parser = sax.parser(true, options);
  let fault: string | undefined;
  let isEmpty = true;
  parser.onopentagstart = () => {
    isEmpty = false;
  };
  parser.onerror = ({ message }) => {
    fault ??= message.replaceAll('\n', ', ');
    parser.resume();
  };
  parser.write(xml).close();
  return fault ?? (isEmpty ? 'it has no element' : undefined);
};

/** Why a text is no JSON, or `undefined` where it is. */
export const jsonFault = (text: string): string | undefined => {
  try {
    JSON.parse(text);
    return undefined;
  } catch (fault) {
    return String(fault);
  }
};
