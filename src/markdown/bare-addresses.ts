import type { Link, Root } from 'mdast';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isCjkLetter, isCjkPunctuation } from '../core/cjk.ts';

/**
 * Lets bare addresses end where Chinese, Japanese or Korean text goes on, which stands behind them without a blank: at
 * any of its marks, and at a letter that follows an ASCII letter or digit. Letters behind a slash, as in `/wiki/東京`, are
 * part of the address. The parser of GitHub's bare addresses does the rest; it learns of an end by a blank.
 */
export function bareAddresses(this: Processor): (tree: Root, file: VFile) => void {
  const data = this.data();
  const { text = {} } = gfmAutolinkLiteral();
  const constructs = new Map<string, Construct>();
  for (const construct of Object.values(text).flat()) {
    const { name } = construct ?? {};
    if (construct && (name === 'wwwAutolink' || name === 'protocolAutolink')) constructs.set(name, ending(construct));
  }
  const [www, protocol] = [constructs.get('wwwAutolink'), constructs.get('protocolAutolink')];
  const begins = { ...(www && { 87: www, 119: www }), ...(protocol && { 72: protocol, 104: protocol }) };
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { disable: { null: [...constructs.keys()] }, text: begins },
  ];
  return cutFound;
}

const blank = 32;

/** The same construct, which reads a blank wherever an address ends, and may stand directly behind CJK text. */
const ending = ({ tokenize, previous, ...construct }: Construct): Construct => ({
  ...construct,
  name: `${construct.name}InCjk`,
  previous(code) {
    return isCjk(code) || (previous?.call(this, code) ?? true);
  },
  tokenize(effects, ok, nok) {
    const context = isCjk(this.previous) ? Object.create(this, { previous: { value: null } }) : this;
    return tokenize.call(context, watched(effects, this), ok, nok);
  },
});

/** Effects whose nested constructs, the parts of an address, learn of its end. */
const watched = (effects: Effects, context: TokenizeContext): Effects => {
  const ends = endOfAddress();
  let current: Code = null;
  const read = (code: Code): Code => {
    current = code;
    return code !== null && code > 0 && ends(textOf(code), textOf(context.previous)) ? blank : code;
  };
  // States that belong to the parser around the address, or are watched already.
  // They are marked rather than kept in a set, which would be looked through for each character of a long address.
  const settled = {};
  const isSettled = (state: State): boolean => 'settledBy' in state && state.settledBy === settled;
  const leave =
    (state: State): State =>
    () =>
      settle(state(current));
  const within =
    (state: State): State =>
    (code) => {
      const next = state(read(code));
      return next === undefined || isSettled(next) ? next : settle(within(next));
    };
  const settle = (state: State | undefined): State | undefined => {
    if (state) Object.assign(state, { settledBy: settled });
    return state;
  };
  const wrap = (construct: Construct): Construct => ({
    ...construct,
    tokenize(own, ok, nok) {
      return within(construct.tokenize.call(this, nested(own, within), leave(ok), leave(nok)));
    },
  });
  const nested = (own: Effects, back: (state: State) => State): Effects => ({
    ...own,
    attempt: (one, ok, nok) => own.attempt(isConstruct(one) ? wrap(one) : one, back(ok), nok && back(nok)),
    check: (one, ok, nok) => own.check(isConstruct(one) ? wrap(one) : one, back(ok), nok && back(nok)),
  });
  return nested(effects, (state) => state);
};

/** Whether an address ends before a character, asked of one after the other. */
const endOfAddress = () => {
  let hasLetters = false;
  return (character: string, before: string): boolean => {
    if (isCjkPunctuation(character) || quotationMark.test(character)) return true;
    if (!isCjkLetter(character) || hasLetters) return false;
    if (/[a-z\d%!"')*,;\]}]/i.test(before)) return true;
    hasLetters = true;
    return false;
  };
};

/** These, the ellipsis and the marks of Arabic stand around addresses, in Chinese and elsewhere, and in none. */
const quotationMark = /^[\u201c-\u201f\u2026\u00ab\u00bb\u060c\u061b\u061f\u06d4]/;

const textOf = (code: Code): string => (code === null || code < 0 ? '' : String.fromCharCode(code));

const isCjk = (code: Code): boolean => isCjkLetter(textOf(code)) || isCjkPunctuation(textOf(code));

const isConstruct = (value: Parameters<Effects['attempt']>[0]): value is Construct =>
  'tokenize' in value && typeof value.tokenize === 'function';

/** Cuts the addresses that were found in finished text, as those in unclosed brackets are: they have no place. */
const cutFound = (tree: Root, file: VFile): void => {
  if (!/www|:\/\/|@/i.test(String(file))) return;
  visit(tree, 'link', (node: Link, index, parent) => {
    const [child] = node.children;
    if (node.position || child?.type !== 'text' || index === undefined || !parent) return undefined;
    const ends = endOfAddress();
    const characters = child.value.split('');
    const end = characters.findIndex((character, at) => ends(character, characters[at - 1] ?? ''));
    if (end === -1) return undefined;
    const rest = child.value.slice(end);
    node.url = node.url.slice(0, node.url.length - rest.length);
    child.value = child.value.slice(0, end);
    parent.children.splice(index + 1, 0, { type: 'text', value: rest });
    return [SKIP, index + 2];
  });
};
