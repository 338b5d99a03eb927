import type { Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { PictureUse, Text } from '../core/archive.ts';
import { folderOf, joinPath } from '../core/content-files.ts';
import type { Report } from '../core/diagnostics.ts';
import { isPicture, isVideo } from '../core/media-names.ts';
import { isGallery } from './figures.ts';
import { pipeline } from './pipeline.ts';
import { placeIn } from './place-in.ts';
import { deepest, refuseCostly, tooDeep } from './refuse-costly.ts';
import { reportDirectives } from './report-directives.ts';
import { reportUnread } from './report-unread.ts';

/** A body as a sanitised tree whose links and pictures still are as they were written. */
export type ParsedBody = { readonly text: Text; readonly tree: Root; readonly pictures: readonly PictureUse[] };

/** Parses the Markdown of an entry or a standfirst; what is taken out for safety is reported. */
export const parseBody = (text: Text, report: Report): ParsedBody => {
  if (refuseCostly(text, report)) return { text, tree: { type: 'root', children: [] }, pictures: [] };
  const file = new VFile(text.markdown);
  const tree = treeOf(file);
  if (!tree) {
    report({ ...tooDeep(text.line), file: text.file, column: 1 });
    return { text, tree: { type: 'root', children: [] }, pictures: [] };
  }
  for (const { reason, note, line, column } of file.messages)
    report({ ...placeIn(text, { line, column }), rule: 'unsafe-html', message: reason, hint: note ?? '' });
  reportUnread(text, tree, report);
  reportDirectives(text, tree, report);
  return { text, tree, pictures: picturesOf(text, tree) };
};

const treeOf = (file: VFile): Root | undefined => {
  try {
    const tree = pipeline.runSync(pipeline.parse(file), file);
    return depthOf(tree) > deepest ? undefined : tree;
  } catch (fault) {
    // The parser goes down level by level, and has no more room at some thousands of them.
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
};

const depthOf = (tree: Root): number => {
  let level: readonly RootContent[] = tree.children;
  let depth = 0;
  for (; level.length > 0; depth++) level = level.flatMap((node) => ('children' in node ? node.children : []));
  return depth;
};

/** Whether an address leads to another host, or to another protocol than the web's. */
export const isElsewhere = (address: string): boolean => /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);

/** The path below the content folder that a relative address in `text` means, without `?` and `#`. */
export const pathFrom = (text: Pick<Text, 'file'>, address: string): string =>
  joinPath(folderOf(text.file), address.replace(/[?#].*$/s, ''));

const picturesOf = (text: Text, tree: Root): PictureUse[] => {
  const found: PictureUse[] = [];
  visit(tree, 'element', ({ tagName, properties, position }, _, parent) => {
    const address = properties[tagName === 'img' ? 'src' : 'href'];
    if (typeof address !== 'string' || address === '' || isElsewhere(address) || address.startsWith('/')) return;
    const picture = pathFrom(text, address);
    const place = placeIn(text, position?.start);
    if (tagName === 'img') found.push({ picture, place });
    const isLarge =
      tagName === 'img' ? parent?.type === 'element' && isGallery(parent) : isPicture(picture) || isVideo(picture);
    if (isLarge) found.push({ picture, place, as: 'large' });
  });
  return found;
};
