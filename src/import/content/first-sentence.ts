import type { Nodes, Paragraph, Root } from 'mdast';
import { language as languageTag } from '../../core/schema/parts.ts';
import { cutText } from '../../markdown/excerpt.ts';
import { oneLine } from '../title.ts';
import { endsWithAbbreviation } from './abbreviations.ts';
import type { PreparedContent } from './prepare-content.ts';

/** A title longer than this is not read at a glance. */
const longest = 80;
/** As much as is looked at for the end of a sentence. */
const enough = 1000;

/**
 * The first sentence of a text, on one line, cut behind a word where it is long: of its first paragraph, heading, item or
 * quotation that has words. Captions, tables, code and links in place of embeds are none. `undefined` without any.
 * `language` is a language tag; a sentence ends by the rules of UAX #29, but not behind an abbreviation.
 */
export const firstSentence = ({ tree }: PreparedContent, language: string): string | undefined => {
  const texts = linesIn(tree).map((line) => line.trim().slice(0, enough));
  const text = texts.find((line) => /[\p{L}\p{N}]/u.test(line)) ?? texts.find((line) => oneLine(line) !== '');
  if (text === undefined) return undefined;
  const locale = languageTag.safeParse(language).data;
  const segments = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)];
  let sentence = '';
  for (const [index, { segment }] of segments.entries()) {
    sentence += segment;
    const goesOn = !segment.endsWith('\n') && /^\p{Ll}/u.test(segments[index + 1]?.segment ?? '');
    if (/[\p{L}\p{N}]/u.test(sentence) && !goesOn && !endsWithAbbreviation(sentence.trim(), locale)) break;
  }
  return cutText(oneLine(sentence), longest);
};

/** The texts of a tree, one for each block; a line break in one is that. */
const linesIn = (node: Nodes): readonly string[] => {
  if (node.type === 'paragraph' || node.type === 'heading') return isLinkAlone(node) ? [] : [wordsOf(node)];
  if (node.type === 'root' || node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
    return node.children.flatMap(linesIn);
  return [];
};

const wordsOf = (node: Nodes): string => {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
};

/** Whether a line is nothing but the place of something that lies elsewhere. */
const isLinkAlone = ({ children }: Paragraph | Extract<Root['children'][number], { type: 'heading' }>): boolean => {
  const [link, ...others] = children;
  if (link?.type !== 'link' || others.length > 0) return false;
  return link.data?.isEmbed === true || wordsOf(link) === link.url;
};
