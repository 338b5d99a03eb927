import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Writes the protocol of every address in lower case, as a phone may not have done: `rehype-sanitize` knows no other. */
export const lowerProtocols =
  () =>
  (tree: Root): void => {
    visit(tree, 'element', ({ properties }) => {
      for (const name of ['href', 'src', 'cite'] as const) {
        const address = properties[name];
        if (typeof address === 'string')
          properties[name] = address.replace(/^[a-z][a-z0-9+.-]*:/i, (protocol) => protocol.toLowerCase());
      }
    });
  };
