import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { PhrasingContent, Root } from 'mdast';
import rehypeRemark, { type Options } from 'rehype-remark';
import { unified } from 'unified';
import { ImportRefused } from '../live-blog.ts';
import { refuseDeepPage } from '../schema-org/page-depth.ts';
import { arrange } from './arrange.ts';
import { element } from './element.ts';
import { linkEmbeds } from './embeds.ts';
import { flatHtml } from './flat-html.ts';
import { leaveOutElements } from './leave-out.ts';
import { resolveSourceLinks } from './links.ts';
import type { Pass } from './pass.ts';
import { settlePictures } from './pictures.ts';
import { writeRaised } from './raised.ts';

declare module 'mdast' {
  interface LinkData {
    /** Whether the link stands in place of an embed, so that its text is none of the writer's. */
    isEmbed?: boolean;
  }
}

/** From HTML as it was found to what Markdown can say, in this order and no other. */
const steps: readonly ((body: Element, pass: Pass) => void)[] = [
  leaveOutElements,
  linkEmbeds,
  settlePictures,
  resolveSourceLinks,
  writeRaised,
  arrange,
];

/** The Markdown tree of HTML, which may be anything. What is left out or changed is noted. */
export const treeOfHtml = (html: string, pass: Pass): Root => {
  const body = element('body', {}, contentOf(parse(html, pass)));
  for (const step of steps) step(body, pass);
  return converter.runSync({ type: 'root', children: body.children });
};

const handlers: NonNullable<Options['handlers']> = {
  a: (state, { properties, children }) => ({
    type: 'link',
    url: String(properties.href),
    // What is in a link is phrasing, which the types of the library cannot tell.
    children: state.all({ type: 'root', children }) as PhrasingContent[],
    ...(properties.dataEmbed !== undefined && { data: { isEmbed: true } }),
  }),
};

const converter = unified().use(rehypeRemark, { document: true, handlers }).freeze();

/** Of more it takes longer to make Markdown than anyone waits. */
const mostElements = 20_000;

/** What is nested too deeply for a parser loses its form, and keeps its texts, links and pictures. */
const parse = (html: string, { note }: Pass): HtmlRoot => {
  try {
    refuseDeepPage(html, mostElements);
  } catch (fault) {
    if (!(fault instanceof ImportRefused)) throw fault;
    note('HTML that is nested too deeply has lost its form; its texts, links and pictures are kept.');
    return fromHtml(inBody + flatHtml(html), { fragment: true });
  }
  return fromHtml((/^\s*<(?:tr|t[dh]|tbody|thead)(?=[\s/>])/i.test(html) ? '<table>' : inBody) + html, {
    fragment: true,
  });
};

/** Something after which the parser expects text, and not the parts of a table or a frame. */
const inBody = '<wbr>';

const contentOf = ({ children }: HtmlRoot): ElementContent[] =>
  children.filter((child): child is ElementContent => child.type !== 'doctype');
