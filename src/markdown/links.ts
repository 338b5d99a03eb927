import type { Root } from 'hast';
import type { Text } from '../core/archive.ts';
import type { Finding, Report } from '../core/diagnostics.ts';
import { isPicture, isVideo } from '../core/media-names.ts';
import type { Body, BodyContext } from './body.ts';
import { eachElement } from './each-element.ts';
import { fileNote } from './file-note.ts';
import { isElsewhere, leadsToFile, pathFrom } from './parse-body.ts';
import { placeIn } from './place-in.ts';

/**
 * Turns links between documents, written as relative paths of files, into permalinks, and marks links that leave the
 * archive. Behind a link to a file stands what that is. A link that leads nowhere is reported.
 */
export const resolveLinks = (tree: Root, text: Text, context: BodyContext, report: Report): void => {
  const notes: (() => void)[] = [];
  eachElement(tree, ({ tagName, properties, position }, index, parent) => {
    const address = properties.href;
    if (tagName !== 'a' || typeof address !== 'string' || address.startsWith('#')) return;
    if (isElsewhere(address)) {
      if (!/^mailto:/i.test(address)) Object.assign(properties, { rel: ['external'], className: ['external'] });
      return;
    }
    const found = destinationOf(address, text, context);
    if ('message' in found) {
      report({ ...placeIn(text, position?.start), rule: 'broken-link', ...found });
      return;
    }
    properties.href = found.href;
    const media = address.startsWith('/') ? undefined : context.mediaAt(pathFrom(text, address));
    if (!media || !('name' in media)) return;
    Object.assign(properties, { type: media.type, ...(opensInPages(media.type) ? {} : { download: media.name }) });
    notes.push(() => parent.children.splice(index + 1, 0, blank, fileNote(media, context.language)));
  });
  // From the end, so that places before stay as they are.
  for (const addNote of notes.reverse()) addNote();
};

const blank = { type: 'text', value: ' ' } as const;

/** Whether browsers show files of a type; others are saved under the name that they have beside the entry. */
const opensInPages = (type: string): boolean => /^(?:application\/pdf|text\/plain|audio\/.*)$/.test(type);

/** What addresses are resolved with. */
export type Resolving = Pick<BodyContext, 'targets' | 'mediaAt'>;

/** Where an address in a text leads within the archive, or `undefined` where it leads nowhere. */
export const hrefOf = (address: string, text: Pick<Text, 'file'>, context: Resolving): string | undefined => {
  const found = destinationOf(address, text, context);
  return 'href' in found ? found.href : undefined;
};

/** Where addresses of a text lead, those that lead somewhere. */
export const hrefsOf = (addresses: readonly string[], text: Pick<Text, 'file'>, context: Resolving): Body['links'] =>
  addresses.flatMap((address) => {
    const href = hrefOf(address, text, context);
    return href === undefined ? [] : [[address, href] as const];
  });

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
  if (!address.startsWith('/') && leadsToFile(path)) {
    const media = mediaAt(path);
    if (media?.kind === 'document') return { href: media.src + (/#.*$/s.exec(address)?.[0] ?? '') };
    if (media) return { href: media.kind === 'picture' ? media.large : media.src };
    // A picture or video that is missing is reported where media are planned.
    if (isPicture(path) || isVideo(path)) return { href: address };
  }
  const found = address.startsWith('/') ? targets.page(address) : targets.document(path, text.file);
  if ('message' in found) return found;
  if (!address.includes('#')) return { href: found.link };
  return {
    message: `Unexpected "${address.slice(address.indexOf('#'))}" in a link to another page, expected the page alone`,
    hint: 'Link to the entry itself: its parts have no addresses that stay.',
  };
};
