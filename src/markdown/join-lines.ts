import type { Element, Root, RootContent, Text } from 'hast';
import { isBreakInCjk } from '../core/cjk.ts';

/**
 * Takes out the line breaks of the source inside Chinese and Japanese text, which has no blanks between words; elsewhere,
 * and beside Latin words and figures, a break stays a blank. Korean has blanks: in it, and in a text in `language` Korean,
 * nothing changes. The rule is that of CSS Text 4 for segment breaks, which browsers do not follow alike.
 */
export const joinLines = (tree: Root, language: string): void => {
  if (new Intl.Locale(language).language === 'ko') return;
  const runs: Text[][] = [[]];
  collect(tree.children, runs);
  for (const run of runs) joinRun(run);
};

/** Whether a Markdown text has anything of these scripts: most have not, and need no walk. */
export const mayJoin = (markdown: string): boolean => /[\u3000-\ud7af\ud840-\ud888\uf900-\uffef]/.test(markdown);

/** Texts that follow one another on one line, whatever emphasis and links they stand in. */
const collect = (nodes: readonly RootContent[], runs: Text[][]): void => {
  for (const node of nodes) {
    if (node.type === 'text') runs.at(-1)?.push(node);
    if (node.type !== 'element' || isMark(node) || node.tagName === 'rt' || node.tagName === 'rp') continue;
    if (node.tagName === 'img') joinAlt(node);
    const isApart = !inline.has(node.tagName);
    if (isApart) runs.push([]);
    if (node.tagName !== 'pre') collect(node.children, runs);
    if (isApart) runs.push([]);
  }
};

const joinAlt = ({ properties }: Element): void => {
  for (const name of ['alt', 'title'] as const) {
    const text = properties[name];
    if (typeof text === 'string') properties[name] = joined(text);
  }
};

/** The number of a note stands above the line. */
const isMark = ({ tagName, children, properties }: Element): boolean =>
  properties.dataFootnoteRef !== undefined ||
  (tagName === 'sup' && children.some((child) => child.type === 'element' && isMark(child)));

const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const joinRun = (run: readonly Text[]): void => {
  const whole = run.map(({ value }) => value).join('');
  const cuts = [...whole.matchAll(/[ \t]*(?:\r\n?|\n)[ \t]*/g)].filter(({ 0: found, index }) =>
    isBreakInCjk(whole, index, index + found.length),
  );
  if (cuts.length === 0) return;
  const left = new Set(cuts.flatMap(({ 0: found, index }) => Array.from(found, (_, at) => index + at)));
  let start = 0;
  for (const node of run) {
    const { value } = node;
    node.value = value
      .split('')
      .filter((_, at) => !left.has(start + at))
      .join('');
    start += value.length;
  }
};

const joined = (text: string): string => {
  const node: Text = { type: 'text', value: text };
  joinRun([node]);
  return node.value;
};
