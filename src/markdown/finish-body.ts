import type { Element, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Text } from '../core/archive.ts';
import type { Report } from '../core/diagnostics.ts';
import { keepFigures } from '../words/keep-figures.ts';
import { interfaceTexts } from '../words/languages/interface-texts.ts';
import { absoluteHtml } from './absolute-html.ts';
import { makeAlerts } from './alerts.ts';
import { leadToTranscripts } from './audio-element.ts';
import type { Body, BodyContext } from './body.ts';
import { makeCards } from './cards.ts';
import { mayTurn, setDirections } from './directions.ts';
import { eachElement } from './each-element.ts';
import { isBeforeNote } from './file-note.ts';
import { firstAtOnce } from './first-picture.ts';
import { rankHeadings, setHeadings } from './headings.ts';
import { joinLines, mayJoin } from './join-lines.ts';
import { hrefsOf, resolveLinks } from './links.ts';
import { mediaItemsOf } from './media-items.ts';
import { ownIds } from './own-ids.ts';
import type { ParsedBody } from './parse-body.ts';
import { nameSpeakers } from './quotations.ts';
import { runningText } from './running-text.ts';
import { showMedia } from './show-media.ts';
import { wrapTables } from './tables.ts';
import { showTasks } from './tasks.ts';

const compiler = unified().use(rehypeStringify, { closeSelfClosing: false }).freeze();

/**
 * Resolves links and pictures, and gives the body its final form. What leads nowhere is reported. The parsed tree is used
 * up.
 */
export const finishBody = (parsed: ParsedBody, context: BodyContext, report: Report): Body => {
  const { tree } = parsed;
  const { language = 'en' } = context;
  // Most texts have none of these, and a walk through the tree takes longer than a look at the text.
  const { markdown } = parsed.text;
  const links = hrefsOf(parsed.links, parsed.text, context);
  const hasMedia = markdown.includes('![') || markdown.includes('<');
  if (markdown.includes('[!')) makeAlerts(tree, parsed.text, language);
  if (markdown.includes('>')) nameSpeakers(tree);
  if (mayJoin(markdown)) joinLines(tree, language);
  resolveLinks(tree, parsed.text, context, report);
  if (/http|www/i.test(markdown)) makeCards(tree, language);
  if (hasMedia) showMedia(tree, parsed.text, context, report);
  if (markdown.includes('[^')) nameNotes(tree, language);
  wrapTables(tree);
  showTasks(tree, language);
  ownIds(tree, parsed.text, context.idPrefix, report);
  if (mayTurn(markdown, language)) setDirections(tree, language);
  const headings = rankHeadings(tree);
  const blocks = tree.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const print = (children: readonly RootContent[]): string =>
    compiler.stringify({ type: 'root', children: [...children] });
  const text = textOf(spokenPart(tree)).replace(/\s+/g, ' ').trim();
  const summary = runningText(tree, language);
  if (/\d /.test(markdown)) keepFiguresIn(tree);
  setHeadings(headings, 3);
  const list = hasMedia ? blocks.map((block) => leadToTranscripts(block, context.page)) : blocks;
  const listed = list.map((block) => print([block]));
  const cut = list.map((block, index) => (hasMarks(block) ? print([withoutMarks(block)]) : (listed[index] ?? '')));
  setHeadings(headings, 1);
  const isSame = headings.length === 0 && list.every((block, index) => block === blocks[index]);
  const own = isSame ? listed.join('\n') : blocks.map((block) => print([block])).join('\n');
  const html = firstAtOnce(own);
  reportLength(parsed.text, html, report);
  const media = mediaItemsOf(parsed.pictures, context.mediaAt);
  const forFeeds = absoluteHtml(tree, context.page);
  return { html, blocks: listed, cutBlocks: cut, text, summary, absoluteHtml: forFeeds, media, links };
};

/** What a body may weigh in bytes of HTML: its page is not to exceed 300 KB. */
const heaviest = 280_000;

const reportLength = ({ file, line }: Text, html: string, report: Report): void => {
  const weight = Buffer.byteLength(html);
  if (weight <= heaviest) return;
  const message = `Unexpected length of ${Math.ceil(weight / 1000)} KB as HTML, expected at most ${heaviest / 1000} KB`;
  report({ file, line, column: 1, rule: 'long-body', message, hint: 'Make several entries of it.' });
};

/** Says in the language of the event what notes are, and where the arrows behind them lead: the parser speaks English. */
const nameNotes = (tree: Root, language: string): void => {
  const { footnotes, backToReference } = interfaceTexts(language);
  eachElement(tree, (node) => {
    if (node.properties.dataFootnoteBackref !== undefined) {
      const number = /[\d-]+$/.exec(String(node.properties.ariaLabel ?? ''))?.[0];
      if (number !== undefined) node.properties.ariaLabel = backToReference(number);
    }
    if (node.properties.dataFootnotes === undefined) return;
    const heading = node.children.find((child) => child.type === 'element' && child.tagName === 'h2');
    if (heading?.type === 'element') heading.children = [{ type: 'text', value: footnotes }];
  });
};

/** Code stays as it is: what is copied from it is to work. */
const keepFiguresIn = (node: Root | Element): void => {
  for (const child of node.children)
    if (child.type === 'text') child.value = keepFigures(child.value);
    else if (child.type === 'element' && !/^(?:pre|code|kbd|samp)$/.test(child.tagName)) keepFiguresIn(child);
};

const isMark = (node: RootContent): boolean =>
  node.type === 'element' &&
  (node.properties.dataFootnoteRef !== undefined || (node.tagName === 'sup' && node.children.some(isMark)));

const hasMarks = (node: RootContent): node is Element =>
  isMark(node) || (node.type === 'element' && node.children.some(hasMarks));

const withoutMarks = (element: Element): Element => ({
  ...element,
  children: element.children
    .filter((child) => !isMark(child))
    .map((child) => (child.type === 'element' ? withoutMarks(child) : child)),
});

/** Without the notes and their numbers, which would run into figures ("10¹" as "101"), and with blocks kept apart. */
const spokenPart = <Node extends Root | Element>(node: Node): Node => ({
  ...node,
  children: node.children.flatMap((child, index): RootContent[] => {
    if (child.type !== 'element') return isBeforeNote(node.children, index) ? [] : [child];
    const { dataFootnotes, dataFootnoteRef, className } = child.properties;
    if (dataFootnotes !== undefined || dataFootnoteRef !== undefined) return [];
    if (Array.isArray(className) && className.some((name) => unspoken.has(String(name)))) return [];
    return apart.test(child.tagName) ? [space, spokenPart(child)] : [spokenPart(child)];
  }),
});

/** Credits, where cards lead, what files are, and the names of kinds of alerts stand beside the text. */
const unspoken = new Set(['credit', 'source', 'alert-title', 'file']);

const apart = /^(br|p|div|blockquote|li|t[dhr]|d[dt]|h[1-6]|figcaption|summary)$/;
const space = { type: 'text', value: ' ' } as const;
