import sax from 'sax';
import { xmlText } from '../../feeds/xml-text.ts';
import { ImportRefused } from '../live-blog.ts';
import { quote } from './quote.ts';

/** What the reader hears about each element, from first to last; text comes in pieces, with CDATA and references resolved. */
type XmlReader = {
  readonly open?: (name: string) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** No feed or export nests deeper than a page of HTML does. */
const deepest = 200;
const mostAttributes = 1000;

/**
 * Reads `text` as XML 1.0, without a tree: neither its size nor its nesting costs memory. Names keep their prefixes.
 * Entities of HTML are known, and those of a document type are not: a declaration of one refuses the whole.
 * Characters that XML cannot hold are passed over. All else that is not well-formed, such as a document that is cut off,
 * is an `ImportRefused` that calls it `what` (`feed`) and names line and column.
 */
export const scanXml = (text: string, what: string, { open, text: reported, close }: XmlReader = {}): void => {
  const parser = sax.parser(true, { position: true });
  const within: string[] = [];
  const refuse = (found: string, expected: string): never => {
    throw new ImportRefused(
      `Unexpected ${found} in line ${parser.line + 1}, column ${parser.column}, expected ${expected}`,
    );
  };
  parser.onerror = ({ message }) =>
    refuse(
      describe(message, within.at(-1)),
      `well-formed XML: the ${what} is damaged or cut off. Get it again from where it came from.`,
    );
  parser.ondoctype = (type) => {
    if (/<!ENTITY/i.test(type)) refuse('declaration of an entity', `none in the ${what}. Remove its <!DOCTYPE>.`);
  };
  let attributes = 0;
  parser.onattribute = () => {
    attributes += 1;
    if (attributes > mostAttributes) refuse('attributes of an element', `no more than ${mostAttributes}.`);
  };
  parser.onopentag = ({ name }) => {
    if (within.push(name) > deepest)
      refuse(`<${name.slice(0, 80)}> inside ${deepest} others`, `elements that nest less deeply in the ${what}.`);
    attributes = 0;
    open?.(name);
  };
  parser.onclosetag = (name) => {
    within.pop();
    close?.(name);
  };
  if (reported) {
    parser.ontext = reported;
    parser.oncdata = reported;
  }
  if (text.trim() === '') throw new ImportRefused(`Unexpected empty ${what}, expected XML.`);
  parser.write(withoutControls(text)).close();
};

/** A reference to a control character is as forbidden as the character, and as common where systems are old. */
const withoutControls = (text: string): string =>
  xmlText(text).replace(/&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));/gi, '');

const describe = (message: string, innermost: string | undefined): string => {
  const [problem = ''] = message.split('\n');
  if (/^Unclosed root tag|^Unexpected end/.test(problem))
    return `end of the file inside <${innermost?.slice(0, 80) ?? '?'}>`;
  return `XML (${quote(problem.replace(/\.$/, ''))})`;
};
