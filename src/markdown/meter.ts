import type {
  Construct,
  ConstructRecord,
  Effects,
  Extension,
  ParseContext,
  Token,
  TokenizeContext,
} from 'micromark-util-types';
import type { Processor } from 'unified';

/**
 * How many characters a parser may read of one text. Of prose it reads each one five times; a paragraph of 500 links in
 * bold takes half of this. This many take about 0.6 s. What tokens cost is given in characters.
 */
const mostRead = 40_000_000;
const weights = { passed: 0.7, matched: 1.5, moved: 0.15, copied: 2, lazy: 3 } as const;

/** Shorter lists of tokens are moved in no time. */
const longList = 20_000;

/** A text that keeps its parser busy for too long. */
export class CostlyText extends Error {
  override readonly name = 'CostlyText';
  /** Where the parser was when it had read enough, counted from 1. */
  readonly line: number;
  /** Whether that line, or the one before it, goes on with a list item or a quotation without being indented. */
  readonly isLazy: boolean;
  constructor(line: number, isLazy: boolean) {
    super('The parser reads the same characters again and again.');
    this.line = line;
    this.isLazy = isLazy;
  }
}

/**
 * Lets a parser of Markdown count the characters that it reads and the tokens that it looks back at, whichever syntax asks
 * for them, and throw `CostlyText` where these are too many. So the cost of a text is measured rather than foreseen, and is
 * the same on every machine. `most` is how many characters it may read.
 */
export function meterParser(this: Processor, most = mostRead): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ document: { null: meterOf(most) } } satisfies Extension);
}

/** Tried before the parser reads the first line of a text, because no container begins there or behind those that do. */
const meterOf = (most: number): Construct => ({
  name: 'meter',
  tokenize(effects, _, nok) {
    if (!counters.has(this.parser)) {
      const count = counterOf(most);
      countReading(effects, this, count);
      const { flow, flowInitial, contentInitial, string, text } = this.parser.constructs;
      for (const constructs of [flow, flowInitial, contentInitial, string]) countIn(constructs, count, countReading);
      countIn(text, count, countText);
      counters.set(this.parser, count);
    }
    countLazy(this);
    return nok;
  },
});

/**
 * A line that goes on with a list item or a quotation without being indented makes the parser look at all that it has read
 * of the paragraph, once the line is over.
 */
const countLazy = (context: TokenizeContext): void => {
  if (!context.parser.lazy[context.now().line - 1]) return;
  const read = context.events.at(-1)?.[1]._tokenizer?.events.length ?? 0;
  counters.get(context.parser)?.(weights.lazy * read, context);
};

/** What the parsers of texts, one each, count with, as their constructs do. */
const counters = new WeakMap<ParseContext, Count>();

type Count = (read: number, context: TokenizeContext) => void;
type Metering = (effects: Effects, context: TokenizeContext, count: Count) => void;

const counterOf = (most: number): Count => {
  let all = 0;
  return (read, context) => {
    all += read;
    if (all <= most) return;
    const { line } = context.now();
    const { lazy } = context.parser;
    throw new CostlyText(line, Boolean(lazy[line] || lazy[line - 1]));
  };
};

/** Lets the effects of a tokenizer, which all of its constructs share, count what they consume. */
const countReading: Metering = (effects, context, count) => {
  const { consume } = effects;
  effects.consume = (code) => {
    count(1, context);
    consume(code);
  };
};

const sequence = /^(?!codeText).*Sequence/;

/**
 * In text, a bracket that closes looks back for the one that is open, what ends emphasis at all that may have started it, and
 * what may begin an address at the tokens behind an open bracket. Long lists of tokens are moved again and again.
 */
const countText: Metering = (effects, context, count) => {
  countReading(effects, context, count);
  const { enter } = effects;
  const open: { readonly token: Token; readonly at: number }[] = [];
  const sinceOpen = (): number => {
    const { length } = context.events;
    for (let last = open.at(-1); last && (last.token._balanced || last.at > length); last = open.at(-1)) open.pop();
    return length - (open.at(-1)?.at ?? length);
  };
  effects.enter = (type, fields) => {
    const token = enter(type, fields);
    const { length } = context.events;
    if (type === 'labelLink' || type === 'labelImage') open.push({ token, at: length });
    if (type === 'data') count(weights.passed * sinceOpen(), context);
    else if (sequence.test(type)) count(weights.matched * length, context);
    else if (length > longList && !type.startsWith('literalAutolink')) count(weights.moved * length, context);
    return token;
  };
};

/** Lets each construct of a record make its tokenizer count before it does its work. */
const countIn = (constructs: ConstructRecord, count: Count, metering: Metering): void => {
  const counting = new WeakSet<Effects>();
  // One that begins with several characters stays one: the parser asks whether it has met it before.
  const made = new Map<Construct, Construct>();
  const counted = (construct: Construct): Construct => ({
    ...construct,
    tokenize(effects, ok, nok) {
      if (!counting.has(effects)) {
        counting.add(effects);
        metering(effects, this, count);
      }
      if (construct.name === 'labelEnd') count(weights.passed * this.events.length, this);
      return construct.tokenize.call(this, effects, ok, nok);
    },
    ...(construct.name === 'setextUnderline' && {
      resolveTo(events, context) {
        count(weights.copied * events.length, context);
        return construct.resolveTo?.(events, context) ?? events;
      },
    }),
  });
  for (const [code, found] of Object.entries(constructs)) {
    const list = Array.isArray(found) ? found : found ? [found] : [];
    constructs[code] = list.map((construct) => {
      const known = made.get(construct) ?? counted(construct);
      made.set(construct, known);
      return known;
    });
  }
};
