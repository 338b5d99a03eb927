import type { Element, Root, RootContent } from 'hast';
import { VFile } from 'vfile';
import type { PictureUse, Text } from '../core/archive.ts';
import { folderOf, joinPath } from '../core/content-files.ts';
import type { Finding, Report } from '../core/diagnostics.ts';
import { isPicture, isVideo } from '../core/media-names.ts';
import { eachElement } from './each-element.ts';
import { makeFigures } from './figures.ts';
import { inlineMarkdown, placeAll } from './inline-markdown.ts';
import { CostlyText } from './meter.ts';
import { pipeline } from './pipeline.ts';
import { placeIn } from './place-in.ts';
import { plainTree } from './plain-tree.ts';
import { type Costly, deepest, refuseCostly, tooDeep, unclosed, unindented } from './refuse-costly.ts';
import { reportBidi } from './report-bidi.ts';
import { reportDirectives } from './report-directives.ts';
import { reportLost } from './report-lost.ts';

/** A body as a sanitised tree whose links and pictures still are as they were written. */
export type ParsedBody = { readonly text: Text; readonly tree: Root; readonly pictures: readonly PictureUse[] };

/** Parses the Markdown of an entry or a standfirst; what is taken out for safety is reported. */
export const parseBody = (text: Text, report: Report): ParsedBody => {
  if (text.inline) return parseLine(text, report);
  if (refuseCostly(text, report)) return { text, tree: { type: 'root', children: [] }, pictures: [] };
  const file = new VFile(text.markdown);
  const lost: Finding[] = [];
  const tree = treeOf(file, text, (finding) => lost.push(finding));
  if ('rule' in tree) {
    report({ ...tree, file: text.file, line: text.line + tree.line - 1, column: 1 });
    return { text, tree: { type: 'root', children: [] }, pictures: [] };
  }
  for (const { reason, note, line, column } of file.messages)
    report({ ...placeIn(text, { line, column }), rule: 'unsafe-html', message: reason, hint: note ?? '' });
  reportBidi(text, tree, report);
  for (const finding of lost) report(finding);
  reportDirectives(text, tree, report);
  if (text.markdown.includes('![') || text.markdown.includes('<')) makeFigures(tree, text, report);
  return { text, tree, pictures: picturesOf(text, tree) };
};

const parseLine = (text: Text, report: Report): ParsedBody => {
  const children = inlineMarkdown(text.markdown, placeIn(text, undefined), report);
  const start = { line: 1, column: 1, offset: 0 };
  placeAll(children, { start, end: start });
  const line: Element = { type: 'element', tagName: 'span', properties: {}, children };
  const tree: Root = { type: 'root', children: [line] };
  return { text, tree, pictures: picturesOf(text, tree) };
};

const treeOf = (file: VFile, text: Text, report: Report): Root | Costly => {
  const plain = plainTree(text.markdown);
  if (plain) return plain;
  try {
    const markdown = pipeline.parse(file);
    reportLost(text, markdown, report);
    const tree = pipeline.runSync(markdown, file);
    return depthOf(tree) > deepest ? tooDeep(1) : tree;
  } catch (fault) {
    if (fault instanceof CostlyText) return fault.isLazy ? unindented(fault.line) : unclosed(fault.line);
    // The parser goes down level by level, and has no more room at some thousands of them.
    if (fault instanceof RangeError) return tooDeep(1);
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
  eachElement(tree, ({ tagName, properties, position }) => {
    const address = properties[tagName === 'img' ? 'src' : 'href'];
    if (typeof address !== 'string' || address === '' || isElsewhere(address) || address.startsWith('/')) return;
    const picture = pathFrom(text, address);
    const place = placeIn(text, position?.start);
    if (tagName === 'img') found.push({ picture, place });
    if (tagName !== 'img' && (isPicture(picture) || isVideo(picture))) found.push({ picture, place, as: 'large' });
  });
  return found;
};
