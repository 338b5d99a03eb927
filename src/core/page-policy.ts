/** Which policy a page has: `search` lets WebAssembly run, which no other page needs. */
export type PolicyKind = 'plain' | 'search';

/**
 * The content security policy of a page (CSP, level 3): everything from this host and nothing inline. Data blocks such as
 * JSON-LD are no scripts to it. What a page may be framed by can only be said in a header.
 */
export const pagePolicy = (kind: PolicyKind): string => print(directives(kind));

/** The same as a header. */
export const headerPolicy = (kind: PolicyKind): string => `${pagePolicy(kind)}; frame-ancestors 'none'`;

const print = (policy: readonly (readonly string[])[]): string =>
  policy.map((directive) => directive.join(' ')).join('; ');

const directives = (kind: PolicyKind): readonly (readonly [string, ...string[]])[] => [
  ['default-src', "'none'"],
  ['script-src', "'self'", ...(kind === 'search' ? ["'wasm-unsafe-eval'"] : [])],
  ['connect-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self'"],
  ['media-src', "'self'"],
  ['font-src', "'self'"],
  ['manifest-src', "'self'"],
  ['object-src', "'none'"],
  ['base-uri', "'none'"],
  ['form-action', "'self'"],
];
