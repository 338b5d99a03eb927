import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import type { BodyContext } from './body.ts';
import { isElsewhere, isPicture, pathFrom } from './parse-body.ts';
import { placeIn } from './place-in.ts';

/**
 * Turns links between documents, written as relative paths of files, into permalinks, and marks links that leave the
 * archive. A link that leads nowhere is reported.
 */
export const resolveLinks = (tree: Root, text: Text, { targets, pictureAt }: BodyContext, report: Report): void => {
  visit(tree, 'element', ({ tagName, properties, position }) => {
    const address = properties.href;
    if (tagName !== 'a' || typeof address !== 'string' || address.startsWith('#')) return;
    if (isElsewhere(address)) {
      if (!/^mailto:/i.test(address)) Object.assign(properties, { rel: ['external'], className: ['external'] });
      return;
    }
    const place = placeIn(text, position?.start);
    if (address === '') {
      report({
        ...place,
        rule: 'broken-link',
        message: 'Unexpected link without an address, expected one',
        hint: 'Write the path of the entry behind the text: [the opening](./opening.md)',
      });
      return;
    }
    const path = pathFrom(text, address);
    if (!address.startsWith('/') && isPicture(path)) {
      const picture = pictureAt(path);
      if (picture) properties.href = picture.src;
      return;
    }
    const found = address.startsWith('/') ? targets.page(address) : targets.document(path, text.file);
    if ('message' in found) {
      const { message, hint } = found;
      report({ ...place, rule: 'broken-link', message, hint });
    } else if (address.includes('#')) {
      const message = `Unexpected "${address.slice(address.indexOf('#'))}" in a link to another page, expected the page alone`;
      report({
        ...place,
        rule: 'broken-link',
        message,
        hint: 'Link to the entry itself: its parts have no addresses that stay.',
      });
    } else properties.href = found.link;
  });
};
