import type { Root } from 'hast';
import type { Text } from '../core/archive.ts';
import type { Finding, Report } from '../core/diagnostics.ts';
import { isPicture, isVideo } from '../core/media-names.ts';
import type { BodyContext } from './body.ts';
import { eachElement } from './each-element.ts';
import { isElsewhere, pathFrom } from './parse-body.ts';
import { placeIn } from './place-in.ts';

/**
 * Turns links between documents, written as relative paths of files, into permalinks, and marks links that leave the
 * archive. A link that leads nowhere is reported.
 */
export const resolveLinks = (tree: Root, text: Text, context: BodyContext, report: Report): void => {
  eachElement(tree, ({ tagName, properties, position }) => {
    const address = properties.href;
    if (tagName !== 'a' || typeof address !== 'string' || address.startsWith('#')) return;
    if (isElsewhere(address)) {
      if (!/^mailto:/i.test(address)) Object.assign(properties, { rel: ['external'], className: ['external'] });
      return;
    }
    const found = destinationOf(address, text, context);
    if ('href' in found) properties.href = found.href;
    else report({ ...placeIn(text, position?.start), rule: 'broken-link', ...found });
  });
};

/** The addresses of a parsed text that lead to pages or pictures of the archive, as they are written, each once. */
export const ownLinksOf = (tree: Root): readonly string[] => {
  const found = new Set<string>();
  eachElement(tree, ({ tagName, properties: { href } }) => {
    if (tagName === 'a' && typeof href === 'string' && !href.startsWith('#') && !isElsewhere(href)) found.add(href);
  });
  return [...found];
};

/** What addresses are resolved with. */
export type Resolving = Pick<BodyContext, 'targets' | 'mediaAt'>;

/** Where an address in a text leads within the archive, or `undefined` where it leads nowhere. */
export const hrefOf = (address: string, text: Pick<Text, 'file'>, context: Resolving): string | undefined => {
  const found = destinationOf(address, text, context);
  return 'href' in found ? found.href : undefined;
};

/** Where an address in a text leads within the archive: the link to print, or why there is none. */
const destinationOf = (
  address: string,
  text: Pick<Text, 'file'>,
  { targets, mediaAt }: Resolving,
): { readonly href: string } | Pick<Finding, 'message' | 'hint'> => {
  if (address === '')
    return {
      message: 'Unexpected link without an address, expected one',
      hint: 'Write the path of the entry behind the text: [the opening](./opening.md)',
    };
  const path = pathFrom(text, address);
  // A picture or video that is missing is reported where media are planned.
  if (!address.startsWith('/') && (isPicture(path) || isVideo(path))) {
    const media = mediaAt(path);
    return { href: (media?.kind === 'picture' ? media.large : media?.src) ?? address };
  }
  const found = address.startsWith('/') ? targets.page(address) : targets.document(path, text.file);
  if ('message' in found) return found;
  if (!address.includes('#')) return { href: found.link };
  return {
    message: `Unexpected "${address.slice(address.indexOf('#'))}" in a link to another page, expected the page alone`,
    hint: 'Link to the entry itself: its parts have no addresses that stay.',
  };
};
