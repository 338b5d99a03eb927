import type { Element, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { VFile } from 'vfile';
import type { PictureUse, Text } from '../core/archive.ts';
import { folderOf, isCopied, joinPath } from '../core/content-files.ts';
import type { Finding, Report } from '../core/diagnostics.ts';
import { mediaKindOf } from '../core/media-names.ts';
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
export type ParsedBody = {
  readonly text: Text;
  readonly tree: Root;
  readonly pictures: readonly PictureUse[];
  /** The addresses that lead to pages or files of the archive, as they are written, each once. */
  readonly links: readonly string[];
};

/** Parses the Markdown of an entry or a standfirst; what is taken out for safety is reported. */
export const parseBody = (text: Text, report: Report): ParsedBody => {
  if (text.inline) return parseLine(text, report);
  if (refuseCostly(text, report)) return nothingOf(text);
  const file = new VFile(text.markdown);
  const lost: Finding[] = [];
  const tree = treeOf(file, text, (finding) => lost.push(finding));
  if ('rule' in tree) {
    report({ ...tree, file: text.file, line: text.line + tree.line - 1, column: 1 });
    return nothingOf(text);
  }
  for (const { reason, note, line, column } of file.messages)
    report({ ...placeIn(text, { line, column }), rule: 'unsafe-html', message: reason, hint: note ?? '' });
  reportBidi(text, tree, report);
  for (const finding of lost) report(finding);
  reportDirectives(text, tree, report);
  if (text.markdown.includes('![') || text.markdown.includes('<')) makeFigures(tree, text, report);
  return { text, tree, pictures: picturesOf(text, tree), links: ownLinksOf(tree) };
};

const nothingOf = (text: Text): ParsedBody => ({
  text,
  tree: { type: 'root', children: [] },
  pictures: [],
  links: [],
});

const parseLine = (text: Text, report: Report): ParsedBody => {
  const children = inlineMarkdown(text.markdown, placeIn(text, undefined), report);
  const start = { line: 1, column: 1, offset: 0 };
  placeAll(children, { start, end: start });
  const line: Element = { type: 'element', tagName: 'span', properties: {}, children };
  const tree: Root = { type: 'root', children: [line] };
  return { text, tree, pictures: picturesOf(text, tree), links: ownLinksOf(tree) };
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

/** Whether a link to this path leads to a file beside the entry, which is published with it; what is copied is published already. */
export const leadsToFile = (path: string): boolean => mediaKindOf(path) !== undefined && !isCopied(path);

const picturesOf = (text: Text, tree: Root): PictureUse[] => {
  const found: PictureUse[] = [];
  eachElement(tree, (node) => {
    const { tagName, properties, position } = node;
    const address = properties[tagName === 'img' ? 'src' : 'href'];
    if (typeof address !== 'string' || address === '' || isElsewhere(address) || address.startsWith('/')) return;
    const picture = pathFrom(text, address);
    const place = placeIn(text, position?.start);
    if (tagName === 'img') found.push({ picture, place, text: String(properties.alt ?? '') });
    else if (leadsToFile(picture)) found.push({ picture, place, as: 'large', text: textOf(node).trim() });
  });
  return found;
};

const ownLinksOf = (tree: Root): readonly string[] => {
  const found = new Set<string>();
  eachElement(tree, ({ tagName, properties: { href, src } }) => {
    const address = tagName === 'a' ? href : tagName === 'img' ? src : undefined;
    if (typeof address === 'string' && address !== '' && !address.startsWith('#') && !isElsewhere(address))
      found.add(address);
  });
  return [...found];
};
