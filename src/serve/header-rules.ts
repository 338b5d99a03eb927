/** The headers of an answer, by their names. */
type Headers = Readonly<Record<string, string>>;

/**
 * Reads the file `_headers` of a build, as Cloudflare Pages and Netlify do: addresses, in which `:name` stands for one part
 * and `*` for anything, and below each of them its headers. Gives those of a path, which begins with a slash.
 */
export const headerRules = (text: string): ((path: string) => Headers) => {
  const rules: { readonly fits: RegExp; readonly headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name, value] = /^\s+([^:\s]+):\s*(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) rules.push({ fits: patternOf(line.trim()), headers: [] });
    else rules.at(-1)?.headers.push([name, value]);
  }
  return (path) => Object.fromEntries(rules.filter(({ fits }) => fits.test(path)).flatMap(({ headers }) => headers));
};

const patternOf = (address: string): RegExp => new RegExp(`^${address.split('/').map(partOf).join('/')}$`);

const partOf = (part: string): string =>
  part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
