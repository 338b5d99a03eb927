import { type Ledger, type LedgerRow, topOf } from './ledger.ts';

/** An address that leads elsewhere, or that nothing has any more; `isWhole` where all that lies below it leads on alike. */
type Rule = { readonly from: string; readonly to?: string; readonly isWhole?: true };

/** The file of rules that Cloudflare Pages, Netlify and GitLab Pages read. */
export const hostRules = '_redirects';

/**
 * The redirects of a ledger as servers read them, by the names of their files; none where nothing has moved: for hosts that read
 * `_redirects`, and as lines of a map of nginx and Caddy, which also name what is withdrawn or gone. Below `_former/` is what the
 * hosts of earlier addresses of the archive are to do. Addresses of the site begin with `base`.
 */
export const redirectFiles = (ledger: Ledger, base: string): ReadonlyMap<string, string> => {
  const rules = rulesIn(ledger);
  const moved = rules.filter(({ to }) => to !== undefined);
  const files: (readonly [string, readonly string[]])[] = [
    [hostRules, moved.map((rule) => forHosts(rule, base))],
    ['_redirects.nginx', rules.map((rule) => forNginx(rule, base))],
    ['_redirects.caddy', rules.map((rule) => forCaddy(rule, base))],
    ...[...ledger.values()].flatMap((row) => (row.kind === 'site' && row.now === 'redirect' ? formerHost(row) : [])),
  ];
  return new Map(files.filter(([, lines]) => lines.length > 0).map(([name, lines]) => [name, `${lines.join('\n')}\n`]));
};

const rulesIn = (ledger: Ledger): readonly Rule[] => {
  // The order that a timeline has already leads to it in every archive.
  const rows = [...ledger.values()].filter(
    ({ kind, address }) => kind !== 'site' && !(kind === 'list' && /\/(?:oldest|newest)-first\/$/.test(address)),
  );
  const events = new Map(
    rows.flatMap(({ kind, now, address, to }) => (kind === 'event' && now === 'redirect' ? [[address, to]] : [])),
  );
  /** Whether the rule of a whole event says the same. */
  const isImplied = ({ address, to }: LedgerRow): boolean => {
    const top = `/${topOf(address)}/`;
    return events.get(top) !== undefined && `${events.get(top)}${address.slice(top.length)}` === to;
  };
  const single = rows.flatMap((row): Rule[] => {
    if (row.now === 'redirect') return isImplied(row) ? [] : [{ from: row.address, to: row.to }];
    return row.now === 'page' ? [] : [{ from: row.address }];
  });
  const whole = [...events].map(([from, to]): Rule => ({ from, to, isWhole: true }));
  return [...single.sort((a, b) => (a.from < b.from ? -1 : 1)), ...whole];
};

const encoded = (address: string): string => address.split('/').map(encodeURIComponent).join('/');

const forHosts = ({ from, to = '', isWhole }: Rule, base: string): string =>
  `${base}${encoded(from)}${isWhole ? '*' : ''} ${base}${encoded(to)}${isWhole ? ':splat' : ''} 301`;

const forNginx = ({ from, to, isWhole }: Rule, base: string): string => {
  const target = to === undefined ? 'gone' : `${base}${encoded(to)}${isWhole ? '$1' : ''}`;
  return `${JSON.stringify(sourceOf(from, base, isWhole))} ${JSON.stringify(target)};`;
};

const forCaddy = ({ from, to, isWhole }: Rule, base: string): string => {
  const target = to === undefined ? 'gone' : `${base}${encoded(to)}${isWhole ? `$${'{1}'}` : ''}`;
  return `\`${sourceOf(from, base, isWhole)}\` \`${target}\``;
};

/** What servers compare addresses with: a pattern where one rule stands for many. */
const sourceOf = (from: string, base: string, isWhole: true | undefined): string => {
  if (!isWhole && !from.includes('*')) return base + from;
  const pattern = (base + from).replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return `~^${pattern}${isWhole ? '(.*)' : ''}$`;
};

const formerHost = ({ address, to }: LedgerRow): readonly (readonly [string, readonly string[]])[] => {
  const { host, pathname } = new URL(address);
  const folder = `_former/${host.replaceAll(':', '-')}`;
  return [
    [`${folder}/${hostRules}`, [`${pathname}* ${to}:splat 301`]],
    [
      `${folder}/nginx.conf`,
      [
        `server {`,
        `    listen 80;`,
        `    server_name ${host};`,
        `    rewrite ^${pathname}(.*)$ ${to}$1 permanent;`,
        `}`,
      ],
    ],
    [
      `${folder}/Caddyfile`,
      [`${host} {`, `\thandle_path ${pathname}* {`, `\t\tredir ${to.replace(/\/$/, '')}{uri} permanent`, `\t}`, `}`],
    ],
  ];
};
