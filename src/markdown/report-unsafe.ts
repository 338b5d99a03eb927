import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { asWritten } from './as-written.ts';
import { eachElement } from './each-element.ts';
import { linkProtocols, schema } from './schema.ts';

/**
 * Says of what `rehype-sanitize` will take out that it is going to be lost, so that no writer has to find out later; the
 * note of a message is its cure. A picture that loses its address is reported where pictures are shown.
 */
export const reportUnsafe =
  () =>
  (tree: Root, file: VFile): void => {
    eachElement(tree, (node) => {
      const found = reasonToRemove(node);
      if (!found) return;
      const { reason, cure } = found;
      const place = node.position?.start;
      file.message(`${reason}: it is left out`, { place, ruleId: 'unsafe-html', source: 'recapsule' }).note = cure;
    });
  };

const reasonToRemove = ({ tagName, properties }: Element): { reason: string; cure: string } | undefined => {
  if (!schema.tagNames?.includes(tagName))
    return {
      reason: `Unexpected HTML <${tagName}>, expected Markdown`,
      cure: swallowing.test(tagName)
        ? `Write it in Markdown, or as a plain link: all up to </${tagName}> is left out, and without that the rest of the text.`
        : 'Write it in Markdown, or as a plain link; what stands around it is kept.',
    };
  const words = Object.entries(properties).flatMap(([name, value]) => (value === '' && !named.test(name) ? name : []));
  if (words.length > 0)
    return {
      reason: `Unexpected words "${words.map(shown).join(' ')}" in the tag <${tagName}>, expected the tag alone`,
      cure: 'Put a backslash before the < if it is no tag.',
    };
  const attribute = Object.keys(properties).find((name) => /^(on|style$|srcset$)/i.test(name));
  if (attribute)
    return {
      reason: `Unexpected attribute "${attribute.toLowerCase()}" of <${tagName}>, expected none`,
      cure: 'Remove it: an entry brings neither code nor looks of its own.',
    };
  // Like rehype-sanitize: whatever stands before a colon that no slash, question mark or hash precedes is a protocol.
  const address = String((tagName === 'a' && properties.href) || '');
  const [, protocol] = /^([^/?#:]*):/.exec(address) ?? [];
  if (protocol === undefined || linkProtocols.includes(protocol)) return undefined;
  return {
    reason: `Unexpected address "${shown(protocol)}:…", expected one of ${linkProtocols.join(', ')}`,
    cure: /\.md$/i.test(address) ? `Write ./${shown(address)}` : 'Write it as text, or link to a page on the web.',
  };
};

/** Elements whose content is no text of the page. */
const swallowing = /^(script|style|template|textarea|title|xmp|iframe|noembed|noframes|noscript|plaintext)$/;

/** Attributes that may be empty. All others without a value are words behind a sign that was no tag: `a <b and c> d`. */
const named =
  /^(data|aria)|^(alt|title|lang|dir|id|className|style|href|src|srcSet|value|width|height|name|type|content|cite|label|role|align|abbr|scope|dateTime|on[a-z]+|color|face|size|target|rel|summary|border|start)$/i;

/** An address for people: decoded where it can be, and without control characters. */
const shown = (address: string): string => asWritten(address).replace(/\p{Cc}/gu, '');
