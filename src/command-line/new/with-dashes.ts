/** The options of a command as Node's parser knows them. */
type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/**
 * The arguments with each value that begins with a dash joined to its option: `--body "- buoys"` as `--body=- buoys`, which
 * Node's parser would take for an option without a value. A dash alone means standard input, and another option of the
 * command is no value.
 */
export const withDashes = (args: readonly string[], options: Options): string[] => {
  const joined: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    // What follows are no options.
    if (arg === '--') return [...joined, ...args.slice(index)];
    const next = args[index + 1];
    const takesNext = arg.startsWith('--') && options[arg.slice(2)]?.type === 'string';
    if (takesNext && next !== undefined && /^-./s.test(next) && !isOption(next, options)) {
      joined.push(`${arg}=${next}`);
      index += 1;
    } else joined.push(arg);
  }
  return joined;
};

const isOption = (arg: string, options: Options): boolean => {
  const [, name] = /^--([^=\s]+)(?:=|$)/.exec(arg) ?? [];
  return arg === '--' || (name !== undefined && Object.hasOwn(options, name));
};
