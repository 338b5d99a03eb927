/**
 * The fields of front matter that has one plain value on each line, as most has: what `yaml` makes of it, in a small part of the
 * time. Values are words, in quotes or not, times, `true` and `false`, and lists of words. `undefined` for any other text.
 */
export const plainFields = (text: string): Readonly<Record<string, unknown>> | undefined => {
  const fields: Record<string, unknown> = {};
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const { groups } = field.exec(line) ?? {};
    const { name, words, quoted, list } = groups ?? {};
    if (name === undefined || Object.hasOwn(fields, name) || isMeant(name)) return undefined;
    const items = list?.split(', ');
    if (words === undefined ? items?.some(isMeant) : isNull.test(words)) return undefined;
    fields[name] = items ?? quoted?.slice(1, -1) ?? (words === 'true' || words === 'false' ? words === 'true' : words);
  }
  return fields;
};

const isNull = /^(?:null|Null|NULL|True|TRUE|False|FALSE)$/;

/** Whether a word means something else than itself. */
const isMeant = (word: string): boolean => /^(?:true|false)$/.test(word) || isNull.test(word);

const letter = String.raw`\p{L}\p{M}\p{N}`;
const inWords = String.raw`[${letter}.,;!?\(\)'"%\/+\-=@\p{Sc}[\p{P}--\p{ASCII}]]`;

const field = new RegExp(
  [
    String.raw`^(?<name>[a-z][a-z\-]*): (?:`,
    String.raw`(?<words>\p{L}(?:(?: |:(?=[${letter}]))*${inWords})*|\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?)|`,
    String.raw`(?<quoted>"[^"\\\p{C}\p{Z}]*(?: [^"\\\p{C}\p{Z}]+)*"|'[^'\p{C}\p{Z}]*(?: [^'\p{C}\p{Z}]+)*')|`,
    String.raw`\[(?<list>[a-z][a-z0-9\-]*(?:, [a-z][a-z0-9\-]*)*)\]`,
    ')$',
  ].join(''),
  'v',
);
