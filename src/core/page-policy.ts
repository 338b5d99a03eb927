import type { Head } from './archive.ts';

/** Which policy a page has: `search` lets WebAssembly run, which no other page needs. */
export type PolicyKind = 'plain' | 'search';

/** The hosts that settings name: those whose scripts run, and those that these scripts tell something. */
export type PolicyHosts = { readonly scripts: readonly string[]; readonly connections: readonly string[] };

/** No host but that of the site. */
const noHosts: PolicyHosts = { scripts: [], connections: [] };

/** The hosts that the scripts of an archive name: that of each, and those of addresses in its settings. */
export const hostsOf = ({ scripts }: Head): PolicyHosts => {
  const originsIn = (values: readonly (string | true | undefined)[]): string[] => [
    ...new Set(
      values.flatMap((one) => (/^https:\/\/\S+$/.test(String(one)) ? (URL.parse(String(one))?.origin ?? []) : [])),
    ),
  ];
  return {
    scripts: originsIn(scripts.map(({ attributes }) => attributes['src'])),
    connections: originsIn(scripts.flatMap(({ attributes }) => Object.values(attributes))),
  };
};

/**
 * The content security policy of a page (CSP, level 3): everything from this host and nothing inline. Data blocks such as
 * JSON-LD are no scripts to it. What a page may be framed by can only be said in a header.
 */
export const pagePolicy = (kind: PolicyKind, hosts = noHosts): string => print(directives(kind, hosts));

/** The same as a header. */
export const headerPolicy = (kind: PolicyKind, hosts = noHosts): string =>
  `${pagePolicy(kind, hosts)}; frame-ancestors 'none'`;

/** The rules of `_headers`, with the policy for these hosts. */
export const headersWith = (rules: string, hosts: PolicyHosts): string =>
  rules.replace(/(?<=\n {2}Content-Security-Policy: ).*/, () => headerPolicy('search', hosts));

const print = (policy: readonly (readonly string[])[]): string =>
  policy.map((directive) => directive.join(' ')).join('; ');

const directives = (
  kind: PolicyKind,
  { scripts, connections }: PolicyHosts,
): readonly (readonly [string, ...string[]])[] => [
  ['default-src', "'none'"],
  ['script-src', "'self'", ...(kind === 'search' ? ["'wasm-unsafe-eval'"] : []), ...scripts],
  ['connect-src', "'self'", ...connections],
  ['style-src', "'self'"],
  ['img-src', "'self'"],
  ['media-src', "'self'"],
  ['font-src', "'self'"],
  ['manifest-src', "'self'"],
  ['object-src', "'none'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
];
